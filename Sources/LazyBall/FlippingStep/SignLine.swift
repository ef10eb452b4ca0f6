// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// F(c) = sum_s b_s relu(p_s + c r_s) along a ray c >= 0, exactly: where it first falls to 0 from F(0) > 0, and what breaks on the way.
///
/// Neuron s has at most one breakpoint, c_s = -p_s/r_s, where it turns off (p > 0 > r) or on (p <= 0 < r). Between breakpoints F is
/// A + B c, so its first zero is found by visiting them in order. p_s = <w_s, x>, r_s = `factor` q_s with q_s = <w_s, v> for the
/// ray's direction v, and b_s = `orientation` a_s.
struct SignLine {
    let preactivations: UnsafeBufferPointer<Double>
    let projections: UnsafeBufferPointer<Double>
    let signs: UnsafeBufferPointer<Double>
    let factor: Double
    let orientation: Double

    struct Breakpoint {
        let step: Double
        let neuron: Int
        let turnsOn: Bool
    }

    /// The breakpoints c with low < c <= high, in order. Those at 0, of neurons that turn on at once, belong to low < 0.
    func breakpoints(after low: Double, upTo high: Double) -> OrderedBreakpoints {
        var (steps, neurons): ([Double], [Int32]) = ([], [])
        for s in signs.indices {
            let (p, r) = (preactivations[s], factor * projections[s])
            guard p > 0 ? r < 0 : r > 0 else { continue }
            let step = p == 0 ? 0 : -p / r
            if step > low && step <= high {
                steps.append(step)
                neurons.append(Int32(s))
            }
        }
        return OrderedBreakpoints(steps: steps, neurons: neurons, preactivations: preactivations)
    }

    /// F(c) as A + B c beyond the breakpoints passed, and how large the terms are that cancel in it.
    struct Piece {
        var value: Double
        var slope: Double
        let termSize: Double
        let slopeSize: Double

        /// Below this F(c) is rounding of 0: four units in the last place of the terms' sizes.
        func tolerance(at c: Double) -> Double { 4 * .ulpOfOne * (termSize + c * slopeSize) }

        func isAtMostZero(at c: Double) -> Bool { value + slope * c <= tolerance(at: c) }
    }

    func firstPiece() -> Piece {
        var (value, slope, terms, slopes) = (0.0, 0.0, 0.0, 0.0)
        for s in signs.indices {
            let (p, r) = (preactivations[s], factor * projections[s])
            terms += abs(p)
            slopes += abs(r)
            guard p > 0 else { continue }
            value += orientation * signs[s] * p
            slope += orientation * signs[s] * r
        }
        return Piece(value: value, slope: slope, termSize: terms, slopeSize: slopes)
    }

    func pass(_ breakpoint: Breakpoint, _ piece: inout Piece) {
        let s = breakpoint.neuron
        let sign = breakpoint.turnsOn ? orientation * signs[s] : -orientation * signs[s]
        piece.value += sign * preactivations[s]
        piece.slope += sign * factor * projections[s]
    }

    /// The least c > 0 with F(c) <= 0, infinite if there is none.
    ///
    /// Breakpoints are put in order up to a horizon that grows from four times `guess`: most rays end long before most breakpoints.
    /// An F that touches 0 without crossing counts, and so does one that comes within rounding of it at a breakpoint.
    func firstZero(guess: Double) -> Double {
        var piece = firstPiece()
        var (low, reached, horizon) = (-1.0, 0.0, 4 * guess)
        for round in 0... {
            if round == 4 || !(horizon > 0) { horizon = .infinity }
            for breakpoint in breakpoints(after: low, upTo: horizon) {
                if piece.isAtMostZero(at: breakpoint.step) { return zero(of: piece, from: reached, to: breakpoint.step) }
                pass(breakpoint, &piece)
                reached = breakpoint.step
            }
            if horizon == .infinity { break }
            if piece.isAtMostZero(at: horizon) { return zero(of: piece, from: reached, to: horizon) }
            (low, horizon) = (horizon, 8 * horizon)
        }
        // A slope of rounding alone leads nowhere.
        return piece.slope < -4 * .ulpOfOne * piece.slopeSize ? max(reached, -piece.value / piece.slope) : .infinity
    }

    /// The zero of A + B c on a piece at whose end it is at most 0.
    private func zero(of piece: Piece, from start: Double, to end: Double) -> Double {
        piece.slope < 0 ? min(end, max(start, -piece.value / piece.slope)) : end
    }

    /// The least c > `start` with F(c) >= 0 again after F(c) < 0, where F falls to 0 at `start`; infinite if F stays below.
    ///
    /// Equals `start` where F only touches 0.
    func nextZero(after start: Double) -> Double {
        var piece = firstPiece()
        var wasNegative = false
        for breakpoint in breakpoints(after: -1, upTo: .infinity) {
            let c = breakpoint.step
            if c > start {
                let (value, slack) = (piece.value + piece.slope * c, piece.tolerance(at: c))
                if value > slack { return wasNegative ? min(c, max(start, -piece.value / piece.slope)) : start }
                if value < -slack { wasNegative = true }
            }
            pass(breakpoint, &piece)
        }
        guard piece.slope > 4 * .ulpOfOne * piece.slopeSize else { return .infinity }
        return wasNegative ? max(start, -piece.value / piece.slope) : start
    }
}
