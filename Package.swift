// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is built with the same rules: Swift 6 mode, explicit existentials, imports that
/// stay inside a module unless marked public, and no warning left standing.
let swiftSettings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Tests are not optimized even where what they test is: that would take longer than it saves.
let testSettings = swiftSettings + [.unsafeFlags(["-Onone"])]

/// The modules, lowest first.
///
/// `ImportRulesTests` holds the sources to these arrows.
let package = Package(
  name: "forceplan",
  products: [
    .executable(name: "forceplan", targets: ["forceplan"]),
    .library(
      name: "ForcePlanning",
      targets: [
        "CholmodSolver", "ForceModel", "ForceData", "ForcePlanning", "GLPKSolver",
        "PlanCertificate", "TextFormats",
      ]),
    // For tests: loaded into the built tool, it makes system calls fail.
    .library(name: "FaultInjection", type: .dynamic, targets: ["FaultInjection"]),
  ],
  targets: [
    .systemLibrary(name: "CCholmod", providers: [.apt(["libsuitesparse-dev"])]),
    .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
    .systemLibrary(name: "CMessageDigest", providers: [.apt(["libmd-dev"])]),
    .systemLibrary(name: "CFileExchange"),
    .systemLibrary(name: "CWorkbookWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZipArchive", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CXMLParser", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CDatabase", providers: [.apt(["libsqlite3-dev"])]),
    .target(
      name: "CGLPKGuard", dependencies: ["CGLPK"], linkerSettings: [.linkedLibrary("glpk")]),
    .target(name: "TextFormats", swiftSettings: swiftSettings),
    .target(name: "LinearProgramming", swiftSettings: swiftSettings),
    .target(
      name: "Workbooks",
      dependencies: ["TextFormats", "CWorkbookWriter", "CXMLParser", "CZipArchive"],
      exclude: ["README.md"], swiftSettings: swiftSettings),
    .target(
      name: "GLPKSolver", dependencies: ["LinearProgramming", "CGLPK", "CGLPKGuard"],
      exclude: ["README.md"], swiftSettings: swiftSettings),
    .target(
      name: "CholmodSolver", dependencies: ["LinearProgramming", "CCholmod"],
      swiftSettings: swiftSettings),
    .target(name: "ForceModel", swiftSettings: swiftSettings),
    .target(
      name: "ForceData",
      dependencies: ["ForceModel", "TextFormats", "Workbooks", "CFileExchange", "CMessageDigest"],
      exclude: ["README.md"], swiftSettings: swiftSettings),
    .target(
      name: "PlanCertificate", dependencies: ["ForceModel"], exclude: ["README.md"],
      swiftSettings: swiftSettings),
    .target(
      name: "ForcePlanning", dependencies: ["ForceModel", "LinearProgramming", "PlanCertificate"],
      exclude: ["README.md"], swiftSettings: swiftSettings),
    .target(
      name: "PlanReports", dependencies: ["CMessageDigest", "ForceModel", "TextFormats"],
      exclude: ["Map/write-borders.py", "README.md"], swiftSettings: swiftSettings),
    .target(
      name: "PlanExports",
      dependencies: [
        "CDatabase", "ForceData", "ForceModel", "PlanReports", "TextFormats", "Workbooks",
      ],
      exclude: ["README.md"], swiftSettings: swiftSettings),
    .target(
      name: "CommandLineTools", dependencies: ["TextFormats"], swiftSettings: swiftSettings),
    .executableTarget(
      name: "forceplan",
      dependencies: [
        "CholmodSolver", "CommandLineTools", "ForceData", "ForceModel", "ForcePlanning",
        "GLPKSolver", "LinearProgramming", "PlanCertificate", "PlanExports", "PlanReports",
        "TextFormats", "Workbooks",
      ],
      swiftSettings: swiftSettings),
    .target(
      name: "BenchmarkModels", dependencies: ["ForceModel"], path: "Benchmarks/SolverCore/Models",
      swiftSettings: swiftSettings),
    .executableTarget(
      name: "solver-benchmark",
      dependencies: [
        "BenchmarkModels", "CholmodSolver", "CommandLineTools", "ForceData", "ForceModel",
        "ForcePlanning", "GLPKSolver", "LinearProgramming", "PlanCertificate", "TextFormats",
      ],
      path: "Benchmarks/SolverCore/Tool", swiftSettings: swiftSettings),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: swiftSettings),
    .testTarget(
      name: "TextFormatsTests", dependencies: ["TextFormats", "TestSupport"],
      swiftSettings: testSettings),
    .target(
      name: "WorkbookTestSupport", dependencies: ["CZipArchive"],
      path: "Tests/WorkbookTestSupport", swiftSettings: swiftSettings),
    .target(
      name: "DatabaseTestSupport", dependencies: ["CDatabase"],
      path: "Tests/DatabaseTestSupport", swiftSettings: swiftSettings),
    .testTarget(
      name: "WorkbooksTests",
      dependencies: ["TestSupport", "TextFormats", "WorkbookTestSupport", "Workbooks"],
      swiftSettings: testSettings),
    .testTarget(
      name: "PlanExportsTests",
      dependencies: [
        "DatabaseTestSupport", "ForceData", "ForceModel", "ForcePlanning", "GLPKSolver",
        "PlanExports", "TestSupport", "TextFormats", "WorkbookTestSupport", "Workbooks",
      ],
      swiftSettings: testSettings),
    .testTarget(
      name: "ForceDataTests",
      dependencies: [
        "ForceData", "ForceModel", "TestSupport", "TextFormats", "WorkbookTestSupport",
      ],
      exclude: ["Golden"],
      swiftSettings: testSettings),
    .testTarget(
      name: "CommandLineToolsTests",
      dependencies: ["CommandLineTools", "TestSupport", "TextFormats"],
      exclude: ["Golden"], swiftSettings: testSettings),
    .testTarget(
      name: "PlanReportsTests",
      dependencies: ["ForceModel", "PlanReports", "TestSupport", "TextFormats"],
      exclude: ["Golden", "Report/Golden"], swiftSettings: testSettings),
    .testTarget(name: "ImportRulesTests", swiftSettings: testSettings),
    .testTarget(
      name: "PlanFolderTests", dependencies: ["ForceData", "ForceModel", "TestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "BenchmarkTests",
      dependencies: [
        "BenchmarkModels", "ForceData", "ForceModel", "TestSupport", "TextFormats",
        "solver-benchmark",
      ],
      swiftSettings: testSettings),
    .testTarget(
      name: "PlanCertificateTests", dependencies: ["ForceModel", "PlanCertificate", "TestSupport"],
      swiftSettings: testSettings),
    .target(name: "FaultInjection", path: "Tests/FaultInjection"),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["DatabaseTestSupport", "forceplan", "TestSupport", "WorkbookTestSupport"],
      exclude: ["Golden"], swiftSettings: testSettings),
    .target(
      name: "LinearProgrammingTestSupport", dependencies: ["LinearProgramming", "TestSupport"],
      path: "Tests/LinearProgrammingTestSupport", swiftSettings: swiftSettings),
    .testTarget(
      name: "LinearProgrammingTests",
      dependencies: ["LinearProgramming", "LinearProgrammingTestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "GLPKSolverTests",
      dependencies: ["CGLPK", "GLPKSolver", "LinearProgramming", "LinearProgrammingTestSupport"],
      swiftSettings: testSettings),
    .testTarget(
      name: "CholmodSolverTests",
      dependencies: ["CholmodSolver", "LinearProgramming", "TestSupport"],
      swiftSettings: testSettings),
    .target(
      name: "ForcePlanningTestSupport",
      dependencies: ["CGLPK", "ForceModel", "ForcePlanning", "LinearProgramming", "TestSupport"],
      path: "Tests/ForcePlanningTestSupport", swiftSettings: swiftSettings),
    .executableTarget(
      name: "random-models",
      dependencies: ["ForceData", "ForceModel", "ForcePlanningTestSupport", "GLPKSolver"],
      path: "Tests/RandomModels", exclude: ["highs.py", "highs.sh"], swiftSettings: swiftSettings),
    .testTarget(
      name: "ReferenceModelTests",
      dependencies: [
        "ForceData", "ForceModel", "ForcePlanning", "ForcePlanningTestSupport", "TestSupport",
      ],
      exclude: ["Golden"], swiftSettings: testSettings),
    .testTarget(
      name: "ForcePlanningTests",
      dependencies: [
        "CholmodSolver", "ForceData", "ForceModel", "ForcePlanning", "ForcePlanningTestSupport",
        "GLPKSolver", "LinearProgramming", "LinearProgrammingTestSupport", "TestSupport",
      ],
      swiftSettings: testSettings),
  ]
)

// For sanitizers, which are for the libraries: the tools take as long to instrument as any, and are started anew by
// each of their tests.
if Context.environment["LIBRARIES_ONLY"] != nil {
  let tools: Set = [
    "forceplan", "solver-benchmark", "random-models", "FaultInjection", "BenchmarkTests",
    "CommandLineTests",
  ]
  package.products.removeAll { tools.contains($0.name) }
  package.targets.removeAll { tools.contains($0.name) }
}
