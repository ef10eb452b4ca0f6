// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Foundation
import LazyPaper
import RealModule
import Support
import Testing
import Verifier

@Test("a nan bound is vacuous, whatever its direction", arguments: LazyPaper.catalogue.measured)
func nanIsVacuous(claim: MeasuredClaim) throws {
    let parameters = try Parameters(d: 10, m: 100, gamma: 0.05, c0: 1)
    #expect(claim.isVacuous(.nan, at: parameters.arguments))
}

@Test("R > 1/2 is refused by Lemmas B.4 and B.6 and by no other", arguments: LazyPaper.catalogue.measured)
func radiusLimit(claim: MeasuredClaim) throws {
    let parameters = try Parameters(d: 4, m: 100, gamma: 0.05, c0: 1, c1: 2, radius: 0.75)
    if ["B.4/2", "B.4/3", "B.4/4", "B.6/1", "B.6/2"].contains(claim.id) {
        #expect(throws: ParameterError(parameter: "radius", value: "0.75", allowed: "a number in [0, 1/2] for \(claim.id)")) {
            try claim.bound(at: parameters)
        }
    } else {
        #expect(throws: Never.self) { try claim.bound(at: parameters) }
    }
}

/// Parameters over the whole range of their doubles that anyone would ask for: d, m from 1, gamma from 1e-12, C0 from 1e-14 to 1e8.
@Test("no claim that the audit proves is refuted by a run, at any cell of a random scan")
func provedClaimsAreNotRefuted() async throws {
    var words = SplitMix64(seed: 2026)
    func logarithmic(_ low: Double, _ high: Double) -> Double { Double.exp(Double.log(low) + words.openUniform() * Double.log(high / low)) }
    var entries: [Plan.Entry] = []
    let proved = ["B.4/1", "B.4/3", "B.5/1", "B.5/2", "B.5/a", "B.5/b", "B.6/1", "B.6/2"]
    for id in proved {
        let claim = try #require(LazyPaper.catalogue.claim(id)?.measured)
        for _ in 0..<(id == "B.5/b" ? 60 : 12) {
            let parameters = try Parameters(
                d: Int(logarithmic(1, 40)), m: Int(logarithmic(1, 3000)), gamma: Double.minimum(0.999, logarithmic(1e-12, 1)),
                c0: logarithmic(1e-14, 1e8), radius: logarithmic(1e-6, 0.5))
            entries.append(.init(cell: try Cell(claim, parameters), trials: 300))
        }
    }
    let result = try await Engine(RunOptions()).run(Plan(entries: entries))
    for cell in result.cells { #expect(cell.verdict != .refuted, "\(cell.claim) \(cell.place)") }
    #expect(result.cells.filter { $0.claim == "B.5/b" }.allSatisfy { $0.verdict == .holds })
}

@Test("string literals that are claim IDs stand in LazyPaper and Bounds alone, and only they know the paper")
func claimIDsStandInOnePlace() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources")
    let ids = LazyPaper.catalogue.all.map { "\"\($0.id)\"" }
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var read = 0
    for case let file as URL in files where file.pathExtension == "swift" {
        let path = file.path.replacing(sources.path + "/", with: "")
        guard !path.hasPrefix("LazyPaper/"), !path.hasPrefix("Bounds/") else { continue }
        let text = try String(contentsOf: file, encoding: .utf8)
        read += 1
        for id in ids { #expect(!text.contains(id), "\(path) names \(id)") }
    }
    #expect(read > 150)
}

@Test("what replays a witness imports the definition of a quantity and nothing of its search")
func definitionsStandApart() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/Quantities")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var read = 0
    for case let file as URL in files where file.lastPathComponent.hasSuffix("Definition.swift") {
        let imports = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter {
            $0.contains("import ") && !$0.hasPrefix("//")
        }
        #expect(imports.map { $0.split(separator: " ").last } == ["Claims"], "\(file.lastPathComponent)")
        read += 1
    }
    #expect(read == 5)
}
