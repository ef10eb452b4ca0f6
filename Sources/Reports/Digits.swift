// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
public import Verifier

/// Numbers as reports write them.
public enum Digits {
    /// The digits of a value in a written report: what survives a change of CPU, whose logarithms and exponentials may differ
    /// in the last of a Double's sixteen.
    public static let recorded = 6

    /// The nearest number of `digits` significant decimal digits.
    public static func rounded(_ x: Double, to digits: Int = recorded) -> Double {
        x.isFinite ? Double(String(format: "%.\(digits - 1)e", x)) ?? x : x
    }

    /// The largest number of `digits` significant decimal digits that is at most `x`: the lower end of an enclosure, written.
    public static func roundedDown(_ x: Double, to digits: Int = recorded) -> Double {
        let nearest = rounded(x, to: digits)
        return nearest <= x ? nearest : neighbour(of: nearest, to: digits, by: -1)
    }

    /// The smallest number of `digits` significant decimal digits that is at least `x`: the upper end of an enclosure, written.
    public static func roundedUp(_ x: Double, to digits: Int = recorded) -> Double { -roundedDown(-x, to: digits) }

    /// `x`, a number of `digits` significant digits, moved by `step` in the last of them.
    private static func neighbour(of x: Double, to digits: Int, by step: Int) -> Double {
        let parts = String(format: "%.\(digits - 1)e", x).split(separator: "e")
        guard parts.count == 2, let mantissa = Int(parts[0].filter { $0 != "." }), let exponent = Int(parts[1]) else { return x }
        // What is below every Double of so many digits, or above, is rounded to the next end that a Double has.
        return Double("\(mantissa + step)e\(exponent - digits + 1)") ?? x
    }

    /// `x` in at most `digits` significant digits, `inf` and `-inf` where infinite.
    public static func text(_ x: Double, _ digits: Int = 4) -> String {
        if x.isInfinite { return x < 0 ? "-inf" : "inf" }
        // C writes 1e+06 and 1e-06; the command line's own spelling is 1e6 and 1e-6.
        let text = String(format: "%.\(digits)g", x)
        guard let e = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: e)...]) else { return text }
        return "\(text[..<e])e\(exponent)"
    }
}

extension RunResult {
    /// The result with every computed value rounded to ``Digits/recorded`` digits, the ends of intervals outward; parameters and counts
    /// stay as they are.
    public var recorded: RunResult {
        var copy = self
        for index in copy.cells.indices { copy.cells[index] = copy.cells[index].recorded }
        return copy
    }
}

extension RunResult.Cell {
    var recorded: RunResult.Cell {
        var cell = self
        cell.bound = Digits.rounded(bound)
        cell.probability = .init(lower: Digits.roundedDown(probability.lower), upper: Digits.roundedUp(probability.upper))
        cell.quantile = quantile.map {
            .init(value: Digits.rounded($0.value), lower: Digits.roundedDown($0.lower), upper: Digits.roundedUp($0.upper))
        }
        cell.maximum = maximum.map { Digits.rounded($0) }
        cell.attained = attained.map { Digits.rounded($0) }
        cell.certified = certified.map { Digits.roundedUp($0) }
        cell.slack = slack.map { Digits.rounded($0) }
        return cell
    }
}
