// SPDX-License-Identifier: GPL-3.0-or-later

internal import LazyBall
internal import RealModule
internal import Sampler

/// One path of SGD: a draw of W0 and an order of samples, stopped at each ball, and measured there.
public struct LazyUnit: Sendable, Hashable {
    public var scaling: SampleScaling
    public var choices: TrainingChoices
    /// The edge of the images: d is its square.
    public var side: Int
    public var m: Int
    public var run: Int
    /// The C0 of the balls.
    public var radii: [Double]
    public var seed: UInt64 = 1
    /// At how many test images, evenly spaced, steps are measured; nil for all of them.
    public var measured: Int?
    public var keepsHistograms = false

    public init(scaling: SampleScaling, choices: TrainingChoices? = nil, side: Int, m: Int, run: Int, radii: [Double]) {
        self.scaling = scaling
        self.choices = choices ?? .usual(scaling)
        self.side = side
        self.m = m
        self.run = run
        self.radii = radii
    }

    public var d: Int { side * side }

    /// What its streams are called: the same for all choices, whose networks are so drawn alike.
    var cell: String { "\(scaling.rawValue) d=\(d) m=\(m)" }

    /// A network of the path, with what was measured of it.
    public struct Result: Sendable {
        public let record: LazyRecord
        public let measurement: LazyMeasurement
    }

    static let kind = "experiment/lazy"

    var initial: Network {
        ExperimentStream.network(
            seed: seed, kind: Self.kind, cell: cell, run: run, m: m, width: d + (choices.hasBias ? 1 : 0), scale: choices.initialScale)
    }

    var orderKey: StreamKey { ExperimentStream.key(seed: seed, kind: Self.kind, cell: cell, run: run, .order) }

    /// Trains and measures.
    func results(_ data: PreparedImages, steps: StepCount) -> [Result] {
        let (training, test) = data.samples(side: side, choices)
        var order = RandomStream(orderKey)
        var settings = LazyTraining.Settings()
        (settings.passes, settings.batch) = (choices.passes, choices.batch)
        var descent = LazyTraining(initial, training, settings)
        let ascending = radii.sorted()
        var results: [Result] = []
        descent.run(
            radii: ascending.map { $0 / Double.sqrt(Double(m)) }, steps: steps,
            nextPass: { ExperimentStream.permutation(training.count, &order) }
        ) { balls, stop in
            let measurement = LazyMeasurement(stop.network, test: test, measured: measured.map(test.spaced) ?? test)
            results += balls.map { ball in
                Result(record: record(c0: ascending[ball], stop, measurement, images: test.count), measurement: measurement)
            }
        }
        return results
    }

    private func record(c0: Double, _ stop: LazyTraining.Stop, _ measurement: LazyMeasurement, images: Int) -> LazyRecord {
        LazyRecord(
            scaling: scaling, choices: choices, d: d, m: m, c0: c0, run: run, steps: stop.steps, leaves: stop.leaves,
            errors: measurement.errors, images: images, measured: measurement.step.count,
            neverFlipped: measurement.step.count { $0.isInfinite }, relative: Spread(measurement.relative),
            gradient: Spread(measurement.gradient), step: Spread(measurement.step))
    }
}

extension LazyUnit.Result {
    /// The histograms of a network, those left out that no normal law fits.
    public var histograms: [Histogram] {
        let values: [(LazyQuantity, [Double])] = [
            (.relative, measurement.relative), (.gradient, measurement.gradient), (.step, measurement.step),
        ]
        return values.compactMap { Histogram($1, $0, scaling: record.scaling, run: record.run) }
    }
}
