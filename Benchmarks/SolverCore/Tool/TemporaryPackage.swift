import CommandLineTools
import ForceData
import ForceModel
import Glibc

/// A model's data package in a folder that goes with this value.
final class TemporaryPackage {
  /// The folder.
  let folder: String
  private let parent: String

  /// Writes the package.
  ///
  /// - Throws: `OutputError`, or `Refusal` where no folder can be made.
  init(of model: PlanningModel) throws {
    var template = Array("/tmp/solver-benchmark-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Refusal(message: "no folder can be made in /tmp", exitCode: .cannotWrite)
    }
    parent = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    folder = parent + "/model"
    try AtomicOutput.write(ModelWriter.files(of: model), toFolder: folder, replacing: .nothing)
  }

  deinit {
    let stream = opendir(folder)
    while let entry = stream.flatMap({ readdir($0) }) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      unlink(folder + "/" + name)
    }
    if let stream { closedir(stream) }
    rmdir(folder)
    rmdir(parent)
  }
}
