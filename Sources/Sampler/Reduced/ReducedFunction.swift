// SPDX-License-Identifier: GPL-3.0-or-later

public import LazyBall
import RealModule

extension ReducedInitialization {
    /// The m numbers g_s, independent N(0, 1), and the signs: all that sup |f| over the ball depends on (Lemma B.5).
    ///
    /// Memory: 16 m bytes. ``functionRange(radius:bias:)`` needs none to speak of.
    public func functionProblem(radius: Double) -> FunctionProblem {
        var normals = stream(StreamLane.reducedFunction)
        var coins = stream(StreamLane.reducedFunctionSigns)
        let preactivations = [Double](count: width) { normals.fillNormals($0) }
        let signs = [Double](count: width) { coins.fillSigns($0) }
        return FunctionProblem(radius: radius, preactivations: preactivations, signs: signs)
    }

    /// The range of f over the ball of the same draw, a stretch of neurons at a time; with a bias b of f = (1/sqrt m) sum_s a_s
    /// relu(<w_s, x> + b).
    public func functionRange(radius: Double, bias: Double = 0) -> FunctionRange {
        var normals = stream(StreamLane.reducedFunction)
        var coins = stream(StreamLane.reducedFunctionSigns)
        let sums = functionSums(radius: radius, width: width) { _, preactivations, signs in
            normals.fillNormals(preactivations)
            if bias != 0 { for k in preactivations.indices { preactivations[k] += bias } }
            coins.fillSigns(signs)
        }
        return FunctionRange(sums)
    }
}

/// The sums over `width` neurons, `fill` writing g_s and a_s of the stretch that begins at a given neuron.
func functionSums(
    radius: Double, width: Int,
    _ fill: (_ start: Int, _ preactivations: UnsafeMutableBufferPointer<Double>, _ signs: UnsafeMutableBufferPointer<Double>) -> Void
) -> FunctionSums {
    // In a first-level cache between being written and being read, and a multiple of the lanes of the sums and of the signs of a word.
    let stretch = Swift.min(width, 1024)
    var sums = FunctionSums(radius: radius)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * stretch) { buffer in
        var start = 0
        while start < width {
            let size = Swift.min(stretch, width - start)
            let preactivations = UnsafeMutableBufferPointer(rebasing: buffer[0..<size])
            let signs = UnsafeMutableBufferPointer(rebasing: buffer[stretch..<stretch + size])
            fill(start, preactivations, signs)
            sums.add(preactivations: UnsafeBufferPointer(preactivations), signs: UnsafeBufferPointer(signs))
            start += size
        }
    }
    return sums
}

extension Array where Element == Double {
    /// `count` numbers, all written by `fill`.
    init(count: Int, filledBy fill: (UnsafeMutableBufferPointer<Double>) -> Void) {
        self.init(unsafeUninitializedCapacity: count) { buffer, initialized in
            fill(UnsafeMutableBufferPointer(rebasing: buffer[0..<count]))
            initialized = count
        }
    }
}
