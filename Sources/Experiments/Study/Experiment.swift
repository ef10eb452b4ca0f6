// SPDX-License-Identifier: GPL-3.0-or-later

internal import RealModule

/// An experiment of the paper, by its figure.
public enum Experiment: String, Sendable, Hashable, CaseIterable {
    /// The test errors of Section 5.1 (claim 5/1).
    case errors
    case fig2, fig3, fig4, fig5, fig6, fig7
    /// What no classifier can do on the test images, and how their norms go with d: no network is trained.
    case ceiling

    /// Restricts an experiment to a part of the paper's grid; `nil` leaves the paper's values.
    public struct Options: Sendable, Hashable {
        public var sides: [Int]?
        public var widths: [Int]?
        public var radii: [Double]?
        public var runs = 5
        public var seed: UInt64 = 1
        /// Test images at which steps are measured, and test and training images that are attacked.
        public var images = 250
        public var attack = ProjectedAttack.Step.unit

        public init() {}
    }

    /// The edges of the paper's images: d = 25, 49, 100, 196, 400, 625, 784.
    public static let sides = [5, 7, 10, 14, 20, 25, 28]
    public static let widths = [1000, 10_000, 100_000]
    public static let radii = [10.0, 20, 30, 40]

    /// The studies by SGD that it needs.
    public func lazyStudies(_ options: Options) -> [LazyStudy] {
        func study(_ scalings: [SampleScaling], widths: [Int], radii: [Double], sides: [Int] = Self.sides) -> LazyStudy {
            LazyStudy(
                scalings: scalings, sides: options.sides ?? sides, widths: options.widths ?? widths, radii: options.radii ?? radii,
                runs: options.runs, seed: options.seed, measured: options.images)
        }
        switch self {
        case .errors: return [study([.unnormalized], widths: Self.widths, radii: Self.radii)]
        case .fig2: return [study([.unnormalized], widths: Self.widths, radii: [10])]
        case .fig3: return [study([.unnormalized], widths: [100_000], radii: Self.radii)]
        case .fig4, .ceiling: return []
        case .fig5: return [study([.normalized], widths: Self.widths, radii: [10])]
        case .fig6: return [study([.normalized], widths: [100_000], radii: Self.radii)]
        case .fig7:
            var histogram = study(SampleScaling.allCases, widths: [100_000], radii: [10], sides: [28])
            histogram.measured = .max
            return [histogram]
        }
    }

    /// The studies by Algorithm 1 that it needs.
    public func adversarialStudies(_ options: Options) -> [AdversarialStudy] {
        guard self == .fig4 else { return [] }
        func study(_ cells: [AdversarialStudy.Cell]) -> AdversarialStudy {
            AdversarialStudy(
                cells: cells, runs: options.runs, seed: options.seed, attacked: options.images, tested: options.images, step: options.attack
            )
        }
        return [
            study(Self.leftPanel(options.sides ?? [5, 7, 10, 14, 20, 28])), study(Self.rightPanel(options.widths ?? [100, 316, 1000])),
        ]
    }

    /// Figure 4, left: R sqrt d = 1, 2, ..., 10 at m = 1000, C0 = 10.
    static func leftPanel(_ sides: [Int]) -> [AdversarialStudy.Cell] {
        sides.flatMap { side in
            (1...10).map { AdversarialStudy.Cell(side: side, m: 1000, c0: 10, radius: Double($0) / Double(side)) }
        }
    }

    /// Figure 4, right: V sqrt m from 5 to 60 at d = 784, R = 0.2.
    static func rightPanel(_ widths: [Int]) -> [AdversarialStudy.Cell] {
        widths.flatMap { m in
            [5.0, 10, 15, 20, 25, 30, 40, 60].map { AdversarialStudy.Cell(side: 28, m: m, c0: $0, radius: 0.2) }
        }
    }
}

extension RunRecords {
    /// The records that these experiments show.
    public func of(_ experiments: [Experiment]) -> RunRecords {
        RunRecords(
            lazy: lazy.filter { record in experiments.contains { $0.shows(record) } },
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
        case .fig4, .ceiling: false
        case .fig5: record.scaling == .normalized && record.c0 == 10
        case .fig6: record.scaling == .normalized && record.m == 100_000
        case .fig7: record.d == 784 && record.m == 100_000 && record.c0 == 10
        }
    }
}
