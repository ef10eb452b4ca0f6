// SPDX-License-Identifier: GPL-3.0-or-later

/// The loops over all neurons of a step of SGD, four at a time: a sum in one chain would wait for each addition.
enum NeuronLoops {
    private typealias Lanes = SIMD4<Double>

    @inline(__always)
    private static func load(_ p: UnsafePointer<Double>, _ s: Int) -> Lanes {
        UnsafeRawPointer(p + s).loadUnaligned(as: Lanes.self)
    }

    @inline(__always)
    private static func store(_ x: Lanes, _ p: UnsafeMutablePointer<Double>, _ s: Int) {
        UnsafeMutableRawPointer(p + s).storeBytes(of: x, as: Lanes.self)
    }

    /// sum_s a_s relu(p_s).
    ///
    /// - Parameter values: p_s, as many as there are signs, a multiple of four.
    static func output(_ values: UnsafePointer<Double>, _ signs: UnsafeBufferPointer<Double>) -> Double {
        guard let a = signs.baseAddress else { return 0 }
        var lanes = Lanes.zero
        for s in stride(from: 0, to: signs.count, by: 4) {
            let p = load(values, s)
            lanes += load(a, s).replacing(with: 0, where: p .<= 0) * p
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
            store((load(a, s) * step).replacing(with: 0, where: load(values, s) .<= 0), moves, s)
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
        var lanes = Lanes.zero
        for s in stride(from: 0, to: count, by: 4) {
            let c = load(moves, s)
            let square = load(squares, s) + c * (2 * (load(values, s) - load(initial, s)) + c * norm)
            store(square, squares, s)
            lanes = lanes.replacing(with: square, where: square .> lanes)
        }
        return lanes.max()
    }
}
