// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import RealModule
import Testing
import Verifier

@testable import LazyPaper

@Suite struct FrontierTests {
    private func first(_ claim: Claim, _ rule: WidthRule) throws -> Double? {
        try Frontier().row(#require(claim.measured), rule).informative.first?.from
    }

    /// Found in Python from the formulas of the paper, by trying each integer d in turn (gamma = 0.05, C0 = C1 = 1).
    @Test func firstInformativeDimensions() throws {
        #expect(try first(.gradientNorm, .fixed(100_000)) == FrontierReference.gradientNormAtWidth1e5)
        #expect(try first(.gradientNorm, .power(12, 5)) == FrontierReference.gradientNormAtLeastWidth)
        #expect(try first(.gradientNorm, .power(3, 1)) == FrontierReference.gradientNormAtCube)
        #expect(try first(.signChange, .power(3, 1)) == FrontierReference.signChange)
        #expect(try first(.gradientDifference, .power(12, 5)) == FrontierReference.gradientDifferenceAtLeastWidth)
        #expect(try first(.gradientDifference, .power(3, 1)) == FrontierReference.gradientDifferenceAtCube)
    }

    @Test func aFixedWidthEndsTheDomainOfB9() throws {
        let row = try Frontier().row(#require(Claim.gradientDifference.measured), .fixed(100_000))
        #expect(row.informative.isEmpty && row.note.contains("m >= d^2.4"))
        let claim = try #require(Claim.directionalDifference.measured)
        // B.8/1 at m = 1e5 grows past its trivial bound.
        let range = try #require(try Frontier().row(claim, .fixed(100_000)).informative.first)
        let last = try #require(range.to)
        func says(_ d: Double) -> Bool {
            let p = Arguments(d: d, m: 100_000, gamma: 0.05, c0: 1, c1: 1, radius: Double.minimum(0.5, 1 / Double.sqrt(d)), epsilon: 0.5)
            return !claim.isVacuous(claim.bound(p).value, at: p)
        }
        #expect(says(last) && !says(last + 1) && last == last.rounded())
    }

    @Test func rangesEndWhereThePredicateDoes() throws {
        let measured = LazyPaper.catalogue.measured
        let rules = LazyPaper.widthRules + [.fixed(100_000)]
        let rows = try Frontier(gamma: 1e-300, c0: 10, c1: 0.5).rows(measured, rules)
        #expect(rows.count == 3 * measured.count)
        for row in rows {
            for (a, b) in zip(row.informative, row.informative.dropFirst()) {
                let end = try #require(a.to)
                #expect(end < b.from)
            }
            for range in row.informative { #expect(range.from >= 1 && range.to ?? Frontier.largestDimension >= range.from) }
        }
    }

    /// The theorem's explicit constants: first d along m = d^2.4 and d^3, in Python by bisection of the same condition.
    @Test func assembledTheorem() throws {
        let frontier = try Frontier()
        for (rule, expected) in [
            (WidthRule.power(12, 5), FrontierReference.flipAtLeastWidth), (.power(3, 1), FrontierReference.flipAtCube),
        ] {
            let row = try #require(LazyPaper.assembledRows(frontier, rules: [rule]).first)
            let from = try #require(row.informative.first?.from)
            #expect((from / expected - 1).magnitude < 1e-6)
            #expect(row.informative.count == 1 && row.informative[0].to == nil)
        }
    }

    /// Roots of 2.4 t - e^{0.24 t} = log C4 by mpmath.findroot at 30 digits.
    @Test func windowIsEmptyBetweenTheRoots() throws {
        for (c4, from, to) in FrontierReference.windows {
            let row = WindowRow(c4: c4)
            let (first, last) = (try #require(row.emptyFrom), try #require(row.emptyTo))
            #expect((first / from - 1).magnitude < 1e-12 && (last / to - 1).magnitude < 1e-12)
        }
        #expect(WindowRow(c4: 454_100).emptyFrom == nil && WindowRow(c4: 453_900).emptyFrom != nil)
        #expect(WindowRow(c4: 0.3).emptyFrom == 1)
    }

    @Test func argumentsOutOfRangeAreNamed() {
        #expect(throws: ParameterError.self) { try Frontier(gamma: 0) }
        #expect(throws: ParameterError.self) { try Frontier(c0: -1) }
        #expect(throws: ParameterError.self) { try Frontier(c1: 0) }
    }
}
