// SPDX-License-Identifier: GPL-3.0-or-later

/// Independent pieces of work on several threads, their results in the order of their indices whatever the threads are.
public enum Parallel {
    /// `body` of every index in 0 ..< `count`.
    ///
    /// - Parameters:
    ///   - threads: at most how many run at a time; below 1 is taken as 1, and then everything runs in the caller's task, in order.
    ///   - chunk: how many consecutive indices a task takes at once. Tasks have a price: where one index is less than some 100 us of work,
    ///     tens of tasks are better than thousands.
    /// - Throws: what `body` threw for the smallest index at which it threw. No more chunks are begun after it has.
    public static func map<Result: Sendable, E: Error>(
        _ count: Int, threads: Int, chunk: Int = 1, _ body: @escaping @Sendable (Int) throws(E) -> Result
    ) async throws(E) -> [Result] {
        try await map(count, threads: threads, chunk: chunk, finished: { _, _ in }, body)
    }

    /// The same, telling of every chunk as soon as it is done.
    ///
    /// - Parameter finished: called in the caller's task with the first index of a chunk and its results, in the order in which chunks end.
    public static func map<Result: Sendable, E: Error>(
        _ count: Int, threads: Int, chunk: Int = 1, finished: (Int, [Result]) -> Void, _ body: @escaping @Sendable (Int) throws(E) -> Result
    ) async throws(E) -> [Result] {
        let results = try await map(
            count, threads: threads, chunk: chunk, progress: { _ in }, isInterrupted: { false }, finished: finished, body)
        return results.compactMap { $0 }
    }

    /// The same with a say from outside.
    ///
    /// - Parameters:
    ///   - progress: called in the caller's task after each chunk, with the number of indices done.
    ///   - isInterrupted: asked in the caller's task before each chunk; once true, no more are begun, and their results are `nil`.
    public static func map<Result: Sendable, E: Error>(
        _ count: Int, threads: Int, chunk: Int = 1, progress: (Int) -> Void, isInterrupted: () -> Bool,
        finished: (Int, [Result]) -> Void = { _, _ in }, _ body: @escaping @Sendable (Int) throws(E) -> Result
    ) async throws(E) -> [Result?] {
        precondition(count >= 0 && chunk >= 1, "there is no negative number of pieces of work, and a chunk has at least one")
        let work = { @Sendable (start: Int) in Chunk(start, upTo: min(count, start + chunk), body) }
        var collected = Collected<Result, E>(count: count)
        func take(_ chunk: Chunk<Result, E>, into collected: inout Collected<Result, E>) {
            finished(chunk.start, chunk.results)
            progress(collected.add(chunk))
        }
        let starts = stride(from: 0, to: count, by: chunk)
        guard threads > 1 else {
            for start in starts where collected.failure == nil && !isInterrupted() { take(work(start), into: &collected) }
            return try collected.results()
        }
        collected = await withTaskGroup(of: Chunk<Result, E>.self) { group in
            var collected = Collected<Result, E>(count: count)
            var waiting = starts.makeIterator()
            func begin() {
                guard collected.failure == nil, !isInterrupted(), let start = waiting.next() else { return }
                group.addTask { work(start) }
            }
            for _ in 0..<min(threads, count) { begin() }
            for await chunk in group {
                take(chunk, into: &collected)
                begin()
            }
            return collected
        }
        return try collected.results()
    }
}

/// The results of consecutive indices, up to the first that failed.
private struct Chunk<Result: Sendable, E: Error>: Sendable {
    let start: Int
    var results: [Result] = []
    var failure: E?

    init(_ start: Int, upTo end: Int, _ body: (Int) throws(E) -> Result) {
        self.start = start
        results.reserveCapacity(end - start)
        do throws(E) {
            for index in start..<end { results.append(try body(index)) }
        } catch {
            failure = error
        }
    }
}

/// What has come back so far.
private struct Collected<Result: Sendable, E: Error>: Sendable {
    private var byIndex: [Result?]
    private var done = 0
    /// Where it failed first, and how.
    private(set) var failure: (index: Int, error: E)?

    init(count: Int) { byIndex = [Result?](repeating: nil, count: count) }

    /// - Returns: how many indices are done.
    mutating func add(_ chunk: Chunk<Result, E>) -> Int {
        for (offset, result) in chunk.results.enumerated() { byIndex[chunk.start + offset] = result }
        done += chunk.results.count
        let index = chunk.start + chunk.results.count
        if let error = chunk.failure, index < failure?.index ?? .max { failure = (index, error) }
        return done
    }

    func results() throws(E) -> [Result?] {
        if let failure { throw failure.error }
        return byIndex
    }
}
