// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Foundation
import Testing
import Verifier

/// The claims' IDs in the paper's order, transcribed.
private let ids: [String] =
    ["T.1", "T.2", "T.3", "T.4", "T.5", "T.6"]
    + ["1", "2", "3", "4", "a", "b", "c", "d", "e", "f"].map { "B.4/\($0)" }
    + ["1", "2", "a", "b", "c"].map { "B.5/\($0)" }
    + ["1", "2", "a", "b", "c", "d"].map { "B.6/\($0)" }
    + ["1", "2", "a", "b", "c", "d", "e", "f", "g", "h"].map { "B.7/\($0)" }
    + ["1", "2", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j"].map { "B.8/\($0)" }
    + ["1", "2", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p"].map { "B.9/\($0)" }
    + ["3.1/1", "3.1/a", "3.1/b", "3.1/c", "3.1/d", "3.2/1", "3.2/a"]
    + (1...7).map { "5/\($0)" }

@Test("the catalogue has every claim, once, in the paper's order")
func everyClaim() {
    #expect(Catalogue.all.map(\.id) == ids)
    #expect(Set(BoundedClaim.allCases.map(\.rawValue)).isSubset(of: Set(ids)))
}

@Test("the catalogue has the claims of the transcription, where that is at hand")
func transcription() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = root.deletingLastPathComponent().appendingPathComponent("shared/paper/claims.md")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
        print("skipped: the paper's transcription is not at hand")
        return
    }
    let listed = text.split(separator: "\n").compactMap { line -> String? in
        guard line.hasPrefix("- **"), let end = line.dropFirst(4).firstIndex(of: "*") else { return nil }
        return String(line.dropFirst(4)[..<end])
    }
    #expect(listed == Catalogue.all.map(\.id))
}

@Test("a name finds a claim, a lemma or, unknown, what it may have been meant for")
func names() {
    #expect(Catalogue.claims(of: "b.7/1").map(\.id) == ["B.7/1"])
    #expect(Catalogue.claims(of: "B.7").count == 10)
    #expect(Catalogue.claims(of: "T").count == 6)
    #expect(Catalogue.claims(of: "B.12").isEmpty)
    #expect(Catalogue.nearest("B.77/1").first == "B.7/1")
    #expect(Catalogue.nearest("nonsense").isEmpty)
}

@Test("every explanation has its parts and fits a wide terminal", arguments: Catalogue.all)
func explanations(claim: Claim) {
    let text = claim.explanation
    #expect(text.hasPrefix(claim.id))
    #expect(text.contains("How it is checked") && text.contains("Assumed: "))
    #expect(claim.kind == .experiment || text.contains("What a verdict would mean"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 170 })
}
