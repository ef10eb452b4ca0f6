// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Foundation
import LazyPaper
import Quantities
import Reports
import Testing

private let catalogue = LazyPaper.catalogue

/// The claims' IDs in the paper's order, transcribed; an apostrophe that the transcription lacks marks a second reading, a plus a sharper
/// statement than the paper's.
private let ids: [String] = [
    ("T.", "1 2 3 4 5 6"),
    ("B.4/", "1 2 3 4 4' a b c d e 5 f"),
    ("B.5/", "1 2 a b d c c' 1+"),
    ("B.6/", "1 2 a b c d"),
    ("B.7/", "1 2 a b c d e f g h 1+ h+"),
    ("B.8/", "1 2 a b c d e d' e' f g h i j k k' l m m' 1+ i+"),
    ("B.9/", "1 2 2' a b c d e f g h i j k l m n o p p' q r r' s t u u' v v' 1+"),
    ("3.1/", "1 1' a b c e f g g' d d+"),
    ("3.2/", "1 a b b'"),
    ("3/", "a a'"),
    ("4.1/", "a"),
    ("4.3/", "a"),
    ("5/", "1 2 3 4 5 6 7 8 9 9' 10"),
].flatMap { place, names in names.split(separator: " ").map { place + $0 } }

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
        if line.hasPrefix("- **") {
            // One line may have two entries: "- **B.8/d'** ... **B.8/e'** ...".
            let parts = line.components(separatedBy: "**").dropFirst()
            for (id, text) in zip(parts, parts.dropFirst()).enumerated().filter({ $0.offset % 2 == 0 }).map(\.element) {
                entries.append((id, text))
            }
        } else if line.hasPrefix("  "), !entries.isEmpty {
            entries[entries.count - 1].text += " " + line
        }
    }
    return entries
}

@Test("the catalogue has every claim, once, in the paper's order")
func everyClaim() {
    #expect(catalogue.all.map(\.id) == ids)
    #expect(catalogue.all.allSatisfy { catalogue.claim($0.id.lowercased()) == $0 })
}

