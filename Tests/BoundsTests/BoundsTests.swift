// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Foundation
import Testing

/// Every right-hand side by the ID of its claim in the reference files.
private let formulas: [String: any Formula] = [
    "B.4/1": LemmaB4.FlippedNeurons(), "B.4/2": LemmaB4.PerturbedFlippedNeurons(), "B.4/3": LemmaB4.PerturbedFlippedNeurons(),
    "B.4/4": LemmaB4.PerturbedFlippedNeurons(), "B.5/1": LemmaB5.FunctionValue(), "B.5/2": LemmaB5.FunctionValueAtLargeWidth(),
    "B.5/a": LemmaB5.FunctionValueAtStart(), "B.5/b": LemmaB5.FunctionChange(), "B.6/1": LemmaB6.SignChange(),
    "B.6/2": LemmaB6.SignChangeNearby(), "B.7/1": LemmaB7.GradientNorm(), "B.7/2": LemmaB7.GradientNormAtLargeWidth(),
    "B.7/f": LemmaB7.FlippedSum(), "B.7/h": LemmaB7.ProjectedGradientChange(), "B.8/1": LemmaB8.DirectionalDifference(),
    "B.8/2": LemmaB8.DirectionalDifferenceAsProved(), "B.8/i": LemmaB8.FlippedGradient(), "B.8/j": LemmaB8.PerturbedFlippedGradient(),
    "B.9/1": LemmaB9.GradientDifference(), "B.9/1+": SharpB9.GradientDifference(),
    "B.8/1+": SharpB8.DirectionalDifference(), "B.8/i+": SharpB8.FlippedGradient(),
    "B.8/j*": LemmaB8.PerturbedFlippedGradientAtLargeWidth(), "B.8/j**": LemmaB8.PerturbedFlippedGradientAtAnyRadius(),
    "B.5/1+": SharpB5.FunctionValue(),
    "B.7/1+": SharpB7.GradientNorm(),
    "B.7/h+": SharpB7.ProjectedGradientChange(), "B.4/2*": LemmaB4.PerturbedFlippedNeuronsRepaired(),
    "B.4/4*": LemmaB4.FlippedNeuronsAtAnyPerturbationRepaired(), "B.4/4'*": LemmaB4.FlippedNeuronsAtScaleRepaired(),
    "4.3/a*": LemmaB4.PerturbedFlippedNeuronsOfSameOrder(), "B.7/f*": LemmaB7.FlippedSumRepaired(),
    "B.7/h*": LemmaB7.ProjectedGradientChangeRestricted(), "B.7/2*": LemmaB7.GradientNormAtLargeWidthRepaired(),
]

/// One value of a right-hand side, made independently with arbitrary-precision arithmetic; nan where a radicand is negative.
struct ReferenceRow: Sendable {
    let claim: String
    let parameters: Parameters
    let value: Double

    /// The rows of a table in Resources: `bounds`, 13 claims at random points, and `every-bound`, all of them at the usual points and at
    /// the ends of each argument's range (written by bounds.py).
    static func table(_ name: String) throws -> [ReferenceRow] {
        let url = try #require(Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Resources"))
        let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
        return try lines.map { line in
            let fields = line.split(separator: ",").map(String.init)
            let number = try fields.dropFirst().map { try #require(Double($0), "\(name).csv: \(line)") }
            return ReferenceRow(
                claim: fields[0],
                parameters: try Parameters(
                    d: Int(number[0]), m: Int(number[1]), gamma: number[2], c0: number[3], c1: number[4], radius: number[5],
                    epsilon: number[6]),
                value: number[7])
        }
    }
}

@Test("every right-hand side agrees with its reference to a relative 1e-13", arguments: [("bounds", 156), ("every-bound", 884)])
func reference(table: String, count: Int) throws {
    let rows = try ReferenceRow.table(table)
    #expect(rows.count == count)
    for row in rows {
        let formula = try #require(formulas[row.claim], "\(row.claim)")
        let value = formula.bound(row.parameters.arguments).value
        if row.value.isNaN {
            #expect(value.isNaN, "\(row.claim) at \(row.parameters)")
        } else {
            #expect(
                abs(value - row.value) <= 1e-13 * abs(row.value),
                "\(row.claim) at \(row.parameters): \(value), not \(row.value)")
        }
    }
}

