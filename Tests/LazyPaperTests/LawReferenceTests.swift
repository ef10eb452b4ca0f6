// SPDX-License-Identifier: GPL-3.0-or-later

import BallArithmetic
import Bounds
import Claims
import Foundation
import Laws
import LazyPaper
import Prover
import TestSupport
import Testing

/// A row of Resources/steps.csv: a step, a point, and its left side to 25 digits, composed by steps.py from the paper's statement.
struct LawReference: Sendable, CustomTestStringConvertible {
    let cells: [String]

    var step: String { cells[0] }
    var value: String { cells[9] }
    var testDescription: String { cells.joined(separator: " ") }

    func point() throws -> SweepPoint {
        func number(_ i: Int) -> Double { Double(cells[i]) ?? .nan }
        let parameters = try Parameters(
            d: Int(cells[1]) ?? 0, m: Int(cells[2]) ?? 0, gamma: number(3), c0: number(4), radius: number(5), epsilon: number(6))
        return try SweepPoint(parameters, order: Int(cells[7]) ?? 0, threshold: number(8))
    }

    static let all: [LawReference] = {
        guard let url = Bundle.module.url(forResource: "steps", withExtension: "csv", subdirectory: "Resources"),
            let text = try? String(contentsOf: url, encoding: .utf8)
        else { return [] }
        return text.split(separator: "\n").dropFirst().map { LawReference(cells: $0.split(separator: ",").map(String.init)) }
    }()
}

@Suite struct LawReferenceTests {
    @Test func resourcesAreThere() {
        #expect(LawReference.all.count == 67)
    }

    /// The left side of every step agrees with its reference to a relative 1e-12, in logarithms where it underflows.
    @Test(arguments: LawReference.all) func leftSide(_ row: LawReference) throws {
        let step = try law(row.step)
        let evaluation = try #require(step.evaluate(at: row.point()))
        let reference = try #require(Ball(row.value))
        if reference.contains(0) {
            #expect(evaluation.left.upper == 0)
        } else if row.step == "B.7/d" || row.step == "B.4/2" && reference.midpoint == 1 {
            // A block sum at m = 200, an underflowing complement: enclosed, whatever the width.
            #expect(evaluation.left.lower <= reference.upper && reference.lower <= evaluation.left.upper)
        } else {
            let log = Ball.log(reference)
            let scale = Swift.max(1, log.midpoint.magnitude) * 1e-15
            #expect(evaluation.left.logLower <= log.upper + scale && log.lower - scale <= evaluation.left.logUpper)
            #expect(evaluation.left.logUpper - evaluation.left.logLower <= 1e-12 + 4 * log.midpoint.magnitude.ulp)
        }
    }

    /// A refutation's witness, again by GSL in doubles.
    @Test func witnessesByGSL() throws {
        func close(_ id: String, _ estimate: Double?, sourceLocation: SourceLocation = #_sourceLocation) throws {
            let witness = try #require(try finding(id).counterexample, sourceLocation: sourceLocation)
            let value = try #require(estimate, sourceLocation: sourceLocation)
            #expect(abs(value / witness.lhs - 1) < 1e-9, "\(id) \(witness.text) \(value)", sourceLocation: sourceLocation)
            #expect(value > witness.rhs, sourceLocation: sourceLocation)
        }
        try close("T.3", GSLEstimates.chiSquareUpper(1, 1 + 4 * (log(2 / 1e-4)).squareRoot()))
        try close("B.6/a", GSLEstimates.chiSquareUpper(1, 1 + 4 * (log(2 / 1e-4)).squareRoot()))
        try close("B.8/h", GSLEstimates.outside(log(1 / 0.1).squareRoot()))
        try close("B.7/g", GSLEstimates.chiSquareUpper(1, 2 + 4 * (2 * log(2 / 1e-6)).squareRoot()))
        try close("B.4/e", GSLEstimates.outside(0.1 * 1.5 / 0.5).map { 1 - $0 })
        try close("B.6/c", GSLEstimates.outside(0.5 / 0.5).map { 1 - $0 })
        try close("B.9/k", GSLEstimates.chiSquareUpper(5, 5 + 4 * (5 * log(2e7 / 0.5)).squareRoot()).map { -expm1(2e7 * log1p(-$0)) })
        let wide = try parameters(of: "B.4/f")
        let (m, v, r) = (wide.m, wide.ballRadius, wide.radius)
        let strip = try #require(GSLEstimates.outside(v * (1 + r) / (1 - r)).map { 1 - $0 })
        let count = LemmaB4.perturbedFlippedNeurons(wide.arguments).value
        try close("B.4/f", GSLEstimates.binomialUpper(trials: m, atLeast: Int(count.rounded(.down)) + 1, p: strip))
        // d = 2, m = 20 or so neurons, R = 1/2: the radial form of p', then the incomplete beta function.
        let p = try parameters(of: "B.4/2")
        let share = try #require(GSLEstimates.cone(dimension: p.d, distance: p.ballRadius, sine: p.radius))
        let b = LemmaB4.perturbedFlippedNeurons(p.arguments).value
        try close("B.4/2", GSLEstimates.binomialUpper(trials: p.m, atLeast: Int(b.rounded(.down)) + 1, p: share))
    }

    /// The point of a claim's counterexample; what it does not name takes the neutral values of a sweep.
    private func parameters(of id: String) throws -> Parameters {
        let counterexample = try #require(try finding(id).counterexample)
        let x = Dictionary(uniqueKeysWithValues: counterexample.parameters.map { ($0.name, Double($0.value) ?? .nan) })
        return try Parameters(
            d: Int(x["d"] ?? 1), m: Int(x["m"] ?? 1), gamma: x["gamma"] ?? 0.5, c0: x["c0"] ?? 0, radius: x["radius"] ?? 0, epsilon: 0.5)
    }
}
