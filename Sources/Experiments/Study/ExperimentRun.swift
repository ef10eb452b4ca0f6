// SPDX-License-Identifier: GPL-3.0-or-later

internal import Support

/// Networks to be trained and measured, one after the other or at once, their records put together.
public struct ExperimentRun: Sendable {
    /// In the order in which they are begun.
    public var units: [RunUnit]

    public init(_ units: [RunUnit]) { self.units = units }

    public init(_ experiment: Experiment, _ options: Experiment.Options) {
        // The longest first: the last to end is then a short one.
        self.init(experiment.units(options).sorted { $0.cost > $1.cost })
    }

    /// The largest edge of images that it needs.
    public var largestSide: Int { units.map(\.side).max() ?? 1 }

    /// Does what is not known: the same records on any number of threads, and whether they are made or known.
    ///
    /// - Parameters:
    ///   - data: the images.
    ///   - threads: at least 1.
    ///   - known: records of units that were done before, by their keys.
    ///   - steps: counts SGD's steps while they are taken.
    ///   - progress: called after each unit, and once in the beginning.
    ///   - isInterrupted: once true, no more units are begun, and the records are those of the units done.
    ///   - finished: called with each unit that was done, as soon as it is.
    public func run(
        _ data: DigitData, threads: Int, known: [String: RunRecords] = [:], steps: StepCount = StepCount(),
        progress: (ExperimentProgress) -> Void = { _ in }, isInterrupted: () -> Bool = { false },
        finished: (RunUnit, RunRecords) -> Void = { _, _ in }
    ) async -> RunRecords {
        let images = PreparedImages(data), open = units.filter { known[$0.key] == nil }
        let whole = open.reduce(0) { $0 + $1.cost }
        var (done, cost) = (units.count - open.count, 0.0)
        func tell() { progress(ExperimentProgress(done: done, total: units.count, share: whole > 0 ? cost / whole : 1)) }
        tell()
        var records = RunRecords()
        for unit in units { if let old = known[unit.key] { records.join(old) } }
        let made = await Parallel.map(
            open.count, threads: threads, progress: { _ in }, isInterrupted: isInterrupted,
            finished: { index, results in
                for (offset, result) in results.enumerated() {
                    finished(open[index + offset], result)
                    done += 1
                    cost += open[index + offset].cost
                }
                tell()
            }
        ) { open[$0].records(images, steps: steps).rounded }
        for result in made { if let result { records.join(result) } }
        records.sort()
        return records
    }
}
