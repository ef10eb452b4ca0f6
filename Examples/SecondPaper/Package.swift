// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A second paper on lemmacheck's engines, which change nothing for it: one gradient step on a random network of smooth activation.

import PackageDescription

let parts: Target.Dependency = .product(name: "LemmacheckParts", package: "lemmacheck")

let package = Package(
    name: "SecondPaper",
    dependencies: [.package(name: "lemmacheck", path: "../..")],
    targets: [
        .target(name: "GradientStepPaper", dependencies: [parts]),
        .executableTarget(name: "second-paper", dependencies: ["GradientStepPaper", parts]),
        .testTarget(name: "GradientStepPaperTests", dependencies: ["GradientStepPaper", parts], exclude: ["reference.py"]),
    ])
