// swift-tools-version: 6.2
import PackageDescription

/// A package of its own that plans with forceplan as a library; `make library-example` builds and runs it.
let package = Package(
  name: "LibraryExample",
  dependencies: [.package(name: "forceplan", path: "../..")],
  targets: [
    .executableTarget(
      name: "InCode", dependencies: [.product(name: "ForcePlanning", package: "forceplan")]),
    .executableTarget(
      name: "FromFolder", dependencies: [.product(name: "ForcePlanning", package: "forceplan")]),
  ]
)
