// SPDX-License-Identifier: GPL-3.0-or-later

import BallArithmetic
import Bounds
import Claims
import Laws
import LazyPaper
import RealModule
import Support
import Testing
import Verifier

/// Every claim with a right-hand side on a quantity, repairs included.
private let measured = LazyPaper.catalogue.all.flatMap { [$0] + $0.repairs }.compactMap(\.measured)

@Test("every right-hand side stands in bounds/ as an expression too, and both say the same at random parameters")
func twoEncodings() throws {
    let formulas = try LazyPaper.defaultPlan().formulas
    #expect(Set(formulas.keys) == Set(measured.map(\.id)))
    var numbers = SplitMix64(seed: 13)
    func log(_ low: Double, _ high: Double) -> Double { low * Double.exp(numbers.uniform() * Double.log(high / low)) }
    for claim in measured {
        let expression = try #require(formulas[claim.id])
        // What the text depends on is what the function does, hypotheses apart.
        #expect(ExpressionFormula(expression).dependsOn.isSubset(of: claim.dependsOn), "\(claim.id)")
        var finite = 0
        for _ in 0..<60 {
            let p = Arguments<Double>(
                d: log(3, 1e6).rounded(), m: log(10, 1e9).rounded(), gamma: log(1e-9, 0.9), c0: log(1e-3, 100), c1: log(0.1, 10),
                radius: log(1e-3, 0.5), epsilon: log(1e-6, 0.5))
            let function = claim.bound(p).value, text = expression.value(p)
            #expect(function.isNaN == text.isNaN, "\(claim.id)")
            guard function.isFinite else { continue }
            finite += 1
            // Sums of terms that cancel lose digits in both.
            let scale = claim.bound(p).terms.reduce(0) { $0 + abs($1.value) }
            #expect(abs(function - text) <= 1e-11 * scale, "\(claim.id): \(function) and \(text)")
        }
        #expect(finite >= 20, "\(claim.id)")
        // The same tree in balls encloses the same number.
        let exact = Arguments<Ball>(
            d: Ball(100), m: Ball(10_000), gamma: .ratio(1, 20), c0: Ball(2), c1: Ball(1), radius: .ratio(1, 10), epsilon: .ratio(1, 1000))
        let double = Arguments<Double>(d: 100, m: 10_000, gamma: 0.05, c0: 2, c1: 1, radius: 0.1, epsilon: 0.001)
        let ball = expression.value(exact)
        if ball.isFinite { #expect(abs(ball.midpoint - claim.bound(double).value) <= 1e-11 * (1 + abs(ball.midpoint)), "\(claim.id)") }
    }
}

@Test("a claim of one's own is verified like the paper's: the same bound on the same quantity has the same verdicts")
func ownClaim() async throws {
    let own = OwnClaim("mine", quantity: "function-value", .atMost("2*sqrt(log(2/gamma)) + C0"), when: "m >= log(2/gamma)")
    let claim = try own.claim(in: LazyPaper.catalogue)
    let measured = try #require(claim.measured), paper = try #require(LazyPaper.catalogue.claim("B.5/2")?.measured)
    let p = try Parameters(d: 100, m: 1000, gamma: 0.05, c0: 2)
    #expect(abs(try measured.bound(at: p).value - paper.bound(at: p).value) < 1e-12)
    #expect(measured.hypotheses(p.arguments).map(\.text) == ["m >= log(2/gamma)"])
    let result = try await Engine(RunOptions()).run(
        Plan(entries: [Plan.Entry(cell: try Cell(measured, p)), Plan.Entry(cell: try Cell(paper, p))], own: [own]))
    #expect(result.cells.map(\.verdict) == [.holds, .holds] && result.own == [own])
    let half = OwnClaim("half", quantity: "function-value", .scaled(claim: "B.5/2", factors: ["0.1", "0.1"]))
    let scaled = try #require(try half.claim(in: LazyPaper.catalogue).measured)
    #expect(abs(try scaled.bound(at: p).value - 0.1 * paper.bound(at: p).value) < 1e-12)
    let refuted = try await Engine(RunOptions()).run(Plan(entries: [Plan.Entry(cell: try Cell(scaled, p))], own: [half]))
    #expect(refuted.cells.first?.verdict == .refuted)
}

@Test("a claim of one's own with a fault is refused in a line")
func faultyOwnClaims() {
    let faulty = [
        OwnClaim("a", quantity: "function-valu", .atMost("1")), OwnClaim("a", quantity: "gradient-norm", .atMost("1")),
        OwnClaim("a", quantity: "function-value", .atLeast("1")), OwnClaim("a", quantity: "function-value", .atMost("sqt(2)")),
        OwnClaim("a", quantity: "function-value", .atMost("1"), when: "m > 2"),
        OwnClaim("a", quantity: "", .scaled(claim: "B.5/9", factors: [])),
        OwnClaim("a", quantity: "", .scaled(claim: "B.5/1", factors: ["x"])),
    ]
    for claim in faulty { #expect(throws: (any Error).self) { try claim.claim(in: LazyPaper.catalogue) } }
}
