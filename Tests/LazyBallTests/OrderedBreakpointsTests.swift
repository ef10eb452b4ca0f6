// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule
import Support
import Testing

@testable import LazyBall

/// Breakpoints put in order bucket by bucket against the library's sort of all of them.
@Suite struct OrderedBreakpointsTests {
    private func check(_ steps: [Double], _ text: String) {
        let preactivations = [Double](repeating: 1, count: steps.count)
        let neurons = steps.indices.map { Int32($0) }
        let found = preactivations.withUnsafeBufferPointer { values in
            OrderedBreakpoints(steps: steps, neurons: neurons, preactivations: values).map { ($0.step, $0.neuron) }
        }
        let sorted = steps.indices.sorted { steps[$0] != steps[$1] ? steps[$0] < steps[$1] : $0 < $1 }
        #expect(found.map(\.1) == sorted, "\(text)")
        #expect(found.map(\.0) == sorted.map { steps[$0] }, "\(text)")
    }

    @Test("the order is that of a sort, ties by neuron", arguments: [0, 1, 2, 23, 24, 25, 26, 97, 1000, 4001])
    func order(n: Int) {
        var numbers = SplitMix64(seed: 0xB4EA + UInt64(n))
        check((0..<n).map { _ in numbers.uniform() }, "uniform")
        check((0..<n).map { _ in 1 / numbers.uniform() - 1 }, "heavy tails")
        check((0..<n).map { _ in (numbers.uniform() * 5).rounded(.down) }, "ties")
        check((0..<n).map { _ in Double.exp(1400 * (numbers.uniform() - 0.5)) }, "the whole range of Double")
        check((0..<n).map { k in k % 3 == 0 ? 0 : k % 3 == 1 ? .infinity : Double.leastNonzeroMagnitude }, "ends")
        check([Double](repeating: 0, count: n), "all 0")
        check((0..<n).map { Double(n - $0) }, "falling")
    }
}
