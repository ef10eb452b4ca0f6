// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Foundation
import LazyBall
import Support

/// SplitMix64 and sums of twelve uniform numbers: instances that are the same on every machine.
struct TestRandom {
    private var words: SplitMix64

    init(_ seed: UInt64) { words = SplitMix64(seed: seed) }

    mutating func uniform() -> Double { words.uniform() }

    mutating func normal() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + uniform() } }

    mutating func network(m: Int, d: Int) -> Network {
        var (rows, signs): ([Double], [Double]) = ([], [])
        for _ in 0..<m * d { rows.append(normal()) }
        for _ in 0..<m { signs.append(uniform() < 0.5 ? -1 : 1) }
        return Network(dimension: d, rows: rows, signs: signs)
    }

    /// Samples of `inputs` coordinates, with a last one of 1 where there is a bias.
    mutating func samples(_ n: Int, inputs: Int, bias: Bool) -> Samples {
        var (rows, labels): ([Double], [Double]) = ([], [])
        for _ in 0..<n {
            for _ in 0..<inputs { rows.append(normal()) }
            if bias { rows.append(1) }
            labels.append(uniform() < 0.5 ? -1 : 1)
        }
        return Samples(inputs: inputs, width: inputs + (bias ? 1 : 0), rows: rows, labels: labels)
    }
}

/// Real MNIST where a developer has it beside the repository; never part of it.
enum MNIST {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/data/mnist").path
    static var isThere: Bool { FileManager.default.fileExists(atPath: "\(folder)/train-images-idx3-ubyte.gz") }
}
