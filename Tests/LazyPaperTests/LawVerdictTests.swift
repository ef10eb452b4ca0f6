// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Laws
import LazyPaper
import Prover
import Testing

/// The verdicts as found: a change of any of them is a finding, not a detail.
@Suite struct LawVerdictTests {
    static let expected: [(id: String, verdict: Verdict)] = [
        ("T.1", .proved), ("T.3", .refuted), ("T.3*", .proved), ("T.4", .proved), ("T.5", .proved), ("T.6", .proved),
        ("B.4/1", .proved), ("B.4/2", .refuted), ("B.4/2*", .proved), ("B.4/3", .proved), ("B.4/a", .proved), ("B.4/e", .refuted),
        ("B.4/e*", .proved),
        ("B.4/f", .refuted), ("B.4/f*", .proved), ("B.5/a", .proved), ("B.6/1", .proved), ("B.6/2", .proved), ("B.6/a", .refuted),
        ("B.6/a*", .proved), ("B.6/b", .refuted), ("B.6/b*", .proved), ("B.6/c", .refuted), ("B.6/c*", .proved), ("B.7/a", .proved),
        ("B.7/c", .proved), ("B.7/d", .proved), ("B.7/g", .refuted), ("B.7/g*", .proved), ("B.8/a", .proved), ("B.8/b", .proved),
        ("B.8/d", .proved), ("B.8/d'", .proved), ("B.8/f", .proved), ("B.8/g", .proved), ("B.8/h", .refuted), ("B.8/h*", .proved),
        ("B.9/k", .refuted),
        ("B.9/k*", .proved),
    ]

    @Test func everyLawHasAnExpectation() { #expect(Set(lawIDs) == Set(Self.expected.map(\.id))) }

    @Test(arguments: expected) func verdict(_ row: (id: String, verdict: Verdict)) throws {
        let found = try finding(row.id)
        #expect(found.verdict == row.verdict)
        #expect(found.evidence.allSatisfy { $0.standing != .failed })
        if row.verdict == .refuted {
            let counterexample = try #require(found.counterexample)
            #expect(counterexample.excess > 0)
            // Words say only how the left side is evaluated.
            #expect(found.evidence.filter { $0.standing == .argued }.allSatisfy { $0.text.hasPrefix("the left side is evaluated as") })
        } else {
            #expect(found.boundary == nil && found.evidence.contains { $0.standing == .argued })
        }
    }

    /// The claims that the verifier asks for, at 1e-12 and at gamma = 1e-300.
    @Test(arguments: ["B.4/1", "B.4/2", "B.4/3", "B.5/a", "B.6/1", "B.6/2"], [0.05, 1e-300]) func claims(_ id: String, _ gamma: Double)
        throws
    {
        let parameters = try Parameters(d: 25, m: 1_000_000, gamma: gamma, c0: 1, radius: 1e-4)
        let evaluation = try #require(try law(id).evaluation(at: parameters))
        let left = evaluation.left
        #expect(left.logUpper - left.logLower <= 1e-12 + 4 * left.logUpper.magnitude.ulp)
        #expect(!evaluation.method.isEmpty)
        if id.hasPrefix("B.6") { return }
        #expect(evaluation.outcome == (left.upper <= gamma ? .satisfied : left.lower > gamma ? .violated : .undecided))
    }

    @Test func outsideItsDomainALawSaysNothing() throws {
        let parameters = try Parameters(d: 25, m: 100, gamma: 0.05, c0: 1, radius: 0.75)
        #expect(try law("B.4/2").evaluation(at: parameters) == nil)
    }

    @Test func pointsOutOfRange() throws {
        let parameters = try Parameters(d: 1, m: 1, gamma: 0.5, c0: 0)
        #expect(throws: ParameterError.self) { try SweepPoint(parameters, order: 0) }
        #expect(throws: ParameterError.self) { try SweepPoint(parameters, threshold: .nan) }
    }
}
