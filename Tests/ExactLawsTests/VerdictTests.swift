// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import ExactLaws
import Testing

/// The verdicts as found: a change of any of them is a finding, not a detail.
@Suite struct VerdictTests {
    static let expected: [(id: String, verdict: StepFinding.Verdict)] = [
        ("T.1", .proved), ("T.3", .refuted), ("T.3*", .proved), ("T.4", .proved), ("T.5", .proved), ("T.6", .proved),
        ("B.4/1", .proved), ("B.4/2", .refuted), ("B.4/2*", .proved), ("B.4/3", .proved), ("B.4/a", .proved), ("B.4/e", .refuted), ("B.4/e*", .proved),
        ("B.4/f", .refuted), ("B.4/f*", .proved), ("B.5/a", .proved), ("B.6/1", .proved), ("B.6/2", .proved), ("B.6/a", .refuted),
        ("B.6/a*", .proved), ("B.6/b", .refuted), ("B.6/b*", .proved), ("B.6/c", .refuted), ("B.6/c*", .proved), ("B.7/a", .proved),
        ("B.7/c", .proved), ("B.7/d", .proved), ("B.7/g", .refuted), ("B.7/g*", .proved), ("B.8/a", .proved), ("B.8/b", .proved),
        ("B.8/d", .proved), ("B.8/f", .proved), ("B.8/g", .proved), ("B.8/h", .refuted), ("B.8/h*", .proved), ("B.9/k", .refuted),
        ("B.9/k*", .proved),
    ]

    @Test func everyStepHasAnExpectation() { #expect(ExactSteps.all.map(\.id) == Self.expected.map(\.id)) }

    @Test(arguments: expected) func verdict(_ row: (id: String, verdict: StepFinding.Verdict)) throws {
        let finding = try #require(ExactSteps.step(row.id)).sweep()
        #expect(finding.verdict == row.verdict)
        #expect(finding.undecided == 0)
        switch row.verdict {
        case .refuted:
            let witness = try #require(finding.witness)
            #expect(witness.outcome == .violated && witness.left.logLower > witness.right.logUpper)
            #expect(finding.argument == nil)
        case .proved: #expect(finding.violations.isEmpty && finding.argument != nil && finding.satisfied > 0)
        case .holds: #expect(finding.violations.isEmpty && finding.satisfied > 0)
        case .inconclusive: break
        }
    }

    /// The claims that the verifier asks for, at 1e-12 and at gamma = 1e-300.
    @Test(arguments: ["B.4/1", "B.4/2", "B.4/3", "B.5/a", "B.6/1", "B.6/2"], [0.05, 1e-300]) func claims(_ id: String, _ gamma: Double) throws {
        let claim = try #require(BoundedClaim(rawValue: id))
        let parameters = try Parameters(d: 25, m: 1_000_000, gamma: gamma, c0: 1, radius: 1e-4)
        let probability = try #require(ExactProbability.of(claim, at: parameters))
        #expect(probability.logUpper - probability.logLower <= 1e-12 + 4 * probability.logUpper.magnitude.ulp)
        #expect(probability.lower >= 0 && probability.upper <= 1 && !probability.method.isEmpty)
        if id.hasPrefix("B.6") { return }
        #expect(probability.compared(to: gamma) == ExactProbability.evaluation(of: claim, at: parameters)?.outcome)
    }

    @Test func claimsWithoutALaw() throws {
        let parameters = try Parameters(d: 25, m: 100, gamma: 0.05, c0: 1, radius: 0.75)
        #expect(ExactProbability.of(.gradientNorm, at: parameters) == nil)
        // R > 1/2 is out of the lemma's domain.
        #expect(ExactProbability.of(.perturbedFlippedNeurons, at: parameters) == nil)
    }
}
