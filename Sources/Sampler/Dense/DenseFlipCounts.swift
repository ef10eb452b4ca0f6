// SPDX-License-Identifier: GPL-3.0-or-later

import LazyBall
import RealModule

/// How many neurons the ball can flip: Lemma B.4, counted over a dense draw by ``FlipGeometry``. Radius V >= 0; nothing flips at V = 0.
extension DenseInitialization {
    /// |S_v| = #{ s : w_{s,0} can flip at x }: exact, and one W flips them all at once. With a bias b the neuron is on where
    /// <w_s, x> + b > 0.
    public func flippedNeurons(radius: Double, bias: Double = 0) -> Int {
        precondition(radius >= 0)
        return count { FlipGeometry.canFlip($0[0] + bias, radius: radius) }
    }

    /// |S'_v| as defined: each neuron may have a delta of its own, ||delta|| <= R. 0 <= R <= 1.
    public func perturbedFlippedNeurons(radius: Double, perturbation: Double) -> Int {
        precondition(radius >= 0 && 0...1 ~= perturbation)
        return count { row in
            FlipGeometry.canFlipSomewhere(
                g: row[0], rest: sumOfSquares(UnsafeBufferPointer(rebasing: row[1...])), dimension: dimension,
                radius: radius, perturbation: perturbation)
        }
    }

    /// |S'_v(delta)| for one delta = delta.0 x + delta.1 e, e a unit vector orthogonal to x: #{ s : w_{s,0} can flip at x + delta }, and
    /// 0 where x + delta = 0. In one dimension delta.1 must be 0.
    public func flippedNeurons(radius: Double, at delta: (Double, Double)) -> Int {
        precondition(radius >= 0 && (dimension > 1 || delta.1 == 0))
        let pair = ActivationPair(delta: delta, radius: radius)
        if pair.isDegenerate { return 0 }
        return count { FlipGeometry.canFlip(pair.second($0[0], dimension > 1 ? $0[1] : 0), radius: radius) }
    }

    private func count(_ condition: (UnsafeBufferPointer<Double>) -> Bool) -> Int {
        var total = 0
        forEachTile { tile in
            for k in 0..<tile.count where condition(tile.row(k)) { total += 1 }
        }
        return total
    }
}
