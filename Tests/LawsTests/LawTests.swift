// SPDX-License-Identifier: GPL-3.0-or-later

import BallArithmetic
import Bounds
import Foundation
import Laws
import Testing

/// A row of Resources/laws.csv: a law, its arguments, its value and logarithm to 30 digits by reference.py.
struct ReferenceValue: Sendable, CustomTestStringConvertible {
    let law: String
    let arguments: [String]
    let value: String
    let log: String

    var testDescription: String { "\(law) \(arguments.joined(separator: " "))" }

    func int(_ i: Int) -> Int { Int(arguments[i]) ?? -1 }
    func ball(_ i: Int) -> Ball { Ball(exactly: Double(arguments[i]) ?? .nan) }

    static let all: [ReferenceValue] = {
        guard let url = Bundle.module.url(forResource: "laws", withExtension: "csv", subdirectory: "Resources"),
            let text = try? String(contentsOf: url, encoding: .utf8)
        else { return [] }
        return text.split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return ReferenceValue(law: cells[0], arguments: cells[1...5].filter { !$0.isEmpty }, value: cells[6], log: cells[7])
        }
    }()

    static func of(_ laws: String...) -> [ReferenceValue] { all.filter { laws.contains($0.law) } }
}

/// Each law against its reference value: the enclosure must hold the value's neighbourhood of 1e-25 (mpmath's own error) and be
/// narrower than 1e-15, both relative.
@Suite struct LawTests {
    static let bits = 192

    private func expect(_ ball: Ball, _ row: ReferenceValue, sourceLocation: SourceLocation = #_sourceLocation) {
        guard let reference = Ball(row.value) else { Issue.record("unreadable reference"); return }
        if row.value == "0.0" { #expect(ball.isExact && ball.contains(0), sourceLocation: sourceLocation); return }
        let slack = reference * Ball(lower: -1e-25, upper: 1e-25)
        #expect(ball.overlaps(reference + slack), "\(ball) against \(row.value)", sourceLocation: sourceLocation)
        #expect(Double(ball.accuracyBits) > 49.8, "\(ball.accuracyBits) bits", sourceLocation: sourceLocation)
    }

    @Test(arguments: ReferenceValue.of("binomial_upper")) func binomial(_ row: ReferenceValue) {
        Ball.withPrecision(Self.bits) {
            let p = row.ball(2)
            expect(CertifiedBinomialTail.upper(trials: row.int(0), atLeast: row.int(1), p: p, q: .integer(1) - p), row)
        }
    }

    @Test(arguments: ReferenceValue.of("strip", "two_sided_normal")) func normal(_ row: ReferenceValue) {
        Ball.withPrecision(Self.bits) {
            expect(row.law == "strip" ? NormalLaws.strip(row.ball(0)) : NormalLaws.outside(row.ball(0)), row)
        }
    }

    @Test(arguments: ReferenceValue.of("chi2_upper", "chi2_lower")) func chiSquare(_ row: ReferenceValue) {
        Ball.withPrecision(Self.bits) {
            let (d, x) = (row.int(0), row.ball(1))
            expect(row.law == "chi2_upper" ? ChiSquareTail.upper(d, x) : ChiSquareTail.lower(d, x), row)
        }
    }

    @Test(arguments: ReferenceValue.of("cone")) func cone(_ row: ReferenceValue) {
        Ball.withPrecision(Self.bits) {
            expect(ConeLaw.probability(dimension: row.int(0), distance: row.ball(1), sine: row.ball(2), precision: 128), row)
        }
    }

    @Test(arguments: ReferenceValue.of("mixture")) func mixture(_ row: ReferenceValue) {
        Ball.withPrecision(Self.bits) {
            let p = row.ball(1)
            expect(BinomialNormalMixture.upperTail(width: row.int(0), p: p, q: .integer(1) - p, t: row.ball(2), precision: 96), row)
        }
    }

    @Test(arguments: ReferenceValue.of("scaled_chi2_lower")) func scaledChiSquare(_ row: ReferenceValue) {
        Ball.withPrecision(Self.bits) {
            let m = row.int(0)
            let tail = ScaledChiSquare.lowerTail(width: m, degrees: row.int(1), below: row.ball(2))
            if m <= ScaledChiSquare.largestExact { return expect(tail, row) }
            // Over blocks: inside a factor of 10.
            guard let reference = Ball(row.value) else { Issue.record("unreadable reference"); return }
            #expect(tail.contains(reference) && tail.upper < 10 * tail.lower)
        }
    }

    @Test(arguments: ReferenceValue.of("any_of")) func anyOf(_ row: ReferenceValue) {
        Ball.withPrecision(Self.bits) { expect(NormalLaws.anyOf(row.int(0), row.ball(1)), row) }
    }

    @Test(arguments: ReferenceValue.of("wedge_moment", "wedge_moment_of")) func wedgeMoment(_ row: ReferenceValue) {
        Ball.withPrecision(Self.bits) {
            let (q, phi, c) = (row.int(0), row.ball(1), row.ball(2))
            guard let reference = Ball(row.value) else { Issue.record("unreadable reference"); return }
            if row.law == "wedge_moment", c.contains(0) { expect(WedgeMoments.alongCentre(q, angle: phi), row) }
            // No other direction of the plane has a larger moment, and no direction at all one above the limit.
            let slack = Ball(1) + Ball(exactly: 1e-25)
            if row.law == "wedge_moment" { #expect(reference.isCertainlyLess(than: WedgeMoments.alongCentre(q, angle: phi) * slack)) }
            if q == 2 { #expect(reference.isCertainlyLess(than: WedgeMoments.largestSecond(angle: phi) * slack)) }
            #expect(reference.isCertainlyLess(than: WedgeMoments.limit(q, angle: phi)))
        }
    }
}