@Test("the catalogue has the claims of the transcription, where that is at hand")
func everyTranscribedClaim() {
    guard let entries = transcription() else { return }
    let transcribed = Set(entries.map(\.id))
    #expect(entries.map(\.id) == catalogue.all.map(\.id).filter(transcribed.contains))
    for claim in catalogue.all where !transcribed.contains(claim.id) {
        #expect((claim.id.hasSuffix("'") || claim.id.hasSuffix("+")) && transcribed.contains(String(claim.id.dropLast())), "\(claim.id)")
    }
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

@Test("every right-hand side with a root is the transcription's, sign for sign, where that is at hand", arguments: catalogue.all)
func rightHandSides(claim: Claim) throws {
    // These are transcribed by reference to another claim's right-hand side, or as a question that the catalogue's row answers.
    let referring = ["B.4/3", "B.4/4", "B.4/5", "B.8/2", "B.9/2", "B.9/u", "B.5/c'", "B.9/v'", "3.1/g'", "3.1/d", "3/a", "4.3/a"]
    // What is sharper than the paper is not in it.
    guard let entries = transcription(), !claim.id.hasSuffix("+") else { return }
    // A second reading has its claim's formulas.
    let entry = try #require(entries.first { $0.id == claim.id } ?? entries.first { "\($0.id)'" == claim.id })
    guard !referring.contains(entry.id), !referring.contains(claim.id) else { return }
    let text = entry.text
        .replacingOccurrences(of: ">=", with: "<=").filter { $0 != " " }
    for formula in formulas(claim.statement) {
        #expect(text.contains(formula), "\(claim.id): \(formula)")
    }
}

/// Symbols of a statement, each with the words that define it: in the statement, in that of the claim it repairs, or in the setting.
private let definitions: [(symbol: String, defining: [String])] = [
    ("S_v", ["S_v = {", "S_v as in Lemma B.4", "S_v and S'_v(delta) as in Lemma B.4"]),
    ("S'_v", ["S'_v = {", "S'_v(delta) = {", "S'_v(delta) as in Lemma B.4", "B.4/2"]), ("P grad", ["P = I - x x^T"]),
    ("P w_", ["P = I - x x^T"]), ("Phi(r,delta", ["Phi(r,delta;W) = ", "Phi(r,delta) = "]),
    ("X_{s,0}", ["X_{s,0} = ", "X_{s,0} as in B.8/a"]),
    ("g(p)", ["g(p) = ", "g as in B.9/s"]), ("kappa", ["kappa = "]), ("L4", ["L4 = log(4/gamma)"]), ("L8", ["L8 = log(8/gamma)"]),
    ("sqrt(L ", ["L = log("]), ("sqrt(L/", ["L = log("]), ("sqrt L", ["L = log("]), ("D/||grad", ["D = sup", "of 3.1/b"]),
]

@Test("no statement uses a symbol that it does not define, nor does a bound's term or a quantity's title")
func definedSymbols() throws {
    for claim in catalogue.all {
        for statement in [claim.statement] + claim.repairs.map({ "\($0.statement) \(claim.statement)" }) {
            let text = "\(statement) \(claim.domain)"
            for (symbol, defining) in definitions where text.contains(symbol) {
                #expect(defining.contains { text.contains($0) }, "\(claim.id): \(symbol)")
            }
        }
    }
    // A term and a title stand alone: they name parameters only.
    let parameters = try Parameters(d: 300, m: 1_000_000, gamma: 0.05, c0: 1, radius: 0.01)
    let alone = try catalogue.measured.flatMap { claim in
        try claim.bound(at: parameters).terms.map(\.name) + claim.hypotheses(parameters.arguments).map(\.text) + [claim.quantity.title]
    }
    let undefined = ["L)", "L/", "L4", "L8", "sqrt L", "S_v", "S'_v", "Phi", "P grad", "X_{"]
    for text in alone { #expect(!undefined.contains { text.contains($0) }, "\(text)") }
}

@Test("a name finds a claim, a lemma or, unknown, what it may have been meant for")
func names() {
    #expect(catalogue.claims(of: "b.7/F").map(\.id) == ["B.7/f"])
    #expect(catalogue.claims(of: "b.7").map(\.id) == ids.filter { $0.hasPrefix("B.7/") })
    #expect(catalogue.claims(of: "3.1").allSatisfy { $0.id.hasPrefix("3.1/") })
    #expect(catalogue.claims(of: "T").count == 6 && catalogue.claims(of: "T.3").count == 1)
    #expect(catalogue.claims(of: "B.12").isEmpty && catalogue.claims(of: "").isEmpty && catalogue.claims(of: "B").isEmpty)
    #expect(catalogue.nearest("B.77/1").first == "B.7/1")
    #expect(catalogue.nearest("B7/1") == ["B.7/1", "B.7/1+"] && catalogue.nearest("b7") == ["B.7"] && catalogue.nearest("B.12").isEmpty)
    #expect(catalogue.nearest("nonsense").isEmpty && catalogue.nearest("").isEmpty)
}

@Test("kinds agree with who can decide: no draw for an inequality of parameters, a law only for what its quantity measures")
func kinds() {
    for claim in catalogue.all {
        switch claim.kind {
        case .deterministic: #expect(claim.measured == nil, "\(claim.id)")
        case .experiment: #expect(claim.id.hasPrefix("5/"), "\(claim.id)")
        case .probability, .uniform, .existence: break
        }
        if case .draws = claim.decision { #expect(claim.measured != nil, "\(claim.id)") }
    }
}

@Test("what a claim allows itself is what it says")
func allowedFailures() {
    for claim in catalogue.all where claim.kind != .experiment {
        guard let failure = claim.allowedFailure.text else { continue }
        #expect(claim.statement.contains(">= 1-\(failure)") || claim.statement.contains("some ||delta||"), "\(claim.id)")
    }
}

@Test("every quantity that a claim is about is one of the list, by its name")
func quantities() {
    for claim in catalogue.measured { #expect(StandardQuantities.named(claim.quantity.name) != nil, "\(claim.id)") }
    #expect(Set(StandardQuantities.all.map(\.name)).count == StandardQuantities.all.count)
}

@Test("every explanation has its parts, in ASCII, within 100 columns", arguments: catalogue.all)
func explanations(claim: Claim) {
    let text = Explanation(claim, in: catalogue).text
    let head = text.components(separatedBy: "\n\nStatement\n").first
    #expect(head?.components(separatedBy: "\n  ").joined(separator: " ") == "\(claim.id)  \(claim.place)")
    for section in ["Domain", "How it is checked", "What a verdict would mean"] { #expect(text.contains("\n\n\(section)\n  ")) }
    #expect(text.allSatisfy { $0.isASCII })
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 && $0.last != " " })
    #expect(!claim.statement.isEmpty && !claim.domain.isEmpty && !claim.quantityText.isEmpty)
    #expect(!(claim.statement + claim.domain + claim.quantityText).hasSuffix("."))
}

@Test("only an experiment has no verdict, and each claim can be refuted")
func verdicts() {
    for claim in catalogue.all {
        let possible = claim.verdictMeanings.map(\.verdict)
        #expect(possible.isEmpty == (claim.kind == .experiment), "\(claim.id)")
        #expect(possible.isEmpty || possible.contains(.refuted), "\(claim.id)")
        // What an attack alone finds closes nothing.
        #expect(claim.check.method != .attack || !possible.contains(.holds), "\(claim.id)")
        // A law, a certificate or an argument may cover all parameters, whichever way the audit comes out.
        #expect(possible.isEmpty || claim.check.method == .attack || possible.contains(.proved), "\(claim.id)")
    }
    let refuted = catalogue.claim("B.7/1")?.verdictMeanings.first { $0.verdict == .refuted }?.meaning
    #expect(refuted?.contains("inf over W of ||grad f(x; a, W)|| falls below its bound with probability more than gamma") == true)
}
