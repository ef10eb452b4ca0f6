// SPDX-License-Identifier: GPL-3.0-or-later

internal import LazyBall
internal import RealModule
internal import Sampler

/// Networks trained by Section 5.1 over a grid of (d, m, C0) and a number of runs.
public struct LazyStudy: Sendable {
    public var readings: [Reading]
    /// Edges of the downsampled images: d is their square.
    public var sides: [Int]
    public var widths: [Int]
    /// The C0 of the balls.
    public var radii: [Double]
    public var runs: Int
    public var seed: UInt64
    /// At how many test images, evenly spaced, steps are measured.
    public var measured: Int
    public var settings = LazyTraining.Settings()

    public init(
        readings: [Reading], sides: [Int], widths: [Int], radii: [Double], runs: Int = 5, seed: UInt64 = 1, measured: Int = 500
    ) {
        self.readings = readings
        self.sides = sides
        self.widths = widths
        self.radii = radii
        self.runs = runs
        self.seed = seed
        self.measured = measured
    }

    /// One path of SGD: a draw of W0 and an order of samples, stopped at each ball.
    struct Path: Sendable {
        let reading: Reading
        let side: Int
        let m: Int
        let run: Int

        var d: Int { side * side }
        /// What its streams are called.
        var cell: String { "\(reading.rawValue) d=\(d) m=\(m)" }
    }

    public var paths: Int { grid.count }

    /// The longest paths first: the last to end is then a short one.
    var grid: [Path] {
        var paths: [Path] = []
        for m in widths.sorted(by: >) {
            for side in sides.sorted(by: >) {
                for reading in readings {
                    for run in 1...max(1, runs) { paths.append(Path(reading: reading, side: side, m: m, run: run)) }
                }
            }
        }
        return paths
    }

    /// A network of the study, with what was measured of it.
    public struct Result: Sendable {
        public let record: LazyRecord
        public let measurement: LazyMeasurement
    }

    /// Trains and measures, the paths in parallel: the same results on any number of threads.
    ///
    /// - Parameters:
    ///   - progress: called with the number of paths done.
    ///   - isInterrupted: once true, no more paths are begun, and the results are those of the paths begun.
    public func run(
        _ data: DigitData, threads: Int, progress: (Int) -> Void = { _ in }, isInterrupted: () -> Bool = { false }
    ) async -> [Result] {
        LinearAlgebraLibrary.useOneThread()
        let results = await WorkQueue.map(grid, threads: threads, progress: progress, isInterrupted: isInterrupted) { path in
            self.results(of: path, data)
        }
        return results.compactMap { $0 }.flatMap { $0 }.sorted { $0.record.place < $1.record.place }
    }

    private func results(of path: Path, _ data: DigitData) -> [Result] {
        let training = Samples(data.training, side: path.side, reading: path.reading)
        let test = Samples(data.test, side: path.side, reading: path.reading)
        let points = test.spaced(measured)
        let initial = Self.initial(path, seed: seed)
        var order = RandomStream(Self.orderKey(path, seed: seed))
        var descent = LazyTraining(initial, training, settings)
        var results: [Result] = []
        let ascending = radii.sorted()
        descent.run(radii: ascending.map { $0 / Double.sqrt(Double(path.m)) }, nextPass: { ExperimentStream.permutation(training.count, &order) }) {
            balls, stop in
            let measurement = LazyMeasurement(stop.network, test: test, measured: points)
            for ball in balls {
                results.append(Result(record: LazyRecord(path, c0: ascending[ball], stop, measurement, images: test.count), measurement: measurement))
            }
        }
        return results
    }

    static let kind = "experiment/lazy"

    static func initial(_ path: Path, seed: UInt64) -> Network {
        ExperimentStream.network(
            seed: seed, kind: kind, cell: path.cell, run: path.run, m: path.m, width: path.d + (path.reading.hasBias ? 1 : 0))
    }

    private static func orderKey(_ path: Path, seed: UInt64) -> StreamKey {
        ExperimentStream.key(seed: seed, kind: kind, cell: path.cell, run: path.run, .order)
    }

    /// W0 and the first pass's order of a path.
    static func beginning(of path: Path, seed: UInt64, samples: Int) -> (initial: Network, order: [Int]) {
        var order = RandomStream(orderKey(path, seed: seed))
        return (initial(path, seed: seed), ExperimentStream.permutation(samples, &order))
    }
}

extension LazyRecord {
    init(_ path: LazyStudy.Path, c0: Double, _ stop: LazyTraining.Stop, _ measurement: LazyMeasurement, images: Int) {
        self.init(
            reading: path.reading, d: path.d, m: path.m, c0: c0, run: path.run, steps: stop.steps, leaves: stop.leaves,
            errors: measurement.errors, images: images, measured: measurement.step.count,
            neverFlipped: measurement.step.count { $0.isInfinite }, relative: Spread(measurement.relative),
            gradient: Spread(measurement.gradient), step: Spread(measurement.step))
    }

    /// Where a record stands among others.
    var place: RecordPlace { RecordPlace(reading: reading.rawValue, numbers: [Double(m), Double(d), c0, Double(run)]) }
}

/// Reading first, then numbers in their order.
struct RecordPlace: Comparable {
    let reading: String
    let numbers: [Double]

    static func < (a: Self, b: Self) -> Bool {
        a.reading != b.reading ? a.reading > b.reading : a.numbers.lexicographicallyPrecedes(b.numbers)
    }
}
