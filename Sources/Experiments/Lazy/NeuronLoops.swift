// SPDX-License-Identifier: GPL-3.0-or-later

/// The loops over all neurons of a step of SGD.
enum NeuronLoops {
    /// sum_s a_s relu(p_s).
    ///
    /// - Parameter values: p_s, as many as there are signs, a multiple of four.
    static func output(_ values: UnsafePointer<Double>, _ signs: UnsafeBufferPointer<Double>) -> Double {
        guard let a = signs.baseAddress else { return 0 }
        var lanes = NeuronLanes.zero
        for s in stride(from: 0, to: signs.count, by: 4) {
            let p = NeuronLanes(values, s)
            lanes += NeuronLanes(a, s).replacing(with: 0, where: p .<= 0) * p
        }
        return lanes.sum()
    }

    /// c_s = step a_s 1[p_s > 0] into `moves`.
    ///
    /// - Parameter values: p_s = <w_s, x>, as many as there are signs, a multiple of four.
    static func move(
        _ moves: UnsafeMutablePointer<Double>, step: Double, _ values: UnsafePointer<Double>, _ signs: UnsafeBufferPointer<Double>
    ) {
        guard let a = signs.baseAddress else { return }
        for s in stride(from: 0, to: signs.count, by: 4) {
            (NeuronLanes(a, s) * step).replacing(with: 0, where: NeuronLanes(values, s) .<= 0).store(moves, s)
        }
    }

    /// ||w_s - w_{s,0}||^2 becomes ||w_s + c_s x - w_{s,0}||^2; returns the largest.
    ///
    /// - Parameters:
    ///   - squares: ||w_s - w_{s,0}||^2, `count` of them, a multiple of four.
    ///   - moves: c_s.
    ///   - norm: ||x||^2.
    ///   - values: <w_s, x>.
    ///   - initial: <w_{s,0}, x>.
    static func advance(
        _ squares: UnsafeMutablePointer<Double>, _ count: Int, _ moves: UnsafePointer<Double>, norm: Double,
        _ values: UnsafePointer<Double>, _ initial: UnsafePointer<Double>
    ) -> Double {
        var lanes = NeuronLanes.zero
        for s in stride(from: 0, to: count, by: 4) {
            let c = NeuronLanes(moves, s)
            let square = NeuronLanes(squares, s) + c * (2 * (NeuronLanes(values, s) - NeuronLanes(initial, s)) + c * norm)
            square.store(squares, s)
            lanes = lanes.replacing(with: square, where: square .> lanes)
        }
        return lanes.max()
    }
}
