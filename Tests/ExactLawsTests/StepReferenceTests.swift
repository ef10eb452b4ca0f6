// SPDX-License-Identifier: GPL-3.0-or-later

import BallArithmetic
import Bounds
import ExactLaws
import Foundation
import Testing

/// A row of Resources/steps.csv: a step, a point, and its left side to 25 digits, composed by steps.py from the paper's statement.
struct StepReference: Sendable, CustomTestStringConvertible {
    let cells: [String]

    var step: String { cells[0] }
    var value: String { cells[9] }
    var testDescription: String { cells.joined(separator: " ") }

    func point() throws -> StepPoint {
        func number(_ i: Int) -> Double { Double(cells[i]) ?? .nan }
        let parameters = try Parameters(
            d: Int(cells[1]) ?? 0, m: Int(cells[2]) ?? 0, gamma: number(3), c0: number(4), radius: number(5), epsilon: number(6))
        return try StepPoint(parameters, order: Int(cells[7]) ?? 0, threshold: number(8))
    }

    static let all: [StepReference] = {
        guard let url = Bundle.module.url(forResource: "steps", withExtension: "csv", subdirectory: "Resources"),
            let text = try? String(contentsOf: url, encoding: .utf8)
        else { return [] }
        return text.split(separator: "\n").dropFirst().map { StepReference(cells: $0.split(separator: ",").map(String.init)) }
    }()
}

@Suite struct StepReferenceTests {
    @Test func resourcesAreThere() {
        #expect(StepReference.all.count == 67)
        #expect(ReferenceValue.all.count == 134)
    }

    /// The left side of every step agrees with its reference to a relative 1e-12, in logarithms where it underflows.
    @Test(arguments: StepReference.all) func leftSide(_ row: StepReference) throws {
        let step = try #require(ExactSteps.step(row.step))
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
            let witness = try #require(ExactSteps.step(id)?.refutation(), sourceLocation: sourceLocation)
            let value = try #require(estimate, sourceLocation: sourceLocation)
            #expect(abs(value / witness.left.value - 1) < 1e-9, "\(id) \(witness.description) \(value)", sourceLocation: sourceLocation)
            #expect(value > witness.right.value, sourceLocation: sourceLocation)
        }
        try close("T.3", GSLEstimates.chiSquareUpper(1, 1 + 4 * (log(2 / 1e-4)).squareRoot()))
        try close("B.6/a", GSLEstimates.chiSquareUpper(1, 1 + 4 * (log(2 / 1e-4)).squareRoot()))
        try close("B.8/h", GSLEstimates.outside(log(1 / 0.1).squareRoot()))
        try close("B.7/g", GSLEstimates.chiSquareUpper(1, 2 + 4 * (2 * log(2 / 1e-6)).squareRoot()))
        try close("B.4/e", GSLEstimates.outside(0.1 * 1.5 / 0.5).map { 1 - $0 })
        try close("B.6/c", GSLEstimates.outside(0.5 / 0.5).map { 1 - $0 })
        try close("B.9/k", GSLEstimates.chiSquareUpper(5, 5 + 4 * (5 * log(2e7 / 0.5)).squareRoot()).map { -expm1(2e7 * log1p(-$0)) })
        let wide = try #require(ExactSteps.step("B.4/f")?.refutation())
        let (m, v, r) = (wide.point.parameters.m, wide.point.parameters.ballRadius, wide.point.parameters.radius)
        let strip = try #require(GSLEstimates.outside(v * (1 + r) / (1 - r)).map { 1 - $0 })
        let count = LemmaB4.perturbedFlippedNeurons(wide.point.parameters.arguments).value
        try close("B.4/f", GSLEstimates.binomialUpper(trials: m, atLeast: Int(count.rounded(.down)) + 1, p: strip))
        // d = 2, m = 20 or so neurons, R = 1/2: the radial form of p', then the incomplete beta function.
        let witness = try #require(ExactSteps.step("B.4/2")?.refutation())
        let p = witness.point.parameters
        let share = try #require(GSLEstimates.cone(dimension: p.d, distance: p.ballRadius, sine: p.radius))
        let b = LemmaB4.perturbedFlippedNeurons(p.arguments).value
        try close("B.4/2", GSLEstimates.binomialUpper(trials: p.m, atLeast: Int(b.rounded(.down)) + 1, p: share))
    }
}
