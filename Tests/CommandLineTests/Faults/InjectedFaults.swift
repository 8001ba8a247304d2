import Foundation
import TestSupport

/// Faults that a library, loaded before all others, puts into the system calls of the tool.
enum InjectedFaults {
  private static let library = Forceplan.executable.deletingLastPathComponent()
    .appendingPathComponent("libFaultInjection.so").path

  /// The environment of a run with these faults, described by the library's variables; without any, nothing is loaded.
  static func environment(_ faults: [String: String]) -> [String: String] {
    faults.isEmpty ? [:] : faults.merging(["LD_PRELOAD": library]) { own, _ in own }
  }
}
