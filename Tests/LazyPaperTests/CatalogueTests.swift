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

/// The lines of the paper's transcription beside the package, where it is at hand: ID and the text after it.
private func transcription() -> [(id: String, text: String)]? {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = root.deletingLastPathComponent().appendingPathComponent("shared/paper/claims.md")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
        print("skipped: no transcription of the paper at \(file.path)")
        return nil
    }
    var entries: [(id: String, text: String)] = []
    for line in text.split(separator: "\n") {
        if line.hasPrefix("- **"), let end = line.dropFirst(4).firstIndex(of: "*") {
            entries.append((String(line.dropFirst(4)[..<end]), String(line[end...].dropFirst(2))))
        } else if line.hasPrefix("  "), !entries.isEmpty {
            entries[entries.count - 1].text += " " + line
        }
    }
    return entries
}

@Test("the catalogue has every claim, once, in the paper's order")
func everyClaim() {
    #expect(Catalogue.all.map(\.id) == ids)
    #expect(Set(BoundedClaim.allCases.map(\.rawValue)).isSubset(of: Set(ids)))
    #expect(Catalogue.all.allSatisfy { Catalogue.claim($0.id.lowercased()) == $0 })
}

@Test("the catalogue has the claims of the transcription, where that is at hand")
func everyTranscribedClaim() {
    guard let entries = transcription() else { return }
    #expect(entries.map(\.id) == Catalogue.all.map(\.id))
}

/// Formulas alone: what stands right of a statement's inequalities, up to the words that follow, without spaces.
private func formulas(_ statement: String) -> [String] {
    let flat = statement.replacingOccurrences(of: "\n", with: " ").replacingOccurrences(of: ">=", with: "<=")
    return flat.components(separatedBy: "<= ").dropFirst().compactMap { part in
        var formula = part
        for stop in [", where", ",   ", " at ", " of ", ", with", " the supremum", ", so that", ", for all", " implies", " iff"] {
            if let range = formula.range(of: stop) { formula = String(formula[..<range.lowerBound]) }
        }
        let bare = formula.filter { $0 != " " }
        return bare.contains("sqrt") ? bare : nil
    }
}

@Test("every right-hand side with a root is the transcription's, sign for sign, where that is at hand", arguments: Catalogue.all)
func rightHandSides(claim: Claim) throws {
    // These are transcribed by reference to another claim's right-hand side, or as a question.
    let referring = ["B.4/3", "B.4/4", "B.8/2", "B.9/2", "3.1/d"]
    guard !referring.contains(claim.id), let entries = transcription() else { return }
    let text = try #require(entries.first { $0.id == claim.id }).text
        .replacingOccurrences(of: ">=", with: "<=").filter { $0 != " " }
    for formula in formulas(claim.statement) {
        #expect(text.contains(formula), "\(claim.id): \(formula)")
    }
}

@Test("a name finds a claim, a lemma or, unknown, what it may have been meant for")
func names() {
    #expect(Catalogue.claims(of: "b.7/F").map(\.id) == ["B.7/f"])
    #expect(Catalogue.claims(of: "b.7").map(\.id) == ids.filter { $0.hasPrefix("B.7/") })
    #expect(Catalogue.claims(of: "3.1").count == 5)
    #expect(Catalogue.claims(of: "T").count == 6 && Catalogue.claims(of: "T.3").count == 1)
    #expect(Catalogue.claims(of: "B.12").isEmpty && Catalogue.claims(of: "").isEmpty && Catalogue.claims(of: "B").isEmpty)
    #expect(Catalogue.nearest("B.77/1").first == "B.7/1")
    #expect(Catalogue.nearest("B7/1") == ["B.7/1", "B.4/1", "B.5/1"])
    #expect(Catalogue.nearest("nonsense").isEmpty && Catalogue.nearest("").isEmpty)
}

