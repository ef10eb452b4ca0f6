// SPDX-License-Identifier: GPL-3.0-or-later

public import LazyBall
import RealModule

/// The movable neurons, those that ||delta|| <= R and the ball can make differ (``FlipGeometry``): Lemmas B.9, B.8/j, B.4/4.
///
/// Whether a neuron is movable depends on g_s and the norm of its part orthogonal to x, a chi of d - 1 degrees; the direction of
/// that part is uniform on the sphere and independent of both. So m pairs (g_s, norm) tell which neurons are movable, and
/// only those get a direction: that of a vector of N(0, I_{d-1}), and all the directions up to a common rotation.
extension ReducedInitialization {
    /// Rows of 1 + min(d - 1, k) coordinates for k movable neurons, the first along x.
    ///
    /// Where these are expected to take more than about `residentBytes`, the dense draw of this key is given instead. That is
    /// decided before anything is drawn: decided on the number drawn, it would change the law of the number.
    public func differenceProblem(
        radius: Double, perturbation: Double, residentBytes: Int = DenseInitialization.residentBytes
    ) -> DifferenceProblem<DrawnRows> {
        precondition(radius >= 0 && perturbation >= 0)
        guard expectedBytes(radius: radius, perturbation: perturbation) <= Double(residentBytes) else {
            return DenseInitialization(self)
                .differenceProblem(radius: radius, perturbation: perturbation, residentBytes: residentBytes)
        }
        var stream = stream(StreamLane.reducedDifference)
        let movable = drawMovable(radius: radius, perturbation: perturbation, &stream)
        let across = GaussianRows(dimension: dimension - 1, count: movable.count)
        let coordinates = 1 + across.coordinates
        let rows = [Double](count: movable.count * coordinates) { rows in
            for (s, neuron) in movable.enumerated() {
                rows[s * coordinates] = neuron.g
                let rest = UnsafeMutableBufferPointer(rebasing: rows[s * coordinates + 1..<(s + 1) * coordinates])
                across.draw(s, into: rest, &stream)
                scale(rest, toSquaredNorm: neuron.rest)
            }
        }
        let signs = [Double](count: movable.count) { stream.fillSigns($0) }
        return DifferenceProblem(
            width: width, radius: radius, perturbation: perturbation,
            movable: .resident(ResidentRows(dimension: coordinates, rows: rows, signs: signs)))
    }

    /// What the rows take if ||w|| = sqrt(d) and their number is six deviations above its mean: a rule, not a bound.
    private func expectedBytes(radius: Double, perturbation: Double) -> Double {
        let reach = radius + perturbation * (Double(dimension).squareRoot() + radius)
        let mean = Double(width) * Self.flipProbability(radius: reach)
        let rows = min(Double(width), mean + 6 * mean.squareRoot())
        return rows * (1 + min(Double(dimension - 1), rows)) * Double(MemoryLayout<Double>.stride)
    }

    private func drawMovable(
        radius: Double, perturbation: Double, _ stream: inout RandomStream
    ) -> [(g: Double, rest: Double)] {
        var movable: [(g: Double, rest: Double)] = []
        for _ in 0..<width {
            let g = stream.normal(), rest = stream.chiSquare(degrees: Double(dimension - 1))
            if FlipGeometry.canDiffer(g: g, rest: rest, radius: radius, perturbation: perturbation) {
                movable.append((g, rest))
            }
        }
        return movable
    }
}

private func scale(_ row: UnsafeMutableBufferPointer<Double>, toSquaredNorm square: Double) {
    let own = sumOfSquares(UnsafeBufferPointer(row))
    guard own > 0 else { return }
    let factor = (square / own).squareRoot()
    for j in row.indices { row[j] *= factor }
}
