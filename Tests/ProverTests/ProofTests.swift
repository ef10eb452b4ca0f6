// SPDX-License-Identifier: GPL-3.0-or-later

import BallArithmetic
import Bounds
import Claims
import Laws
import Testing

@testable import Prover

/// Proofs and sweeps of statements whose truth is plain.
@Suite struct ProofTests {
    private func isShown(_ line: CheckedLine) -> Bool { line.evidence.standing != .failed }

    private let right = CheckedLine.fact("1 < 2") { true }
    private let wrong = CheckedLine.fact("2 < 1") { false }

    @Test("a proof needs lines, and none of them failed")
    func checkedArguments() {
        func verdict(_ proof: [CheckedLine]) -> Verdict { CheckedArgument(proof: proof).finding().verdict }
        #expect(verdict([right]) == .proved && verdict([right, wrong]) == .inconclusive && verdict([]) == .inconclusive)
    }

    /// left <= 1 at d = 1 and d = 2, left a ball that lies below 1, above it or around it.
    private func sweep(_ lefts: [Ball], _ argument: WholeDomainArgument? = nil) -> LawSweep {
        LawSweep(grid: SweepGrid(d: [1, 2]), argument: argument) { point, _ in
            LawSweep.Sides(lefts[point.parameters.d - 1], atMost: Ball(1), "stated")
        }
    }

    private let below = Ball(lower: 0, upper: 0.5)
    private let around = Ball(lower: 0, upper: 2)
    private let above = Ball(lower: 3, upper: 4)

    @Test("a point whose sides are not told apart is undecided, and leaves its sweep open")
    func openPoints() throws {
        #expect(sweep([below, below]).finding().verdict == .holds && sweep([below, around]).finding().verdict == .inconclusive)
        #expect(sweep([around, above]).finding().verdict == .refuted)
        let point = try SweepPoint(Parameters(d: 2, m: 1, gamma: 0.5, c0: 0))
        #expect(sweep([below, around]).evaluate(at: point)?.outcome == .undecided)
        #expect(sweep([below, above]).evaluate(at: point)?.outcome == .violated)
    }

    @Test("an argument proves where each of its lines does, and what it rests on has an argument that does")
    func arguments() {
        func verdict(_ argument: WholeDomainArgument) -> Verdict { sweep([below, below], argument).finding().verdict }
        #expect(verdict(WholeDomainArgument("lines", [right])) == .proved)
        #expect(verdict(WholeDomainArgument("lines", [right, wrong])) == .holds)
        let proved = sweep([below, below], WholeDomainArgument("lines", [right]))
        let swept = sweep([below, below])
        #expect(verdict(WholeDomainArgument("rests", restsOn: [proved])) == .proved)
        #expect(verdict(WholeDomainArgument("rests", restsOn: [proved, swept])) == .holds)
    }
}
