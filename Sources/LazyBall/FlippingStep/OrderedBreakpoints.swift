// SPDX-License-Identifier: GPL-3.0-or-later

/// The breakpoints of a ``SignLine`` by step, and neurons in order where steps tie: one order on every machine. They are put in order
/// bucket by bucket as they are asked for, as most rays end long before most breakpoints.
///
/// The buckets cut x = 1 - c/(step + c) evenly, c a middling step: x rises with step in floating point too, since each operation in it is
/// rounded monotonically. A bucket holds some four breakpoints where steps are spread as quotients of normals are, and is sorted by
/// insertion; one that holds many, as where steps tie, by the library's sort. O(n) before the first one.
struct OrderedBreakpoints: Sequence, IteratorProtocol {
    /// Below this all breakpoints are one bucket; above it a bucket is left to the library's sort.
    private static let few = 24
    private static let inBucket = 4

    private let preactivations: UnsafeBufferPointer<Double>
    private var steps: [Double]
    private var neurons: [Int32]
    /// Bucket k ends before place ends[k].
    private var ends: [Int32]
    private var bucket = 0
    private var position = 0
    private var ready = 0

    /// - Parameters:
    ///   - steps: none is nan or negative.
    ///   - neurons: theirs, ascending.
    init(steps: [Double], neurons: [Int32], preactivations: UnsafeBufferPointer<Double>) {
        self.preactivations = preactivations
        let n = steps.count
        guard n > Self.few else {
            (self.steps, self.neurons, ends) = (steps, neurons, [Int32(n)])
            return
        }
        let count = n / Self.inBucket, middle = Self.middling(steps)
        func place(_ step: Double) -> Int { Swift.min(count - 1, Int((1 - middle / (step + middle)) * Double(count))) }
        var starts = [Int32](repeating: 0, count: count + 1)
        for step in steps { starts[place(step) + 1] += 1 }
        for k in 0..<count { starts[k + 1] += starts[k] }
        var filled = starts
        var (placed, owners) = (steps, neurons)
        placed.withUnsafeMutableBufferPointer { placed in
            owners.withUnsafeMutableBufferPointer { owners in
                for i in 0..<n {
                    let k = place(steps[i])
                    let at = Int(filled[k])
                    (placed[at], owners[at]) = (steps[i], neurons[i])
                    filled[k] += 1
                }
            }
        }
        (self.steps, self.neurons, ends) = (placed, owners, Array(starts.dropFirst()))
    }

    var underestimatedCount: Int { steps.count - position }

    mutating func next() -> SignLine.Breakpoint? {
        if position == ready {
            while bucket < ends.count, Int(ends[bucket]) == ready { bucket += 1 }
            guard bucket < ends.count else { return nil }
            order(ready..<Int(ends[bucket]))
            ready = Int(ends[bucket])
        }
        let neuron = Int(neurons[position])
        defer { position += 1 }
        return SignLine.Breakpoint(step: steps[position], neuron: neuron, turnsOn: preactivations[neuron] <= 0)
    }

    /// By step, leaving ties as they are: neurons ascend.
    private mutating func order(_ range: Range<Int>) {
        guard range.count <= Self.few else {
            let places = range.sorted { steps[$0] < steps[$1] || (steps[$0] == steps[$1] && $0 < $1) }
            steps.replaceSubrange(range, with: places.map { steps[$0] })
            neurons.replaceSubrange(range, with: places.map { neurons[$0] })
            return
        }
        for i in range.dropFirst() {
            let (step, neuron) = (steps[i], neurons[i])
            var k = i
            while k > range.lowerBound, steps[k - 1] > step {
                (steps[k], neurons[k]) = (steps[k - 1], neurons[k - 1])
                k -= 1
            }
            (steps[k], neurons[k]) = (step, neuron)
        }
    }

    /// The median of 31 of them, or the least positive number: what cuts buckets need not be exact.
    private static func middling(_ steps: [Double]) -> Double {
        let sample = stride(from: 0, to: steps.count, by: Swift.max(1, steps.count / 31)).map { steps[$0] }.sorted()
        let median = sample[sample.count / 2]
        return median > 0 && median < .infinity ? median : 1
    }
}
