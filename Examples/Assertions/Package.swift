// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Assertions of bounds in test suites, by Swift Testing and by XCTest. A package of your own has the same two lines: the dependency and the
// product. By its address it is .package(url: "https://.../lemmacheck", from: "0.1.0"); here it is the copy that this example lies in.

import PackageDescription

let lemmaTesting: Target.Dependency = .product(name: "LemmaTesting", package: "lemmacheck")

let package = Package(
    name: "Assertions",
    dependencies: [.package(name: "lemmacheck", path: "../..")],
    targets: [
        .testTarget(name: "SwiftTestingSuite", dependencies: [lemmaTesting]),
        .testTarget(name: "XCTestSuite", dependencies: [lemmaTesting]),
    ])
