// SPDX-License-Identifier: GPL-3.0-or-later

public import LazyBall
import RealModule

extension ReducedInitialization {
    /// The m numbers g_s, independent N(0, 1), and the signs: all that sup |f| over the ball depends on (Lemma B.5).
    public func functionProblem(radius: Double) -> FunctionProblem {
        var stream = stream(StreamLane.reducedFunction)
        let preactivations = [Double](count: width) { stream.fillNormals($0) }
        let signs = [Double](count: width) { stream.fillSigns($0) }
        return FunctionProblem(radius: radius, preactivations: preactivations, signs: signs)
    }
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
