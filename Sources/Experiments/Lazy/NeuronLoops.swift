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
    /// - Parameter values: p_s, as many as there are signs.
    static func output(_ values: UnsafePointer<Double>, _ signs: UnsafeBufferPointer<Double>) -> Double {
        guard let a = signs.baseAddress else { return 0 }
        let whole = signs.count & ~3
        var lanes = Lanes.zero
        for s in stride(from: 0, to: whole, by: 4) {
            let p = load(values, s)
            lanes += load(a, s).replacing(with: 0, where: p .<= 0) * p
        }
        var sum = lanes.sum()
        for s in whole..<signs.count where values[s] > 0 { sum += a[s] * values[s] }
        return sum
    }

    /// c_s = step a_s 1[p_s > 0] into `moves`, and ||w_s + c_s x - w_{s,0}||^2 into `candidate`; returns the largest.
    ///
    /// - Parameters:
    ///   - norm: ||x||^2.
    ///   - values: p_s = <w_s, x>.
    ///   - initial: <w_{s,0}, x>.
    ///   - squares: ||w_s - w_{s,0}||^2.
    static func move(
        _ moves: UnsafeMutablePointer<Double>, step: Double, norm: Double, _ values: UnsafeMutablePointer<Double>,
        _ initial: UnsafePointer<Double>?, _ signs: UnsafeBufferPointer<Double>, _ squares: UnsafeBufferPointer<Double>,
        _ candidate: UnsafeMutableBufferPointer<Double>
    ) -> Double {
        guard let a = signs.baseAddress, let initial, let old = squares.baseAddress, let new = candidate.baseAddress else { return 0 }
        let whole = signs.count & ~3
        var lanes = Lanes.zero
        for s in stride(from: 0, to: whole, by: 4) {
            let p = load(values, s)
            let c = (load(a, s) * step).replacing(with: 0, where: p .<= 0)
            store(c, moves, s)
            let square = load(old, s) + c * (2 * (p - load(initial, s)) + c * norm)
            store(square, new, s)
            lanes = lanes.replacing(with: square, where: square .> lanes)
        }
        var largest = lanes.max()
        for s in whole..<signs.count {
            let c = values[s] > 0 ? step * a[s] : 0
            moves[s] = c
            new[s] = old[s] + c * (2 * (values[s] - initial[s]) + c * norm)
            largest = max(largest, new[s])
        }
        return largest
    }
}
