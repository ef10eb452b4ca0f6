// SPDX-License-Identifier: GPL-3.0-or-later

/// Independent pieces of work over a fixed number of threads.
enum WorkQueue {
    /// `body` of every item, in the items' order whatever the threads are.
    ///
    /// - Parameters:
    ///   - progress: called after each item with the number done.
    ///   - isInterrupted: asked before each item is begun; once true, no more are, and the results of those not begun are `nil`.
    static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], threads: Int, progress: (Int) -> Void, isInterrupted: () -> Bool, _ body: @escaping @Sendable (Item) -> Result
    ) async -> [Result?] {
        await withTaskGroup(of: (Int, Result).self) { group in
            var results = [Result?](repeating: nil, count: items.count)
            var (begun, done) = (0, 0)
            func begin() {
                guard begun < items.count, !isInterrupted() else { return }
                let (index, item) = (begun, items[begun])
                group.addTask { (index, body(item)) }
                begun += 1
            }
            for _ in 0..<max(1, threads) { begin() }
            for await (index, result) in group {
                results[index] = result
                done += 1
                progress(done)
                begin()
            }
            return results
        }
    }
}
