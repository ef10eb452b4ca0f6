// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Foundation
import LazyPaper
import Testing

private let proved: [Claim] = LazyPaper.catalogue.all.flatMap { [$0] + $0.repairs }.filter { $0.coq != nil }
private let files = Dictionary(uniqueKeysWithValues: LazyPaper.coqFiles.map { ($0.name, $0.contents) })

private func source(_ claim: Claim) throws -> String { try #require(claim.coq.flatMap { files[$0.file] }, "\(claim.id)") }

/// The file of a claim by its name: B7_b.v, B8_e_prime_star.v, T2.v, Thm31_b.v.
private func fileName(_ id: String) -> String {
    let parts = id.split(separator: "/").map(String.init)
    let place = parts[0].hasPrefix("3") ? "Thm\(parts[0].replacing(".", with: ""))" : parts[0].replacing(".", with: "")
    let name = parts.count == 1 ? place : "\(place)_\(parts[1])"
    return name.replacing("'", with: "_prime").replacing("*", with: "_star") + ".v"
}

@Suite("proofs in Coq") struct CoqProofTests {
    @Test("every file is named by one claim, and every file that is named exists")
    func filesAndClaims() throws {
        #expect(proved.count >= 70 && proved.compactMap { $0.coq?.file } == proved.map { fileName($0.id) })
        #expect(Set(files.keys) == Set(proved.compactMap { $0.coq?.file }) && files.count == proved.count)
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("coq")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".v") }
        #expect(Set(names) == Set(files.keys))
        // What the guide and the README say of `make proofs`.
        for page in ["Guides/CoqProofs.md", "README.md"] {
            let text = try String(contentsOf: folder.deletingLastPathComponent().appendingPathComponent(page), encoding: .utf8)
            #expect(text.contains("proofs: \(files.count) of \(files.count) accepted"), "\(page)")
        }
    }

    @Test("a file names its claim, is a theorem of its own name, assumes nothing, and refutes where the claim says so", arguments: proved)
    func form(claim: Claim) throws {
        let (text, proof) = (try source(claim), try #require(claim.coq))
        let name = String(proof.file.dropLast(2))
        #expect(text.contains("   \(claim.id) ("))
        #expect(text.contains("\nTheorem \(name) :") && text.hasSuffix("Qed.\n\nPrint Assumptions \(name).\n"))
        for word in ["Admitted", "Abort", "Axiom", "Parameter", "Hypothesis", "Variable", "Conjecture"] {
            #expect(!text.contains(word), "\(word)")
        }
        let comment = try #require(text.components(separatedBy: "*)").first)
        #expect(comment.contains("refuted") == (proof.verdict == .refuted))
        if claim.id.hasPrefix("B.5/c") { return }
        if proof.verdict == .refuted { #expect(text.contains("\nTheorem \(name) : exists") && text.contains("~ (")) }
    }

    /// The numbers of the displayed inequality stand in the theorem too. Squares are written as products there.
    @Test("the constants of the statement are the theorem's", arguments: proved)
    func constants(claim: Claim) throws {
        let text = try source(claim)
        let begin = try #require(text.range(of: "\nTheorem ")),
            end = try #require(text.range(of: "\nProof.", range: begin.upperBound..<text.endIndex))
        let theorem = Set(numbers(String(text[begin.upperBound..<end.lowerBound])))
        // What the file takes from its comment has no constants to be held to.
        guard claim.coq?.given == nil, !claim.statement.contains(claim.id.replacing("*", with: "")) else { return }
        let stated = claim.statement.replacing(/\^2(?![.0-9])/, with: "").replacing("^{1/4}", with: "").replacing("[1,", with: "")
            .replacing(/B\.[0-9]\/[a-z]'*/, with: "")
        for number in numbers(stated) { #expect(theorem.contains(number), "\(number)") }
    }

    private func numbers(_ text: String) -> [Double] {
        // Words first: the 0 of C0 is no number.
        text.matches(of: /[A-Za-z_][A-Za-z_0-9']*|([0-9]+(\.[0-9]+)?(e-?[0-9]+)?)/).compactMap { $0.output.1.flatMap { Double($0) } }
    }

    @Test("the verdict is the audit's, and so is the witness", arguments: proved)
    func verdicts(claim: Claim) throws {
        let (proof, finding) = (try #require(claim.coq), try finding(claim.id))
        #expect(finding.verdict == proof.verdict && AuditRow(claim, finding).coq == proof)
        guard proof.verdict == .refuted else { return }
        let names = ["epsilon": "eps", "radius": "R", "c0": "V"]
        let found = Dictionary(
            uniqueKeysWithValues: try #require(finding.counterexample).parameters.map {
                (names[$0.name] ?? $0.name, Double($0.value) ?? .nan)
            })
        let text = try source(claim)
        let begin = try #require(text.range(of: ": exists ")),
            end = try #require(text.range(of: "~ (", range: begin.upperBound..<text.endIndex))
        var stated: [String: Double] = [:]
        for match in text[begin.upperBound..<end.lowerBound].matches(of: /([A-Za-z_0-9]+) = ([0-9.e-]+)(%nat)? \/\\/) {
            stated[String(match.output.1)] = Double(match.output.2)
        }
        #expect(!stated.isEmpty)
        // A witness with one dimension has no d in Coq, and the number of events is no parameter of the audit's.
        for (name, value) in stated where found[name] != nil || name != "events" { #expect(found[name] == value, "\(name)") }
        #expect(Set(found.keys).subtracting(stated.keys).isSubset(of: ["d"]))
    }
}
