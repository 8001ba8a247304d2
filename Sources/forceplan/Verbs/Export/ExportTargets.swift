import CommandLineTools
import Glibc

/// The files that an export writes.
enum ExportTargets {
  /// Refuses to write two formats into one file, or over what the export is made of.
  ///
  /// - Parameters:
  ///   - files: The files to be written.
  ///   - sources: Folders and files of the model and of the plan.
  /// - Throws: `Failure`.
  static func check(_ files: [String], sources: [String]) throws {
    let places = files.map { place(of: $0) }
    for (index, place) in places.enumerated() {
      if places[..<index].contains(where: { $0 == place }) {
        throw Failure(
          message: "\(files[index]) is named twice; give every format a file of its own",
          exitCode: .usage)
      }
      for source in sources where belongs(place, to: source) {
        throw Failure(
          message: "\(files[index]) belongs to \(source); choose another file", exitCode: .usage)
      }
    }
  }

  /// Whether a file is one of a model or plan: a table, a description, or the one file that it is.
  private static func belongs(_ place: (folder: String, name: String), to source: String) -> Bool {
    if place.folder + "/" + place.name == resolved(source) { return true }
    let isPart =
      place.name.hasSuffix(".csv")
      || ["datapackage.json", "plan.json", "run.json"].contains(place.name)
    return isPart && place.folder == resolved(source)
  }

  /// Folder, links resolved, and name of a file that need not be there yet.
  private static func place(of file: String) -> (folder: String, name: String) {
    guard let slash = file.lastIndex(of: "/") else { return (resolved("."), file) }
    return (resolved(String(file[...slash])), String(file[file.index(after: slash)...]))
  }

  /// A path with links resolved; as it is where there is no such path.
  static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