@Test("kinds agree with who can decide: no law for a supremum chosen after the draw, no draw for an inequality of parameters")
func kinds() {
    func of(_ kind: Claim.Kind) -> [String] { Catalogue.all.filter { $0.kind == kind }.map(\.id) }
    #expect(of(.statement) == ["B.4/1", "B.4/2", "B.4/3", "B.4/4", "B.5/1", "B.7/1", "B.8/1", "B.8/2", "B.9/1", "3.2/1"])
    #expect(of(.existence) == ["B.5/2", "B.7/2", "B.9/2", "3.1/1"])
    #expect(of(.uniform) == [
        "B.4/b", "B.4/c", "B.4/d", "B.5/b", "B.7/e", "B.7/f", "B.7/h", "B.8/i", "B.8/j", "B.9/i", "3.1/a", "3.1/c",
    ])
    #expect(of(.deterministic) == [
        "T.2", "B.5/c", "B.6/d", "B.7/b", "B.8/c", "B.8/e", "B.9/a", "B.9/b", "B.9/c", "B.9/d", "B.9/e", "B.9/f", "B.9/g", "B.9/h",
        "B.9/j", "B.9/l", "B.9/m", "B.9/n", "B.9/o", "B.9/p", "3.1/b", "3.1/d",
    ])
    #expect(of(.experiment) == ids.filter { $0.hasPrefix("5/") })
}

@Test("a claim's sense is its bound's direction, and what it allows itself is what it says")
func senses() {
    for claim in Catalogue.all {
        if let bounded = claim.bounded { #expect((claim.sense == .lower) == (bounded.direction == .lower), "\(claim.id)") }
        let saysSo = claim.statement.contains("probability >= 1-") || claim.statement.contains(">= 1-gamma")
        #expect((claim.allowedFailure != nil) == saysSo, "\(claim.id)")
        if let failure = claim.allowedFailure {
            #expect(claim.statement.contains(">= 1-\(failure)") || claim.statement.contains("some ||delta||"), "\(claim.id)")
        }
    }
}

@Test("the quantities of sample are those that some claim is about")
func quantities() {
    let named = Set(Catalogue.all.compactMap(\.sampleQuantity))
    #expect(named == Set(SampleQuantity.allCases.map(\.rawValue)))
    #expect(Catalogue.claim("B.7/2")?.sampleQuantity == "gradient-norm" && Catalogue.claim("B.7/h")?.sampleQuantity == nil)
}

@Test("every explanation has its parts, in ASCII, within 100 columns", arguments: Catalogue.all)
func explanations(claim: Claim) {
    let text = claim.explanation
    #expect(text.hasPrefix("\(claim.id)  \(claim.place)\n\nStatement\n"))
    for section in ["Hypotheses", "How it is checked", "What a verdict would mean"] { #expect(text.contains("\n\n\(section)\n  ")) }
    #expect(text.allSatisfy { $0.isASCII })
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 && $0.last != " " })
    #expect(!claim.statement.isEmpty && !claim.hypotheses.isEmpty && !claim.quantity.isEmpty && !claim.method.isEmpty)
    #expect(!(claim.statement + claim.hypotheses + claim.quantity).hasSuffix("."))
}

@Test("only an experiment has no verdict, and each claim can be refuted")
func verdicts() {
    for claim in Catalogue.all {
        let possible = claim.verdictMeanings.map(\.verdict)
        #expect(possible.isEmpty == (claim.kind == .experiment), "\(claim.id)")
        #expect(possible.isEmpty || possible.contains(.refuted), "\(claim.id)")
        // What an attack alone finds closes nothing.
        #expect(claim.method != "attack" || !possible.contains(.holds), "\(claim.id)")
        // A law, a certificate or an argument may cover all parameters, whichever way the audit comes out.
        #expect(possible.isEmpty || claim.method == "attack" || possible.contains(.proved), "\(claim.id)")
    }
    let refuted = Catalogue.claim("B.7/1")?.verdictMeanings.first { $0.verdict == .refuted }?.meaning
    #expect(refuted?.contains("inf over W of ||grad f(x; a, W)|| falls below its bound with probability more than gamma") == true)
}
