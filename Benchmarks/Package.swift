// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later

import PackageDescription

/// Benchmarks are a package of their own, so that nobody who uses lemmacheck builds them.
let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "lemmacheck", path: "..")],
    targets: [
        .executableTarget(
            name: "error-rate", dependencies: [.product(name: "LemmacheckParts", package: "lemmacheck")],
            swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
        .executableTarget(
            name: "counterexamples", dependencies: [.product(name: "LemmacheckParts", package: "lemmacheck")],
            swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
        .executableTarget(
            name: "normals", dependencies: [.product(name: "LemmacheckParts", package: "lemmacheck")],
            swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
        .executableTarget(
            name: "draws",
            dependencies: [.product(name: "LemmacheckParts", package: "lemmacheck")],
            swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
    ]
)
