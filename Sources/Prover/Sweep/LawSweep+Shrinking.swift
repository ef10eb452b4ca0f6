// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Laws

extension LawSweep {
    /// The same violation at the least d, then the least m, of 1, 2, 5, 10, 20, 50, ... that still violates; the rest as it is.
    func shrunk(_ witness: SweepEvaluation) -> SweepEvaluation {
        var best = evaluate(at: witness.point) ?? witness
        for variable in [SweepVariable.d, .m] where variables.contains(variable) {
            let p = best.point.parameters
            let current = variable == .d ? p.d : p.m
            for count in Self.roundCounts where count < current {
                guard let point = best.point.replacing(variable, by: count), let tried = evaluate(at: point),
                    tried.outcome == .violated
                else { continue }
                best = tried
                break
            }
        }
        return best
    }

    private static let roundCounts: [Int] = (0..<15).flatMap { k in
        let power = (0..<k).reduce(1) { value, _ in 10 * value }
        return [power, 2 * power, 5 * power]
    }
}

extension SweepPoint {
    /// The point with another d or m; R and eps stay as they are.
    func replacing(_ variable: SweepVariable, by count: Int) -> SweepPoint? {
        let p = parameters
        guard
            let moved = try? Parameters(
                d: variable == .d ? count : p.d, m: variable == .m ? count : p.m, gamma: p.gamma, c0: p.c0, c1: p.c1, radius: p.radius,
                epsilon: p.epsilon)
        else { return nil }
        return try? SweepPoint(moved, order: order, threshold: threshold)
    }
}
