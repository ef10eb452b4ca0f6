// SPDX-License-Identifier: GPL-3.0-or-later
//
// Nanoseconds a normal, and a stream; one JSON object. Run by normals.py, which times NumPy beside it.

import Sampler

func nanoseconds(_ repeats: Int, per count: Int, _ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    let best = (0..<repeats).map { _ in clock.measure(body) }.min() ?? .zero
    return Double(best.components.attoseconds) * 1e-9 / Double(count)
}

let count = 1_000_000
let out = UnsafeMutableBufferPointer<Double>.allocate(capacity: count)
out.initialize(repeating: 0)
defer { out.deallocate() }

var results: [(String, Double)] = []
for generator in Generator.allCases {
    var stream = RandomStream(StreamKey(seed: 1), generator: generator)
    let repeats = generator == .ranlxd2 ? 2 : 15
    results.append(("normal_\(generator.rawValue)", nanoseconds(repeats, per: count) { stream.fillNormals(out) }))
}
var stream = RandomStream(StreamKey(seed: 1))
var sum = 0.0
results.append(
    (
        "reset_and_first_normal",
        nanoseconds(5, per: count) {
            for trial in 0..<UInt64(count) {
                stream.reset(to: StreamKey(seed: 1, trial: trial))
                sum += stream.normal()
            }
        }
    ))
results.append(
    (
        "open_and_first_normal",
        nanoseconds(5, per: count) {
            for trial in 0..<UInt64(count) {
                var opened = RandomStream(StreamKey(seed: 1, trial: trial))
                sum += opened.normal()
            }
        }
    ))
precondition(sum.isFinite)
print("{" + results.map { "\"\($0.0)\": \(($0.1 * 100).rounded() / 100)" }.joined(separator: ", ") + "}")
