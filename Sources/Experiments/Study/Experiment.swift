// SPDX-License-Identifier: GPL-3.0-or-later

internal import RealModule

/// An experiment of the paper, by its figure.
public enum Experiment: String, Sendable, Hashable, CaseIterable {
    /// The test errors of Section 5.1 (claim 5/1).
    case errors
    case fig2, fig3, fig4, fig5, fig6, fig7
    /// What no classifier can do on the test images, and how their norms go with d: no network is trained.
    case ceiling
    /// What comes of the choices that the paper leaves open, on a grid small enough to repeat.
    case choices

    /// Restricts an experiment to a part of the paper's grid; `nil` leaves the paper's values.
    public struct Options: Sendable, Hashable {
        public var sides: [Int]?
        public var widths: [Int]?
        public var radii: [Double]?
        public var runs = 5
        public var seed: UInt64 = 1
        /// Test images at which steps are measured, and that are attacked; nil for all of them.
        public var images: Int?
        /// Training images that are attacked each round.
        public var attacked = 256
        public var attack = ProjectedAttack.Step.unit
        /// Whether Algorithm 1 projects W onto the ball.
        public var projects = true
        public var choices = ChoiceChanges()

        public init() {}

        /// A small part of everything, in minutes: two runs, the smallest width, 250 test images.
        public static var quick: Options {
            var options = Options()
            (options.runs, options.widths, options.images, options.attacked) = (2, [1000], 250, 128)
            return options
        }
    }

    /// The edges of the paper's images: d = 25, 49, 100, 196, 400, 625, 784.
    public static let sides = [5, 7, 10, 14, 20, 25, 28]
    public static let widths = [1000, 10_000, 100_000]
    public static let radii = [10.0, 20, 30, 40]

    /// What it does, in the order of the paper's grid.
    public func units(_ options: Options) -> [RunUnit] {
        switch self {
        case .errors: Self.paths([.unnormalized], widths: Self.widths, radii: Self.radii, options).map(RunUnit.lazy)
        case .fig2: Self.paths([.unnormalized], widths: Self.widths, radii: [10], options).map(RunUnit.lazy)
        case .fig3: Self.paths([.unnormalized], widths: [100_000], radii: Self.radii, options).map(RunUnit.lazy)
        case .fig4: Self.robustUnits(options).map(RunUnit.adversarial)
        case .fig5: Self.paths([.normalized], widths: Self.widths, radii: [10], options).map(RunUnit.lazy)
        case .fig6: Self.paths([.normalized], widths: [100_000], radii: Self.radii, options).map(RunUnit.lazy)
        case .fig7:
            Self.paths(SampleScaling.allCases, widths: [100_000], radii: [10], sides: [28], options).map { unit in
                var unit = unit
                unit.keepsHistograms = true
                return .lazy(unit)
            }
        case .ceiling:
            (options.sides ?? Self.sides).flatMap { side in ImageFilter.allCases.map { .ceiling(side: side, filter: $0) } }
        case .choices: ChoiceGrid.units(options).map(RunUnit.choices)
        }
    }

    static func paths(
        _ scalings: [SampleScaling], widths: [Int], radii: [Double], sides: [Int] = Self.sides, _ options: Options
    ) -> [LazyUnit] {
        var units: [LazyUnit] = []
        for m in options.widths ?? widths {
            for side in options.sides ?? sides {
                for scaling in scalings {
                    for run in 1...max(1, options.runs) {
                        var unit = LazyUnit(
                            scaling: scaling, choices: options.choices.applied(to: scaling), side: side, m: m, run: run,
                            radii: options.radii ?? radii)
                        (unit.seed, unit.measured) = (options.seed, options.images)
                        units.append(unit)
                    }
                }
            }
        }
        return units
    }

    // MARK: Figure 4

    private static func robustUnits(_ options: Options) -> [AdversarialUnit] {
        units(of: leftPanel(options.sides ?? sides) + rightPanel(options.widths ?? [1000, 3000, 10_000]), options)
    }

    static func units(of cells: [AdversarialUnit.Cell], _ options: Options) -> [AdversarialUnit] {
        cells.flatMap { cell in
            (1...max(1, options.runs)).map { run in
                var unit = AdversarialUnit(cell: cell, run: run)
                (unit.seed, unit.attacked, unit.tested) = (options.seed, options.attacked, options.images)
                (unit.step, unit.settings.projects) = (options.attack, options.projects)
                unit.filter = options.choices.filter ?? unit.filter
                return unit
            }
        }
    }

    /// Figure 4, left: R sqrt d = 1, 2, ..., 10 as far as R <= 1, at m = 1000, C0 = 10.
    static func leftPanel(_ sides: [Int]) -> [AdversarialUnit.Cell] {
        sides.flatMap { side in
            (1...10).filter { $0 <= side }.map {
                AdversarialUnit.Cell(side: side, m: 1000, c0: 10, radius: Double($0) / Double(side))
            }
        }
    }

    /// Figure 4, right: V sqrt m from 5 on as far as V <= 1, at d = 784, R = 0.2.
    static func rightPanel(_ widths: [Int]) -> [AdversarialUnit.Cell] {
        widths.flatMap { m in
            [5.0, 10, 15, 20, 25, 30, 40, 50].filter { $0 <= Double.sqrt(Double(m)) }.map {
                AdversarialUnit.Cell(side: 28, m: m, c0: $0, radius: 0.2)
            }
        }
    }
}

extension RunRecords {
    /// The records that these experiments show.
    public func of(_ experiments: [Experiment]) -> RunRecords {
        RunRecords(
            lazy: lazy.filter { record in experiments.contains { $0.shows(record) } },
            choices: experiments.contains(.choices) ? choices : [],
            adversarial: experiments.contains(.fig4) ? adversarial : [], histograms: experiments.contains(.fig7) ? histograms : [],
            ceilings: experiments.contains(.fig4) || experiments.contains(.ceiling) ? ceilings : [])
    }
}

extension Experiment {
    func shows(_ record: LazyRecord) -> Bool {
        switch self {
        case .errors: true
        case .fig2: record.scaling == .unnormalized && record.c0 == 10
        case .fig3: record.scaling == .unnormalized && record.m == 100_000
        case .fig4, .ceiling, .choices: false
        case .fig5: record.scaling == .normalized && record.c0 == 10
        case .fig6: record.scaling == .normalized && record.m == 100_000
        case .fig7: record.d == 784 && record.m == 100_000 && record.c0 == 10
        }
    }
}
