// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later
//
// lemmacheck: a theorem-checking Monte Carlo verifier.
// The licence is GSL's, which lemmacheck links.

import PackageDescription

/// One list for every Swift target of ours: warnings are errors, existentials are spelled out, imports are precise.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let realModule: Target.Dependency = .product(name: "RealModule", package: "swift-numerics")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

/// C libraries: each a module map over Debian's headers, and a thin shim of fixed arity where a header does not import well.
/// CGSL has no pkgConfig on purpose: gsl.pc asks for -lgslcblas beside -lgsl, and SwiftPM puts it before -lopenblas. With -lgsl
/// alone gslcblas is loaded only as libgsl's own need, behind all that the program names, and GSL's BLAS binds to OpenBLAS.
let cLibraries: [Target] = [
    .systemLibrary(name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(name: "CGSL", providers: [.apt(["libgsl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CArb", providers: [.apt(["libflint-arb-dev", "libflint-dev"])]),
    .target(name: "GSLShim", dependencies: ["COpenBLAS", "CGSL"], linkerSettings: [.linkedLibrary("gsl")]),
    .target(name: "ArbShim", dependencies: ["CArb"], linkerSettings: [.linkedLibrary("flint-arb"), .linkedLibrary("flint")]),
]

let modules: [Target] = [
    .target(name: "Bounds", dependencies: [realModule], swiftSettings: settings),
    .target(name: "BallArithmetic", dependencies: ["Bounds", "ArbShim"], swiftSettings: settings),
    .target(name: "LazyBall", dependencies: [realModule, "COpenBLAS"], swiftSettings: settings),
    .target(name: "Statistics", dependencies: [realModule, "GSLShim"], swiftSettings: settings),
    .target(name: "Sampler", dependencies: [realModule, "LazyBall", "GSLShim"], swiftSettings: settings),
    .target(name: "ExactLaws", dependencies: [realModule, "Bounds", "BallArithmetic", "GSLShim"], swiftSettings: settings),
    .target(
        name: "EmbeddedPlans", path: "bounds",
        resources: ["T", "B.4", "B.5", "B.6", "B.7", "B.8", "B.9", "Theorem-3", "Section-5"].map { .embedInCode("\($0).yaml") }, swiftSettings: settings),
    .target(
        name: "Verifier", dependencies: ["Bounds", "LazyBall", "Statistics", "Sampler", "ExactLaws", "EmbeddedPlans", yams],
        swiftSettings: settings),
    .target(
        name: "Experiments", dependencies: [realModule, "LazyBall", "Sampler", "Statistics", "COpenBLAS", "CZlib"],
        resources: ["lazy", "adversarial", "histograms"].map { .embedInCode("Records/\($0).csv") }, swiftSettings: settings),
    .target(name: "Audit", dependencies: ["Bounds", "BallArithmetic", "ExactLaws", "Experiments", "Verifier", realModule], swiftSettings: settings),
    .target(name: "Reports", dependencies: ["Audit", "Experiments", "Verifier"], swiftSettings: settings),
    .target(name: "LemmaTesting", dependencies: ["Bounds", "Statistics", "Verifier"], swiftSettings: settings),
    .executableTarget(name: "lemmacheck", dependencies: ["Audit", "Experiments", "Verifier", "Reports", argumentParser], swiftSettings: settings),
]

let tests: [Target] = [
    .testTarget(name: "BoundsTests", dependencies: ["Bounds"], resources: [.copy("Resources")], swiftSettings: settings),
    .testTarget(name: "BallArithmeticTests", dependencies: ["BallArithmetic", "Bounds", realModule], swiftSettings: settings),
    .testTarget(
        name: "AuditTests", dependencies: ["Audit", "BallArithmetic", "Bounds", realModule],
        exclude: ["step_references.py", "frontier_references.py"], swiftSettings: settings),
    .testTarget(
        name: "ExperimentsTests", dependencies: ["Experiments", "Audit", "LazyBall", "Statistics", realModule], swiftSettings: settings),
    .testTarget(name: "LazyBallTests", dependencies: ["LazyBall", realModule], swiftSettings: settings),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics"], swiftSettings: settings),
    .testTarget(
        name: "ExactLawsTests", dependencies: [realModule, "ExactLaws", "Bounds", "BallArithmetic"], resources: [.copy("Resources")],
        swiftSettings: settings),
    .testTarget(name: "VerifierTests", dependencies: ["Verifier", "Bounds", "LazyBall", "Statistics", "Sampler"], swiftSettings: settings),
    .testTarget(name: "LemmaTestingTests", dependencies: ["LemmaTesting", "Bounds", "Verifier"], swiftSettings: settings),
    .testTarget(name: "CommandLineTests", dependencies: ["lemmacheck"], swiftSettings: settings),
    .testTarget(
        name: "SamplerTests", dependencies: [realModule, "Sampler", "LazyBall", "ExactLaws", "Bounds", "Statistics", "GSLShim"],
        swiftSettings: settings),
]

let package = Package(
    name: "lemmacheck",
    products: [
        .library(name: "Bounds", targets: ["Bounds"]),
        .library(name: "BallArithmetic", targets: ["BallArithmetic"]),
        .library(name: "LazyBall", targets: ["LazyBall"]),
        .library(name: "Statistics", targets: ["Statistics"]),
        .library(name: "Sampler", targets: ["Sampler"]),
        .library(name: "ExactLaws", targets: ["ExactLaws"]),
        .library(name: "Verifier", targets: ["Verifier"]),
        .library(name: "Experiments", targets: ["Experiments"]),
        .library(name: "Audit", targets: ["Audit"]),
        .library(name: "Reports", targets: ["Reports"]),
        .library(name: "LemmaTesting", targets: ["LemmaTesting"]),
        .executable(name: "lemmacheck", targets: ["lemmacheck"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: cLibraries + modules + tests
)
