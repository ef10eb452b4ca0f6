// SPDX-License-Identifier: GPL-3.0-or-later

internal import Support

/// Several studies, run one after the other, their records put together.
public struct ExperimentRun: Sendable {
    public var lazy: [LazyStudy]
    public var adversarial: [AdversarialStudy]
    /// Whether the histograms of the networks at d = 784, m = 1e5, C0 = 10 are kept.
    public var keepsHistograms: Bool
    /// The edges of images whose ceilings are found, by each filter.
    public var ceilingSides: [Int]

    public init(lazy: [LazyStudy], adversarial: [AdversarialStudy], keepsHistograms: Bool, ceilingSides: [Int] = []) {
        self.ceilingSides = ceilingSides
        self.lazy = lazy
        self.adversarial = adversarial
        self.keepsHistograms = keepsHistograms
    }

    public init(_ experiment: Experiment, _ options: Experiment.Options) {
        self.init(
            lazy: experiment.lazyStudies(options), adversarial: experiment.adversarialStudies(options),
            keepsHistograms: experiment == .fig7,
            ceilingSides: experiment == .ceiling ? options.sides ?? Experiment.sides : [])
    }

    /// How many networks are trained: the unit of progress.
    public var trainings: Int { lazy.reduce(0) { $0 + $1.paths } + adversarial.reduce(0) { $0 + $1.trainings } }

    /// The largest edge of images that it needs.
    public var largestSide: Int { (lazy.flatMap(\.sides) + adversarial.flatMap { $0.cells.map(\.side) } + ceilingSides).max() ?? 1 }

    /// - Parameters:
    ///   - data: the images.
    ///   - threads: at least 1.
    ///   - progress: called with the number of networks trained.
    ///   - isInterrupted: once true, no more trainings are begun.
    public func run(
        _ data: DigitData, threads: Int, progress: (Int) -> Void = { _ in }, isInterrupted: () -> Bool = { false }
    ) async -> RunRecords {
        var records = RunRecords()
        var done = 0
        for study in lazy {
            let results = await study.run(data, threads: threads, progress: { progress(done + $0) }, isInterrupted: isInterrupted)
            done += study.paths
            records.lazy += results.map(\.record)
            guard keepsHistograms else { continue }
            records.histograms += results.filter { $0.record.d == 784 && $0.record.m == 100_000 && $0.record.c0 == 10 }.flatMap(
                \.histograms)
        }
        for study in adversarial {
            records.adversarial += await study.run(data, threads: threads, progress: { progress(done + $0) }, isInterrupted: isInterrupted)
            done += study.trainings
        }
        records.ceilings = await ceilings(data, threads: threads)
        records.lazy.sort { $0.place < $1.place }
        records.adversarial.sort { $0.place < $1.place }
        return records
    }

    /// R sqrt d = 1, ..., 10, as in Figure 4, left; at d = 784 also R = 0.2, its right panel's.
    private func ceilings(_ data: DigitData, threads: Int) async -> [RobustCeiling] {
        let work = ceilingSides.flatMap { side in ImageFilter.allCases.map { (side, $0) } }
        let found = await Parallel.map(work.count, threads: threads) { index in
            let (side, filter) = work[index], radii = (1...10).map(Double.init) + (side == 28 ? [5.6] : [])
            return RobustCeiling.ceilings(data.test, side: side, filter: filter, scaledRadii: radii.sorted())
        }
        return found.flatMap { $0 }
    }
}
