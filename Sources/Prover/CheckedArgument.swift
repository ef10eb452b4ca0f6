// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims

/// A claim decided by argument, with all that it may try. No verdict is written down: a counterexample is looked for first, then each
/// line of the proof is checked, and the finding says what came of it.
public struct CheckedArgument: Proof {
    /// Where a claim that fails somewhere holds all the same, or fails throughout: the region in words, and the lines that show it.
    public typealias Part = (region: String, checks: [CheckedLine])

    /// Looks for the simplest counterexample; nil finds none.
    let search: @Sendable () -> Counterexample?
    /// Whether the counterexample's sides are a lower bound of the probability of failure, and gamma.
    let isOfProbability: Bool
    /// The lines of a proof over the whole domain; empty where none is known.
    public let proof: [CheckedLine]
    /// How the proof goes, in a few words.
    private let method: String
    private let parts: [Part]
    private let boundary: @Sendable () -> BoundaryTable?
    /// Beside a proof.
    private let note: String
    /// Beside a refutation: whether the statement that the claim serves survives, and by which route.
    private let route: String

    public init(
        search: @escaping @Sendable () -> Counterexample? = { nil }, isOfProbability: Bool = false, proof: [CheckedLine] = [],
        method: String = "",
        parts: [Part] = [], boundary: @escaping @Sendable () -> BoundaryTable? = { nil }, note: String = "", route: String = ""
    ) {
        (self.search, self.isOfProbability, self.proof, self.method) = (search, isOfProbability, proof, method)
        (self.parts, self.boundary, self.note, self.route) = (parts, boundary, note, route)
    }

    public func finding() -> Finding {
        if let counterexample = search() { return refuted(counterexample) }
        let evidence = proof.map(\.evidence)
        let holds = !proof.isEmpty && evidence.allSatisfy { $0.standing != .failed }
        return Finding(
            holds ? .proved : .inconclusive, method: holds ? method : "no counterexample among simple numbers, no complete proof",
            note: note,
            evidence: evidence)
    }

    private func refuted(_ counterexample: Counterexample) -> Finding {
        var evidence: [Evidence] = [], regions: [String] = []
        for part in parts {
            let lines = part.checks.map(\.evidence)
            if lines.allSatisfy({ $0.standing != .failed }) { regions.append(part.region) }
            evidence += lines
        }
        return Finding(
            .refuted,
            method: isOfProbability ? "lower bound of the failure probability, in ball arithmetic" : "counterexample in ball arithmetic",
            counterexample: counterexample, probability: isOfProbability ? counterexample.lhs : nil,
            gamma: isOfProbability ? counterexample.rhs : nil, note: (regions + [route]).filter { !$0.isEmpty }.joined(separator: " "),
            evidence: evidence, boundary: boundary())
    }
}

/// A finding that an argument of its own shape makes: a family of counterexamples, or what recorded runs say.
public struct StatedProof: Proof {
    private let make: @Sendable () throws -> Finding

    public init(_ make: @escaping @Sendable () throws -> Finding) { self.make = make }

    public func finding() throws -> Finding { try make() }
}
