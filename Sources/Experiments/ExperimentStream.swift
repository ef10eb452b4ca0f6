// SPDX-License-Identifier: GPL-3.0-or-later

internal import LazyBall
internal import Sampler

/// The random streams of a training: keyed by the seed, the kind of training, its parameters and the run.
enum ExperimentStream {
    /// What a lane feeds. The numbers are apart from the Sampler's own; changing one changes recorded results.
    enum StreamLane: UInt8 {
        case weights = 20
        case signs = 21
        /// The order in which samples are taken.
        case order = 22
    }

    static func key(seed: UInt64, kind: String, cell: String, run: Int, _ lane: StreamLane) -> StreamKey {
        StreamKey(
            seed: seed, claim: StreamKey.identifier(kind), cell: StreamKey.identifier(cell), trial: UInt64(run), lane: lane.rawValue)
    }

    /// W0 with entries N(0, scale^2), m x width, and the output weights a_s = +1 or -1.
    static func network(seed: UInt64, kind: String, cell: String, run: Int, m: Int, width: Int, scale: Double = 1) -> Network {
        var rows = [Double](repeating: 0, count: m * width)
        var signs = [Double](repeating: 0, count: m)
        var stream = RandomStream(key(seed: seed, kind: kind, cell: cell, run: run, .weights))
        rows.withUnsafeMutableBufferPointer { stream.fillNormals($0) }
        if scale != 1 { for k in rows.indices { rows[k] *= scale } }
        stream.reset(to: key(seed: seed, kind: kind, cell: cell, run: run, .signs))
        signs.withUnsafeMutableBufferPointer { stream.fillSigns($0) }
        return Network(dimension: width, rows: rows, signs: signs)
    }

    /// 0, ..., n - 1 in a uniformly random order (Fisher and Yates).
    static func permutation(_ n: Int, _ stream: inout RandomStream) -> [Int] {
        var order = Array(0..<n)
        for i in stride(from: n - 1, to: 0, by: -1) { order.swapAt(i, Int(stream.uniformInteger(below: UInt64(i + 1)))) }
        return order
    }
}
