// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
public import Prover
internal import RealModule
internal import Support

/// The paper's parameters drawn at random, for searches that try to refute what is proved: log-uniform over many orders of magnitude, the
/// ends of their ranges, and what the hypotheses put side by side (m a power of d, log(4/gamma) a multiple of sqrt d).
///
/// Every value lies in the setting (Section 2): d, m, q integers, gamma, eps in (0,1), R in [0, 1/2], C0 >= 0. What a claim asks beyond is
/// for its own domain to reject.
public enum RandomParameters {
    public static let draw: RandomSearch.Draw = { name, simple, earlier, numbers in
        // A claim for d >= 2 or m >= 58 has no simpler d or m in its own search.
        let least = simple.min() ?? 1
        switch name {
        case "d": return Double.maximum(least, dimension(&numbers))
        case "m": return Double.maximum(least, width(earlier["d"], &numbers))
        case "q": return (least + (60 - least) * numbers.uniform()).rounded(.down)
        case "gamma": return probability(earlier["d"], &numbers)
        case "eps", "e": return belowOne(&numbers)
        case "R": return numbers.uniform() < 0.125 ? 0.5 : 0.5 * magnitude(-30, 0, &numbers)
        case "L": return magnitude(0, 14, &numbers)
        case "C0", "V": return numbers.uniform() < 0.125 ? Double(Int(2 * numbers.uniform())) : magnitude(-28, 14, &numbers)
        case "D": return numbers.uniform() < 0.5 ? numbers.uniform() * (earlier["G"] ?? 1) : 0
        default: return magnitude(-14, 14, &numbers)
        }
    }

    /// e^t, t uniform on [a, b).
    private static func magnitude(_ a: Double, _ b: Double, _ numbers: inout SplitMix64) -> Double {
        Double.exp(a + (b - a) * numbers.uniform())
    }

    /// 2 to 50, or up to 10^15 in the logarithm.
    private static func dimension(_ numbers: inout SplitMix64) -> Double {
        numbers.uniform() < 0.25 ? (2 + 48 * numbers.uniform()).rounded(.down) : magnitude(0.7, 34, &numbers).rounded(.up)
    }

    /// 58 to 1000, a power of d with exponent up to 5, or up to 10^26 in the logarithm; an integer below 2^53 and a multiple of one beyond.
    private static func width(_ d: Double?, _ numbers: inout SplitMix64) -> Double {
        let u = numbers.uniform()
        if u < 0.25 { return (58 + 1000 * numbers.uniform()).rounded(.down) }
        guard let d, u < 0.75 else { return magnitude(0, 60, &numbers).rounded(.up) }
        return Double.pow(d, u < 0.5 ? 2.4 : 5 * numbers.uniform()).rounded(.up)
    }

    /// A probability: near 0, near 1, or such that log(4/gamma) is up to sqrt d.
    private static func probability(_ d: Double?, _ numbers: inout SplitMix64) -> Double {
        guard let d, numbers.uniform() < 0.5 else { return belowOne(&numbers) }
        let l = Double.log(4) + (Double.minimum(Double.sqrt(d), 700) - Double.log(4)) * numbers.uniform()
        return Double.minimum(4 * Double.exp(-l), 0.999_999)
    }

    /// In (0, 1), as near to either end as a Double can tell.
    private static func belowOne(_ numbers: inout SplitMix64) -> Double {
        numbers.uniform() < 0.3 ? 1 - magnitude(-34, -0.1, &numbers) : magnitude(-700, -1e-9, &numbers)
    }
}
