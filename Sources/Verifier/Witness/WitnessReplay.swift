// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Support

/// What a replay found of everything that a witness's file says.
///
/// Everything that another reader could get wrong or make up is found anew: the bound, what the claim allows, the probability of a
/// violation, the draw, the value. What is not (the cell that the search began with, the neurons that it first moved, counts of trials
/// that are too many to repeat) is shown as the file's word.
public struct WitnessReplay: Sendable, Hashable {
    /// The claim's ID.
    public let claim: String
    /// The cell of the file's parameters, in words.
    public let cell: String
    /// What the file has otherwise, a sentence each. Where something without a draw is, no draw is made.
    public let mismatches: [String]
    /// The draw and its W; nil where none was made.
    public let draw: WitnessCheck?
    /// The probability of a violation; nil where something before it is wrong.
    public let refutation: RefutationCheck?

    /// The draw violates the claim, the probability of such draws is more than the claim allows, and the file says nothing otherwise.
    public var isConfirmed: Bool { mismatches.isEmpty && draw?.isConfirmed == true && refutation != nil }
}

/// The keys of the draw's check, and beside them `mismatches`, `refutation` and `confirmed`.
extension WitnessReplay: Encodable {
    private enum Key: String, CodingKey {
        case claim, cell, mismatches, refutation, confirmed
    }

    public func encode(to encoder: any Encoder) throws {
        try draw?.encode(to: encoder)
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(claim, forKey: .claim)
        try object.encode(cell, forKey: .cell)
        try object.encode(mismatches, forKey: .mismatches)
        try object.encodeIfPresent(refutation, forKey: .refutation)
        try object.encode(isConfirmed, forKey: .confirmed)
    }
}

extension WitnessChecker {
    /// Checks all that a witness's file says: first what costs nothing, then the draw, last the trials behind the counts where they are
    /// few. It ends where something is not as the file says.
    ///
    /// - Throws: `ParameterError` where a field is malformed.
    public func replay(_ witness: Witness) throws -> WitnessReplay {
        let subject = try WitnessSubject(witness, in: catalogue)
        func replay(
            _ mismatches: [String], draw: WitnessCheck? = nil, refutation: RefutationCheck? = nil
        ) -> WitnessReplay {
            WitnessReplay(
                claim: witness.claim, cell: subject.cell.description, mismatches: mismatches, draw: draw, refutation: refutation)
        }
        let names = subject.mismatchesOfNames(witness)
        guard names.isEmpty else { return replay(names) }
        let prepared = try PreparedCell(subject.cell)
        let numbers = prepared.mismatches(witness)
        guard numbers.isEmpty else { return replay(numbers) }
        let checker = RefutationChecker(witness: witness, subject: subject, prepared: prepared)
        let counted = try checker.check()
        guard counted.mismatches.isEmpty else { return replay(counted.mismatches, refutation: counted.check) }
        let draw = try check(witness)
        guard draw.isConfirmed else { return replay([], draw: draw, refutation: counted.check) }
        let repeated = try checker.repeatingTrials(counted.check)
        return replay(repeated.mismatches, draw: draw, refutation: repeated.check)
    }
}

extension WitnessSubject {
    /// The stream of the draw is that of the claim and the cell that the file is about.
    fileprivate func mismatchesOfNames(_ witness: Witness) -> [String] {
        [("claim", cell.claim.id, witness.draw.claim), ("cell", cell.description, witness.draw.cell)].compactMap { name, own, drawn in
            own == drawn ? nil : "the draw's \(name) is '\(drawn.inOneLine(atMost: 100))'; the file is about \(own)"
        }
    }
}

extension PreparedCell {
    /// A bound that two machines evaluate: their logarithms may differ in the last digits.
    private static let boundPrecision = 1e-9

    /// What the file says of the claim at its cell and the claim does not.
    fileprivate func mismatches(_ witness: Witness) -> [String] {
        guard inDomain else { return ["the claim's hypotheses do not hold at this cell, so that nothing refutes it here"] }
        guard bound.isFinite else { return ["the claim has no bound at this cell, so that nothing refutes it here"] }
        return [("bound", bound, witness.bound), ("allowed probability", allowed, witness.refutation.allowed)].compactMap {
            name, own, recorded in
            abs(own - recorded) <= Self.boundPrecision * abs(own) ? nil : "the \(name) is \(own); the file has \(recorded)"
        }
    }
}
