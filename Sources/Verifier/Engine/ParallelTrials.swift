// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims

/// Parallel work whose results stand in the order of their indices, whatever the number of threads.
enum ParallelTrials {
    /// `body` of every index of `range`, in order.
    static func map<Value: Sendable>(
        _ range: Range<Int>, threads: Int, _ body: @escaping @Sendable (Int) throws -> Value
    ) async throws -> [Value] {
        let threads = Swift.max(1, Swift.min(threads, range.count))
        if threads == 1 { return try range.map(body) }
        return try await withThrowingTaskGroup(of: (Int, [Value]).self) { group in
            for thread in 0..<threads {
                group.addTask {
                    (thread, try stride(from: range.lowerBound + thread, to: range.upperBound, by: threads).map(body))
                }
            }
            var byThread = [[Value]](repeating: [], count: threads)
            for try await (thread, results) in group { byThread[thread] = results }
            return (0..<range.count).map { byThread[$0 % threads][$0 / threads] }
        }
    }

    /// `body` of each of a few indices whose costs differ much, in order: a task each, at most `threads` of them at a time.
    static func mapEach<Value: Sendable>(
        _ count: Int, threads: Int, _ body: @escaping @Sendable (Int) throws -> Value
    ) async throws -> [Value] {
        try await withThrowingTaskGroup(of: (Int, Value).self) { group in
            var results: [Int: Value] = [:]
            var next = 0
            while results.count < count {
                while next < count, next - results.count < Swift.max(1, threads) {
                    let index = next
                    group.addTask { (index, try body(index)) }
                    next += 1
                }
                if let (index, value) = try await group.next() { results[index] = value }
            }
            return (0..<count).compactMap { results[$0] }
        }
    }
}