/// A claim without a row would pass ``reference(table:count:)`` whatever its formula says.
@Test("no right-hand side is without a reference", arguments: formulas.keys.sorted())
func referenced(claim: String) throws {
    let rows = try ReferenceRow.table("every-bound").filter { $0.claim == claim }
    #expect(rows.contains { !$0.value.isNaN }, "\(claim) has no value in every-bound.csv: add it to bounds.py")
}

@Test("out-of-range parameters are named, with their value and range")
func ranges() throws {
    func message(_ make: () throws -> Parameters) -> String? {
        do {
            _ = try make()
            return nil
        } catch {
            return "\(error)"
        }
    }
    func plain(_ x: Double) -> String { String(format: "%g", x) }
    #expect(message { try Parameters(d: 0, m: 1, gamma: 0.5, c0: 1) } == "d = 0 is out of range: an integer from 1 to 1e15 is allowed")
    #expect(message { try Parameters(d: 1, m: -3, gamma: 0.5, c0: 1) } == "m = -3 is out of range: an integer from 1 to 1e15 is allowed")
    for gamma in [0, 1, -1, 2, Double.nan, .infinity] {
        #expect(
            message { try Parameters(d: 1, m: 1, gamma: gamma, c0: 1) }
                == "gamma = \(plain(gamma)) is out of range: a number in (0, 1) is allowed"
        )
    }
    for c0 in [-1, Double.nan, .infinity] {
        #expect(
            message { try Parameters(d: 1, m: 1, gamma: 0.5, c0: c0) }
                == "c0 = \(plain(c0)) is out of range: a finite number >= 0 is allowed")
    }
    #expect(message { try Parameters(d: 1, m: 1, gamma: 0.5, c0: 1, c1: 0) } != nil)
    #expect(message { try Parameters(d: 1, m: 1, gamma: 0.5, c0: 1, radius: -0.1) } != nil)
    for epsilon in [0, 1, -1, Double.nan] {
        #expect(
            message { try Parameters(d: 1, m: 1, gamma: 0.5, c0: 1, epsilon: epsilon) }
                == "epsilon = \(plain(epsilon)) is out of range: a number in (0, 1) is allowed")
    }
    #expect(message { try Parameters(d: 1, m: 1, gamma: 0.5, c0: 0, radius: 0) } == nil)
}

@Test("B.5/2's hypothesis is the boundary at which its bound overtakes B.5/1's")
func largeWidthBoundary() throws {
    let gamma = 0.01
    let m = 11.656854249492381 * Foundation.log(2 / gamma)
    let below = Arguments(d: 9.0, m: m * (1 - 1e-9), gamma: gamma, c0: 1, c1: 1, radius: 0.1, epsilon: 0.1)
    var above = below
    above.m = m * (1 + 1e-9)
    #expect(!LemmaB5.largeWidth(below).holds)
    #expect(LemmaB5.largeWidth(above).holds)
    #expect(LemmaB5.functionValue(below).value > LemmaB5.functionValueAtLargeWidth(below).value)
    #expect(LemmaB5.functionValue(above).value < LemmaB5.functionValueAtLargeWidth(above).value)
}

@Test("terms add up to the value, and every claim has at least one", arguments: formulas.keys.sorted())
func terms(claim: String) throws {
    let parameters = try Parameters(d: 784, m: 100_000, gamma: 0.05, c0: 10)
    let bound = try #require(formulas[claim]).bound(parameters.arguments)
    let sum: Double = bound.terms.reduce(0) { $0 + $1.value }
    #expect(abs(sum - bound.value) <= 1e-12 * abs(bound.value))
    #expect(bound.terms.allSatisfy { !$0.name.isEmpty && !$0.value.isNaN })
}
