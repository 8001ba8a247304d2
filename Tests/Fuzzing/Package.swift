// swift-tools-version: 6.2
import PackageDescription

/// The fuzzer, a package of its own: all of it, the library too, is built with coverage counters and address
/// sanitizer, which `make fuzz` asks for.
let package = Package(
  name: "fuzzing",
  dependencies: [.package(name: "forceplan", path: "../..")],
  targets: [
    .executableTarget(
      name: "fuzz", dependencies: [.product(name: "ForcePlanning", package: "forceplan")],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)])
  ]
)
