// SPDX-License-Identifier: GPL-3.0-or-later

internal import LazyBall
internal import RealModule
internal import Sampler
internal import Support

/// Networks trained by Section 5.1 over a grid of (d, m, C0) and a number of runs.
public struct LazyStudy: Sendable {
    public var scalings: [SampleScaling]
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
        scalings: [SampleScaling], sides: [Int], widths: [Int], radii: [Double], runs: Int = 5, seed: UInt64 = 1, measured: Int = 500
    ) {
        self.scalings = scalings
        self.sides = sides
        self.widths = widths
        self.radii = radii
        self.runs = runs
        self.seed = seed
        self.measured = measured
    }

    /// One path of SGD: a draw of W0 and an order of samples, stopped at each ball.
    struct Path: Sendable {
        let scaling: SampleScaling
        let side: Int
        let m: Int
        let run: Int

        var d: Int { side * side }
        /// What its streams are called.
        var cell: String { "\(scaling.rawValue) d=\(d) m=\(m)" }
    }

    public var paths: Int { grid.count }

    /// The longest paths first: the last to end is then a short one.
    var grid: [Path] {
        var paths: [Path] = []
        for m in widths.sorted(by: >) {
            for side in sides.sorted(by: >) {
                for scaling in scalings {
                    for run in 1...max(1, runs) { paths.append(Path(scaling: scaling, side: side, m: m, run: run)) }
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
    ///   - data: the images.
    ///   - threads: at least 1.
    ///   - progress: called with the number of paths done.
    ///   - isInterrupted: once true, no more paths are begun, and the results are those of the paths begun.
    public func run(
        _ data: DigitData, threads: Int, progress: (Int) -> Void = { _ in }, isInterrupted: () -> Bool = { false }
    ) async -> [Result] {
        let grid = grid
        let results = await Parallel.map(grid.count, threads: threads, progress: progress, isInterrupted: isInterrupted) {
            self.results(of: grid[$0], data)
        }
        return results.compactMap { $0 }.flatMap { $0 }.sorted { $0.record.place < $1.record.place }
    }

    private func results(of path: Path, _ data: DigitData) -> [Result] {
        let training = Samples(data.training, side: path.side, scaling: path.scaling)
        let test = Samples(data.test, side: path.side, scaling: path.scaling)
        let points = test.spaced(measured)
        let initial = Self.initial(path, seed: seed)
        var order = RandomStream(Self.orderKey(path, seed: seed))
        var descent = LazyTraining(initial, training, settings)
        var results: [Result] = []
        let ascending = radii.sorted()
        descent.run(
            radii: ascending.map { $0 / Double.sqrt(Double(path.m)) }, nextPass: { ExperimentStream.permutation(training.count, &order) }
        ) {
            balls, stop in
            let measurement = LazyMeasurement(stop.network, test: test, measured: points)
            for ball in balls {
                results.append(
                    Result(record: LazyRecord(path, c0: ascending[ball], stop, measurement, images: test.count), measurement: measurement))
            }
        }
        return results
    }

    static let kind = "experiment/lazy"

    static func initial(_ path: Path, seed: UInt64) -> Network {
        ExperimentStream.network(
            seed: seed, kind: kind, cell: path.cell, run: path.run, m: path.m, width: path.d + (path.scaling.hasBias ? 1 : 0))
    }

    static func orderKey(_ path: Path, seed: UInt64) -> StreamKey {
        ExperimentStream.key(seed: seed, kind: kind, cell: path.cell, run: path.run, .order)
    }
}

extension LazyRecord {
    init(_ path: LazyStudy.Path, c0: Double, _ stop: LazyTraining.Stop, _ measurement: LazyMeasurement, images: Int) {
        self.init(
            scaling: path.scaling, d: path.d, m: path.m, c0: c0, run: path.run, steps: stop.steps, leaves: stop.leaves,
            errors: measurement.errors, images: images, measured: measurement.step.count,
            neverFlipped: measurement.step.count { $0.isInfinite }, relative: Spread(measurement.relative),
            gradient: Spread(measurement.gradient), step: Spread(measurement.step))
    }
}

extension LazyStudy.Result {
    /// The histograms of a network, those left out that no normal law fits.
    public var histograms: [Histogram] {
        let values: [(LazyQuantity, [Double])] = [
            (.relative, measurement.relative), (.gradient, measurement.gradient), (.step, measurement.step),
        ]
        return values.compactMap { Histogram($1, $0, scaling: record.scaling, run: record.run) }
    }
}
