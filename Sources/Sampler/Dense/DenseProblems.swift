// SPDX-License-Identifier: GPL-3.0-or-later

public import LazyBall
import RealModule

/// What LazyBall needs to know of a dense draw, each from one pass over W0.
extension DenseInitialization {
    /// g_s and a_s of all neurons: Lemma B.5. Memory: 16 m bytes.
    public func functionProblem(radius: Double) -> FunctionProblem {
        var preactivations: [Double] = [], signs: [Double] = []
        preactivations.reserveCapacity(width)
        signs.reserveCapacity(width)
        forEachTile { tile in
            for k in 0..<tile.count {
                preactivations.append(tile.rows[k * dimension])
                signs.append(tile.signs[k])
            }
        }
        return FunctionProblem(radius: radius, preactivations: preactivations, signs: signs)
    }

    /// The range of f over the ball of the same draw, a stretch of neurons at a time: in memory are a tile and two stretches.
    ///
    /// - Parameters:
    ///   - radius: V >= 0.
    ///   - bias: b of relu(<w_s, x> + b).
    public func functionRange(radius: Double, bias: Double = 0) -> FunctionRange {
        let stretch = 128 * FunctionSums.lanes
        var sums = FunctionSums(radius: radius)
        var preactivations: [Double] = [], signs: [Double] = []
        preactivations.reserveCapacity(stretch)
        signs.reserveCapacity(stretch)
        func flush() {
            preactivations.withUnsafeBufferPointer { g in signs.withUnsafeBufferPointer { sums.add(preactivations: g, signs: $0) } }
            preactivations.removeAll(keepingCapacity: true)
            signs.removeAll(keepingCapacity: true)
        }
        forEachTile { tile in
            for k in 0..<tile.count {
                preactivations.append(tile.rows[k * dimension] + bias)
                signs.append(tile.signs[k])
                if signs.count == stretch { flush() }
            }
        }
        flush()
        return FunctionRange(sums)
    }

    /// The neurons that can flip at x, in full, and the signed sum of the steady active ones, g_s > V: Lemma B.7. At V = 0 none can.
    ///
    /// Memory: the flippable rows, about 0.8 V m of them at small V.
    public func gradientProblem(radius: Double) -> GradientProblem {
        var flippable: [Double] = [], signs: [Double] = []
        var steadySum = [Double](repeating: 0, count: dimension), steadyCount = 0, steadySquares = 0.0
        forEachTile { tile in
            for k in 0..<tile.count {
                let row = tile.row(k)
                if FlipGeometry.canFlip(row[0], radius: radius) {
                    flippable.append(contentsOf: row)
                    signs.append(tile.signs[k])
                } else if row[0] > 0 {
                    steadyCount += 1
                    accumulate(row, times: tile.signs[k], into: &steadySum)
                    steadySquares += RowSumRounding.square(of: row)
                }
            }
        }
        return GradientProblem(
            width: width, radius: radius,
            flippable: ResidentRows(dimension: dimension, rows: flippable, signs: signs),
            steadySum: steadySum, steadyCount: steadyCount, steadyLengths: (Double(steadyCount) * steadySquares).squareRoot())
    }

    /// Three coordinates of each neuron that can disagree with itself between x and x + delta: Lemma B.8.
    ///
    /// The parts of delta and r orthogonal to x lie along e_1 and e_2. d must be at least `pair.spanDimension`.
    public func directionalProblem(radius: Double, pair: DirectionPair) -> DirectionalProblem {
        precondition(dimension >= pair.spanDimension, "delta and r span more dimensions than there are")
        let activations = ActivationPair(delta: pair.delta, radius: radius)
        let span = pair.spanDimension
        var alongX: [Double] = [], alongDelta: [Double] = [], alongR: [Double] = [], signs: [Double] = []
        forEachTile { tile in
            for k in 0..<tile.count {
                let row = tile.row(k)
                let g = row[0], h = span > 1 ? row[1] : 0
                guard activations.canDisagree(g, h) else { continue }
                alongX.append(g)
                alongDelta.append(h)
                alongR.append(span > 2 ? row[2] : 0)
                signs.append(tile.signs[k])
            }
        }
        return DirectionalProblem(
            width: width, radius: radius, pair: pair, alongX: alongX, alongDelta: alongDelta, alongR: alongR, signs: signs)
    }
}

/// sum += factor * row, coordinate by coordinate.
private func accumulate(_ row: UnsafeBufferPointer<Double>, times factor: Double, into sum: inout [Double]) {
    sum.withUnsafeMutableBufferPointer { sum in
        for j in row.indices { sum[j] += factor * row[j] }
    }
}
