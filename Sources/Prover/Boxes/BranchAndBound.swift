// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
public import Bounds
internal import RealModule

/// Proves lhs <= rhs over a box that may be unbounded, by branch and bound on the slopes of log(lhs/rhs).
///
/// On a box, in this order:
/// 1. the ranges alone may decide;
/// 2. where log(lhs/rhs) has a slope of one sign in a coordinate, throughout the box, its supremum lies on that coordinate's end,
///    so the box collapses to that face (an infinite end cannot be collapsed to). This is how an unbounded tail is disposed of: by a
///    monotonicity that has been checked on all of it;
/// 3. log(lhs/rhs) at the centre of the bounded coordinates, over the whole range of the others, plus the slopes times the half-widths
///    bounds it from above;
/// 4. else the box is cut in two where the slope times the width is greatest.
///
/// Why 2 and 3 are sound: both sides are continuous and piecewise differentiable in the log-parameters, positive, and each slope's
/// range holds on the whole box (``RangeWithSlopes``).
public struct BranchAndBound {
    /// Both sides of the inequality as functions of the box's parameters.
    public typealias Sides = ([RangeWithSlopes]) -> Inequality<RangeWithSlopes>

    public enum Outcome: Sendable, Hashable {
        /// lhs <= rhs on the whole box, after so many boxes.
        case proved(boxes: Int)
        /// lhs > rhs throughout a box inside: its lower corner in log-parameters.
        case refuted(at: [Double])
        /// The budget of boxes ended at this one.
        case open(String)

        public var isProved: Bool { if case .proved = self { true } else { false } }
    }

    public var maxBoxes = 100_000
    public var maxDepth = 200
    /// The precision in bits of every ball.
    public var precision = 96

    public init() {}

    /// Decides the inequality on `box`.
    public func prove(on box: LogBox, _ sides: Sides) -> Outcome {
        Ball.withPrecision(precision) {
            var stack = [(box, 0)]
            var boxes = 0
            while let (box, depth) = stack.popLast() {
                boxes += 1
                switch examine(box, sides) {
                case .proved: continue
                case .refuted(let corner): return .refuted(at: corner)
                case .open(let box, let axis):
                    guard boxes < maxBoxes, depth < maxDepth, let axis else { return .open(box.text) }
                    let halves = box.intervals[axis].halves
                    stack.append((box.replacing(axis, halves.1), depth + 1))
                    stack.append((box.replacing(axis, halves.0), depth + 1))
                }
            }
            return .proved(boxes: boxes)
        }
    }

    private enum Finding {
        case proved
        case refuted([Double])
        case open(LogBox, axis: Int?)
    }

    private func examine(_ start: LogBox, _ sides: Sides) -> Finding {
        var box = start
        while true {
            let both = sides(box.trends)
            let (lhs, rhs) = (both.lhs.value, both.rhs.value)
            if let most = lhs.upper, let least = rhs.lower, most.isCertainlyLessOrEqual(to: least) { return .proved }
            if let least = lhs.lower, let most = rhs.upper, most.isCertainlyLess(than: least) {
                return .refuted(box.intervals.map { $0.lower.isFinite ? $0.lower : $0.upper })
            }
            guard lhs.isNonnegative, rhs.isNonnegative else { return .open(box, axis: widest(box, [])) }
            let slopes = box.intervals.indices.map { both.lhs.slope($0) + -both.rhs.slope($0) }
            guard let collapsed = collapse(box, slopes) else {
                return meanValue(box, slopes, sides) ? .proved : .open(box, axis: widest(box, slopes))
            }
            box = collapsed
        }
    }

    /// The face that holds the supremum, or nil where no coordinate is monotone.
    private func collapse(_ box: LogBox, _ slopes: [ExtendedInterval]) -> LogBox? {
        var result = box, changed = false
        for (i, interval) in box.intervals.enumerated() where !interval.isPoint {
            if slopes[i].isNonpositive, interval.lower.isFinite {
                result = result.replacing(i, interval.with(interval.lower, interval.lower))
                changed = true
            } else if slopes[i].isNonnegative, interval.upper.isFinite {
                result = result.replacing(i, interval.with(interval.upper, interval.upper))
                changed = true
            }
        }
        return changed ? result : nil
    }

    /// Whether lhs/rhs at the centre of the bounded coordinates, times exp(sum of |slope| half-width), is at most 1.
    private func meanValue(_ box: LogBox, _ slopes: [ExtendedInterval], _ sides: Sides) -> Bool {
        var rise = Ball(0), centre = box
        for (i, interval) in box.intervals.enumerated() where !interval.isPoint && interval.isFinite {
            guard let slope = slopes[i].magnitude else { return false }
            let middle = interval.halves.0.upper
            centre = centre.replacing(i, interval.with(middle, middle))
            let half = Double.maximum(interval.upper - middle, middle - interval.lower).nextUp
            rise = rise + slope * Ball(exactly: half)
        }
        let both = sides(centre.trends)
        guard let most = both.lhs.value.upper, let least = both.rhs.value.lower else { return false }
        return (most * .exp(rise)).isCertainlyLessOrEqual(to: least)
    }

    /// The coordinate to cut: that of the largest slope times width, an unbounded one counting ten e-folds; nil at a point.
    private func widest(_ box: LogBox, _ slopes: [ExtendedInterval]) -> Int? {
        box.intervals.indices.filter { !box.intervals[$0].isPoint && box.intervals[$0].width > 1e-9 }.max { a, b in
            priority(box.intervals[a], slopes.isEmpty ? nil : slopes[a]) < priority(box.intervals[b], slopes.isEmpty ? nil : slopes[b])
        }
    }

    private func priority(_ interval: LogInterval, _ slope: ExtendedInterval?) -> Double {
        let width = interval.isFinite ? interval.width : 10
        return slope?.magnitude.map { width * $0.upper } ?? width * 1e100
    }
}
