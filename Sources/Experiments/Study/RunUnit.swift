// SPDX-License-Identifier: GPL-3.0-or-later

internal import RealModule

/// One piece of work of a run of experiments: what is lost at most when the run is killed.
public enum RunUnit: Sendable, Hashable {
    case lazy(LazyUnit)
    /// A network for the table of choices.
    case choices(LazyUnit)
    case adversarial(AdversarialUnit)
    /// R sqrt d = 1, ..., 10, as in Figure 4, left; at d = 784 also R = 0.2, its right panel's.
    case ceiling(side: Int, filter: ImageFilter)

    /// All that its records depend on beside the images: what a journal knows it by.
    public var key: String {
        switch self {
        case .lazy(let unit): "sgd \(Self.text(unit))"
        case .choices(let unit): "choices \(Self.text(unit))"
        case .adversarial(let unit): Self.text(unit)
        case .ceiling(let side, let filter): "ceiling d=\(side * side) filter=\(filter.rawValue)"
        }
    }

    private static func text(_ unit: AdversarialUnit) -> String {
        "algorithm-1 \(unit.cell.name) run=\(unit.run) seed=\(unit.seed) attacked=\(unit.attacked) tested=\(Self.text(unit.tested)) "
            + "step=\(unit.step.rawValue) filter=\(unit.filter.rawValue) projection=\(unit.settings.projects)"
    }

    private static func text(_ unit: LazyUnit) -> String {
        "\(unit.cell) \(unit.choices.text) C0=\(unit.radii) run=\(unit.run) seed=\(unit.seed) measured=\(text(unit.measured)) "
            + "histograms=\(unit.keepsHistograms)"
    }

    private static func text(_ count: Int?) -> String { count.map(String.init) ?? "all" }

    /// The edge of the images that it needs.
    var side: Int {
        switch self {
        case .lazy(let unit), .choices(let unit): unit.side
        case .adversarial(let unit): unit.cell.side
        case .ceiling(let side, _): side
        }
    }

    /// About how many operations it takes on MNIST: what progress is measured in.
    var cost: Double {
        switch self {
        case .lazy(let unit), .choices(let unit): Self.cost(unit)
        case .adversarial(let unit): Self.cost(unit)
        case .ceiling(let side, _): 3e6 * Double(side * side) + 1e9
        }
    }

    /// Balls are left after about so many steps; a third of the pixels is not 0, and a flipping step is two products with W and a sort.
    private static func cost(_ unit: LazyUnit) -> Double {
        let n = 12_665.0, m = Double(unit.m), width = Double(unit.d)
        let steps = min(Double(unit.choices.passes) * n, 20 * Double.pow(unit.radii.max() ?? 0, 2) * Double(unit.choices.batch))
        return m * (steps * (2 * width + 40) + Double(unit.radii.count * (unit.measured ?? 2115)) * (4 * width + 400))
    }

    /// Some fifteen rounds.
    private static func cost(_ unit: AdversarialUnit) -> Double {
        let (m, d, n) = (Double(unit.cell.m), Double(unit.cell.d), Double(unit.attacked))
        let round = 12_608 * min(4 * d, 2 * n) + n * 100 * (30 + m / 100) + m * d
        return m * (15 * round + Double(unit.tested ?? 2115) * 100 * 40)
    }

    /// About how many bytes its network takes: W, W0 and their panels.
    var bytes: Double {
        switch self {
        case .lazy(let unit), .choices(let unit): 8 * 4 * Double(unit.m) * Double(unit.d + 1)
        case .adversarial(let unit): 8 * 4 * Double(unit.cell.m) * Double(unit.cell.d) + 24 * Double(unit.cell.m * unit.attacked)
        case .ceiling: 1e7
        }
    }

    /// Does the work.
    func records(_ data: PreparedImages, steps: StepCount) -> RunRecords {
        var records = RunRecords()
        switch self {
        case .lazy(let unit):
            let results = unit.results(data, steps: steps)
            records.lazy = results.map(\.record)
            if unit.keepsHistograms { records.histograms = results.flatMap(\.histograms) }
        case .choices(let unit): records.choices = unit.results(data, steps: steps).map(\.record)
        case .adversarial(let unit): records.adversarial = [unit.record(data, steps: steps)]
        case .ceiling(let side, let filter):
            let radii = (1...10).map(Double.init) + (side == 28 ? [5.6] : [])
            records.ceilings = RobustCeiling.ceilings(data.data.test, side: side, filter: filter, scaledRadii: radii.sorted())
        }
        return records
    }
}
