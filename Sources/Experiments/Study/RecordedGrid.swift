// SPDX-License-Identifier: GPL-3.0-or-later

extension ExperimentRun {
    /// What `make experiments` runs: the paper's grid with 5 runs of everything, and beside it what the paper leaves open. The tables
    /// kept are of it but for m = 1e5, which are of an earlier one: 3 runs, steps at 250 test images; and Figure 4 ends at m = 3000.
    ///
    /// Cheap parts first, so that a run that is given up early has something to show; within a part the longest network first.
    public static func recorded(seed: UInt64 = 1) -> ExperimentRun {
        var options = Experiment.Options()
        options.seed = seed
        func paths(_ widths: [Int], _ radii: [Double], _ sides: [Int] = Experiment.sides, histograms: Bool = false) -> [RunUnit] {
            Experiment.paths(SampleScaling.allCases, widths: widths, radii: radii, sides: sides, options).map { unit in
                var unit = unit
                unit.keepsHistograms = histograms
                return .lazy(unit)
            }
        }
        func robust(_ cells: [AdversarialUnit.Cell], _ change: (inout Experiment.Options) -> Void = { _ in }) -> [RunUnit] {
            var options = options
            change(&options)
            return Experiment.units(of: cells, options).map(RunUnit.adversarial)
        }
        // R sqrt d = 1, 3, 5 tell how the literal step and the missing projection change the picture.
        let left = Experiment.leftPanel(Experiment.sides)
        let some = left.filter { [1, 3, 5].contains(($0.radius * Double($0.side)).rounded()) }
        let parts: [[RunUnit]] = [
            Experiment.ceiling.units(options), paths([1000], Experiment.radii), Experiment.choices.units(options), robust(left),
            robust(some) { $0.projects = false }, robust(some) { $0.attack = .gradient }, robust(Experiment.rightPanel([1000])),
            paths([10_000], Experiment.radii), robust(Experiment.rightPanel([3000])), paths([100_000], [10], [28], histograms: true),
            paths([100_000], [10], Experiment.sides.filter { $0 != 28 }), paths([100_000], Array(Experiment.radii.dropFirst())),
            robust(Experiment.rightPanel([10_000])),
        ]
        return ExperimentRun(parts.flatMap { $0.sorted { $0.cost > $1.cost } })
    }
}
