// SPDX-License-Identifier: GPL-3.0-or-later

internal import LazyBall
internal import RealModule
internal import Sampler
internal import Support

/// Networks trained by Algorithm 1 over a list of (d, m, C0, R) and a number of runs.
public struct AdversarialStudy: Sendable {
    public struct Cell: Sendable, Hashable {
        public var side: Int
        public var m: Int
        public var c0: Double
        public var radius: Double

        public init(side: Int, m: Int, c0: Double, radius: Double) {
            self.side = side
            self.m = m
            self.c0 = c0
            self.radius = radius
        }

        public var d: Int { side * side }
        /// What its streams are called.
        var name: String { "d=\(d) m=\(m) C0=\(c0) R=\(radius)" }
    }

    public var cells: [Cell]
    public var runs: Int
    public var seed: UInt64
    /// How many training images, evenly spaced, are attacked each round.
    public var attacked: Int
    /// How many test images, evenly spaced, are attacked at the end.
    public var tested: Int
    public var step: ProjectedAttack.Step
    public var settings = AdversarialTraining.Settings()

    public init(
        cells: [Cell], runs: Int = 5, seed: UInt64 = 1, attacked: Int = 500, tested: Int = 500, step: ProjectedAttack.Step = .unit
    ) {
        self.cells = cells
        self.runs = runs
        self.seed = seed
        self.attacked = attacked
        self.tested = tested
        self.step = step
    }

    public var trainings: Int { cells.count * runs }

    /// Trains and attacks, in parallel: the same records on any number of threads.
    ///
    /// - Parameters:
    ///   - data: the images.
    ///   - threads: at least 1.
    ///   - progress: called with the number of trainings done.
    ///   - isInterrupted: once true, no more are begun.
    public func run(
        _ data: DigitData, threads: Int, progress: (Int) -> Void = { _ in }, isInterrupted: () -> Bool = { false }
    ) async -> [AdversarialRecord] {
        let work = cells.flatMap { cell in (1...max(1, runs)).map { (cell, $0) } }.sorted { $0.0.m * $0.0.d > $1.0.m * $1.0.d }
        let records = await Parallel.map(work.count, threads: threads, progress: progress, isInterrupted: isInterrupted) {
            self.record(work[$0].0, work[$0].1, data)
        }
        return records.compactMap { $0 }.sorted { $0.place < $1.place }
    }

    private func record(_ cell: Cell, _ run: Int, _ data: DigitData) -> AdversarialRecord {
        let training = Samples(data.training, side: cell.side, scaling: .normalized).spaced(attacked)
        let test = Samples(data.test, side: cell.side, scaling: .normalized).spaced(tested)
        let attack = ProjectedAttack(radius: cell.radius, step: step)
        let initial = ExperimentStream.network(
            seed: seed, kind: Self.kind, cell: cell.name, run: run, m: cell.m, width: training.width)
        let trained = AdversarialTraining(
            initial, training, attack: attack, radius: cell.c0 / Double.sqrt(Double(cell.m)), settings,
            order: RandomStream(ExperimentStream.key(seed: seed, kind: Self.kind, cell: cell.name, run: run, .order)))
        let outcome = attack(trained.network, test)
        return AdversarialRecord(
            d: cell.d, m: cell.m, c0: cell.c0, radius: cell.radius, run: run, rounds: trained.rounds, attacked: training.count,
            robustTraining: trained.robustTrainingAccuracy.max() ?? 0, images: test.count,
            right: zip(trained.network.values(on: test), test.labels).count { $0 * $1 > 0 }, robust: outcome.broken.count { !$0 })
    }

    static let kind = "experiment/adversarial"
}
