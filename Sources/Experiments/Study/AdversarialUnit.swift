// SPDX-License-Identifier: GPL-3.0-or-later

internal import LazyBall
internal import RealModule
internal import Sampler

/// One network trained by Algorithm 1, and attacked in the end.
public struct AdversarialUnit: Sendable, Hashable {
    /// Where in Figure 4 it stands.
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

    public var cell: Cell
    public var run: Int
    public var seed: UInt64 = 1
    /// How many training images, evenly spaced, are attacked each round.
    public var attacked = 256
    /// How many test images, evenly spaced, are attacked at the end; nil for all of them.
    public var tested: Int?
    public var step = ProjectedAttack.Step.unit
    public var filter = ImageFilter.area
    public var settings = AdversarialTraining.Settings()

    public init(cell: Cell, run: Int) {
        self.cell = cell
        self.run = run
    }

    static let kind = "experiment/adversarial"

    func record(_ data: PreparedImages, steps: StepCount) -> AdversarialRecord {
        var choices = TrainingChoices.usual(.normalized)
        choices.filter = filter
        let (allTraining, allTest) = data.samples(side: cell.side, choices)
        let (training, test) = (allTraining.spaced(attacked), tested.map(allTest.spaced) ?? allTest)
        let attack = ProjectedAttack(radius: cell.radius, step: step), root = Double.sqrt(Double(cell.m))
        let initial = ExperimentStream.network(
            seed: seed, kind: Self.kind, cell: cell.name, run: run, m: cell.m, width: training.width)
        let trained = AdversarialTraining(
            initial, training, attack: attack, radius: cell.c0 / root, settings,
            order: RandomStream(ExperimentStream.key(seed: seed, kind: Self.kind, cell: cell.name, run: run, .order)), steps: steps)
        let outcome = attack(trained.network, test, onlyBroken: true)
        return AdversarialRecord(
            d: cell.d, m: cell.m, c0: cell.c0, radius: cell.radius, run: run, step: step, projects: settings.projects,
            rounds: trained.rounds, attacked: training.count, robustTraining: trained.robustTrainingAccuracy.max() ?? 0,
            distance: trained.network.distance(to: initial) * root, images: test.count,
            right: zip(trained.network.values(on: test), test.labels).count { $0 * $1 > 0 }, robust: outcome.broken.count { !$0 },
            curve: trained.robustTrainingAccuracy)
    }
}
