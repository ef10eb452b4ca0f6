// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// sup over W of Phi = (1/sqrt m) sum_s a_s <w_s, r> (1[<w_s, x> > 0] - 1[<w_s, x+delta> > 0]), exactly: Lemma B.8, r and delta fixed.
///
/// A neuron contributes a<w, r> on the wedge A = {<w,x> > 0, <w,x+delta> <= 0}, -a<w, r> on B = {<w,x> <= 0, <w,x+delta> > 0}, and 0
/// elsewhere. B = -A, and there -a<w, r> = a<-w, r>: the best of B about w_0 is the best of A about -w_0. So one frame per sign
/// answers both, and the neuron takes the best of A, B and 0, of those that its ball meets. Nothing in the ball exceeds that.
public struct DirectionalSupremum: Sendable {
    /// sup Phi.
    public let value: Double
    /// Phi at W0.
    public let atInitialization: Double
    /// By how much rounding can have moved either, at most: ``RowSumRounding``, a neuron's best of two wedges being some dozens of
    /// operations on its three coordinates.
    public let roundingError: Double

    /// One pass over the neurons of `problem`.
    public init(_ problem: DirectionalProblem) {
        let choice = DirectionalChoice(problem.pair, radius: problem.radius)
        let (alongX, alongDelta) = (problem.alongX, problem.alongDelta)
        var (best, initial, lengths, terms) = (0.0, 0.0, 0.0, 0)
        alongX.withUnsafeBufferPointer { alongX in
            alongDelta.withUnsafeBufferPointer { alongDelta in
                for s in alongX.indices where !choice.certainlyAgrees(alongX[s], alongDelta[s]) {
                    let w = (alongX[s], alongDelta[s], problem.alongR[s])
                    best += choice.best(w, sign: problem.signs[s]).value
                    initial += choice.contribution(w, sign: problem.signs[s])
                    lengths += abs(w.0) + abs(w.1) + abs(w.2)
                    terms += 1
                }
            }
        }
        let root = Double.sqrt(Double(problem.width))
        value = best / root
        atInitialization = initial / root
        var rounding = RowSumRounding(dimension: 3, width: problem.width)
        rounding.add(terms: terms, lengths: lengths, radius: problem.radius)
        roundingError = rounding.error
    }

    /// A W that attains the supremum (or comes within rounding of it, where the supremum lies on the boundary of a wedge): the three
    /// coordinates of each neuron of the problem, row-major. Activations are as intended when <w, x> and <w, x+delta> are summed in
    /// coordinate order.
    public static func maximizer(_ problem: DirectionalProblem) -> [Double] {
        let choice = DirectionalChoice(problem.pair, radius: problem.radius)
        var rows: [Double] = []
        rows.reserveCapacity(3 * problem.signs.count)
        for s in problem.signs.indices {
            let w = (problem.alongX[s], problem.alongDelta[s], problem.alongR[s])
            let point = choice.realize(w, choice.best(w, sign: problem.signs[s]))
            rows.append(contentsOf: [point.0, point.1, point.2])
        }
        return rows
    }
}
