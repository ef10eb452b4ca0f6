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
/// SHA-256: on Linux nothing in Swift's own libraries has it.
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

/// C libraries: each a module map over Debian's headers, and a thin shim of fixed arity where a header does not import well.
/// OrderedSums is ours and in C for its vector types: linear algebra with the same bits on every processor, which no BLAS has.
let cLibraries: [Target] = [
    .systemLibrary(name: "CGSL", providers: [.apt(["libgsl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CArb", providers: [.apt(["libflint-arb-dev", "libflint-dev"])]),
    .target(name: "GSLShim", dependencies: ["CGSL"], linkerSettings: [.linkedLibrary("gsl")]),
    .target(name: "OrderedSums"),
    .target(name: "SpawnShim"),
    .target(name: "ArbShim", dependencies: ["CArb"], linkerSettings: [.linkedLibrary("flint-arb"), .linkedLibrary("flint")]),
]

/// The proofs in coq/, a file each.
let coqProofs = [
    "B4_a", "B4_e", "B4_e_star", "B5_c", "B5_c_prime", "B5_d", "B5_d_star", "B6_a", "B6_b", "B6_b_star", "B6_c", "B6_c_star",
    "B6_d", "B7_b", "B7_g", "B8_b", "B8_c", "B8_c_star", "B8_c_star_star", "B8_d", "B8_d_prime", "B8_e", "B8_e_prime",
    "B8_e_prime_star", "B8_e_prime_star_star", "B8_h", "B8_k", "B8_k_prime", "B8_k_prime_star", "B8_k_star", "B8_l", "B8_m",
    "B8_m_prime", "B9_2_prime", "B9_2_prime_star", "B9_a", "B9_b", "B9_c", "B9_d", "B9_d_star", "B9_e", "B9_e_star",
    "B9_e_star_star", "B9_f", "B9_f_star", "B9_f_star_star", "B9_g", "B9_h", "B9_j", "B9_j_star", "B9_j_star_star", "B9_l",
    "B9_m", "B9_n", "B9_n_star", "B9_o", "B9_p", "B9_p_prime", "B9_p_prime_star", "B9_p_star", "B9_p_star_star", "B9_q", "B9_q_star",
    "B9_q_star_star", "B9_r", "B9_r_prime", "B9_r_prime_star", "B9_s", "B9_v", "B9_v_star", "T2", "T2_star", "T3", "Thm31_b",
]

/// The modules from the lowest to the highest; each may import those it names and no others.
let modules: [Target] = [
    .target(name: "Support", swiftSettings: settings),
    .target(name: "Bounds", dependencies: [realModule, "Support"], swiftSettings: settings),
    .target(name: "BallArithmetic", dependencies: ["ArbShim"], swiftSettings: settings),
    .target(name: "LazyBall", dependencies: [realModule, "Support", "Bounds", "OrderedSums"], swiftSettings: settings),
    .target(name: "Statistics", dependencies: [realModule, "Support", "GSLShim"], swiftSettings: settings),
    .target(name: "Sampler", dependencies: [realModule, "LazyBall", "GSLShim", "Support"], swiftSettings: settings),
    .target(name: "Laws", dependencies: [realModule, "Support", "Bounds", "BallArithmetic"], swiftSettings: settings),
    .target(
        name: "Claims", dependencies: [realModule, "Bounds", "LazyBall", "Laws", "Sampler", "Support"], swiftSettings: settings),
    .target(
        name: "Quantities", dependencies: [realModule, "BallArithmetic", "Bounds", "Claims", "LazyBall", "Laws", "Sampler", "Support"],
        swiftSettings: settings),
    .target(name: "Prover", dependencies: [realModule, "Support", "BallArithmetic", "Bounds", "Claims", "Laws"], swiftSettings: settings),
    .target(name: "Programs", dependencies: ["Support", "Bounds", "Claims", "Sampler", "SpawnShim"], swiftSettings: settings),
    .target(
        name: "Verifier",
        dependencies: [
            realModule, "Support", "BallArithmetic", "Bounds", "Claims", "LazyBall", "Laws", "Programs", "Sampler", "Statistics", yams,
        ],
        swiftSettings: settings),
    .target(
        name: "Experiments", dependencies: [realModule, "LazyBall", "Sampler", "Statistics", "Support", "OrderedSums", "CZlib", crypto],
        resources: ["lazy", "choices", "adversarial", "histograms", "ceilings"].map { .embedInCode("Records/\($0).csv") },
        swiftSettings: settings),
    .target(
        name: "EmbeddedPlans", path: "bounds",
        resources: ["T", "B.4", "B.5", "B.6", "B.7", "B.8", "B.9", "Theorem-3", "Section-5"].map { .embedInCode("\($0).yaml") },
        swiftSettings: settings),
    .target(
        name: "EmbeddedProofs", path: "coq", resources: coqProofs.map { .embedInCode("\($0).v") }, swiftSettings: settings),
    .target(
        name: "LazyPaper",
        dependencies: [
            realModule, "Support", "BallArithmetic", "Bounds", "Claims", "EmbeddedPlans", "EmbeddedProofs", "Experiments", "LazyBall",
            "Laws",
            "Prover", "Quantities",
            "Sampler",
            "Statistics", "Verifier",
        ], swiftSettings: settings),
    .target(
        name: "Reports", dependencies: ["Bounds", "Claims", "Experiments", "LazyPaper", "Programs", "Support", "Verifier"],
        swiftSettings: settings),
    .target(
        name: "LemmaTesting", dependencies: ["Bounds", "Claims", "LazyPaper", "Programs", "Sampler", "Support", "Verifier"],
        swiftSettings: settings),
    .executableTarget(
        name: "lemmacheck",
        dependencies: [
            "Bounds", "Claims", "Experiments", "LazyPaper", "Programs", "Quantities", "Reports", "Sampler", "Support", "Verifier",
            argumentParser,
        ],
        swiftSettings: settings),
]

let tests: [Target] = [
    .target(name: "TestSupport", dependencies: ["GSLShim", "Support", realModule], path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(name: "SupportTests", dependencies: ["Support"], swiftSettings: settings),
    .testTarget(
        name: "BoundsTests", dependencies: ["Bounds", "Support", "TestSupport", realModule], resources: [.copy("Resources")],
        swiftSettings: settings),
    .testTarget(
        name: "BallArithmeticTests", dependencies: ["BallArithmetic", "Bounds", "Laws", "Support", realModule], swiftSettings: settings),
    .testTarget(name: "OrderedSumsTests", dependencies: ["OrderedSums"], swiftSettings: settings),
    .testTarget(name: "LazyBallTests", dependencies: ["LazyBall", "Support", realModule], swiftSettings: settings),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics", "Support"], swiftSettings: settings),
    .testTarget(
        name: "SamplerTests", dependencies: [realModule, "Sampler", "LazyBall", "Laws", "Bounds", "Statistics", "GSLShim", "Support"],
        swiftSettings: settings),
    .testTarget(
        name: "LawsTests", dependencies: [realModule, "Laws", "Bounds", "BallArithmetic", "TestSupport"], resources: [.copy("Resources")],
        swiftSettings: settings),
    .testTarget(
        name: "QuantitiesTests", dependencies: ["Quantities", "Bounds", "Claims", "LazyBall", "Sampler", realModule],
        swiftSettings: settings),
    .testTarget(
        name: "ProverTests", dependencies: ["Prover", "BallArithmetic", "Bounds", "Claims", "Laws", "Support", realModule],
        swiftSettings: settings),
    .testTarget(
        name: "ProgramsTests", dependencies: ["Programs", "Bounds", "Claims", "Sampler", "Support", "TestSupport"], swiftSettings: settings),
    .testTarget(
        name: "VerifierTests",
        dependencies: [
            "Verifier", "Bounds", "Claims", "LazyBall", "LazyPaper", "Laws", "Programs", "Quantities", "Sampler", "Statistics", "Support",
        ],
        swiftSettings: settings),
    .testTarget(
        name: "ExperimentsTests",
        dependencies: ["Claims", "Experiments", "LazyPaper", "LazyBall", "Sampler", "Statistics", "Support", realModule],
        resources: [.copy("Resources")], swiftSettings: settings),
    .testTarget(
        name: "LazyPaperTests",
        dependencies: [
            "LazyPaper", "BallArithmetic", "Bounds", "Claims", "Laws", "Prover", "Quantities", "Reports", "Sampler", "Support",
            "TestSupport", "Verifier",
            realModule,
        ],
        exclude: ["step_references.py", "frontier_references.py"], resources: [.copy("Resources")], swiftSettings: settings),
    .testTarget(
        name: "LemmaTestingTests", dependencies: ["LemmaTesting", "Bounds", "Claims", "LazyPaper", "Verifier"], swiftSettings: settings),
    .testTarget(
        name: "ReportsTests", dependencies: ["Reports", "Bounds", "Claims", "Experiments", "LazyPaper", "Verifier"],
        resources: [.copy("Resources")],
        swiftSettings: settings),
    .testTarget(name: "CommandLineTests", dependencies: ["lemmacheck"], swiftSettings: settings),
]

let package = Package(
    name: "lemmacheck",
    products: [
        .library(name: "LemmaTesting", targets: ["LemmaTesting"]),
        .library(
            name: "LemmacheckParts",
            targets: [
                "Bounds", "BallArithmetic", "LazyBall", "Statistics", "Sampler", "Laws", "Claims", "Quantities", "Programs", "Prover",
                "Verifier",
                "Experiments",
                "LazyPaper", "Reports",
            ]),
        .executable(name: "lemmacheck", targets: ["lemmacheck"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        // For `make docs`: no target depends on it.
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: cLibraries + modules + tests
)
