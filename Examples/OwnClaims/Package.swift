// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The three worked examples of Guides/AddingAClaim.md, in a package that depends on lemmacheck and changes nothing in it.

import PackageDescription

let parts: Target.Dependency = .product(name: "LemmacheckParts", package: "lemmacheck")

let package = Package(
    name: "OwnClaims",
    dependencies: [.package(name: "lemmacheck", path: "../..")],
    targets: [
        .target(name: "OwnClaims", dependencies: [parts]),
        .executableTarget(name: "own-claims", dependencies: ["OwnClaims", parts]),
        .testTarget(name: "OwnClaimsTests", dependencies: ["OwnClaims", parts]),
    ])
