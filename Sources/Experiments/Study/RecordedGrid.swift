// SPDX-License-Identifier: GPL-3.0-or-later

extension ExperimentRun {
    /// What `make experiments` runs, part after part: the paper's grid, but for Figures 3 and 6 only d = 25 and 100, and fewer runs where
    /// one takes minutes.
    public static func recordedParts(seed: UInt64 = 1) -> [ExperimentRun] {
        let sides = Experiment.sides
        func lazy(_ sides: [Int], _ widths: [Int], _ radii: [Double], runs: Int, measured: Int = 250) -> ExperimentRun {
            ExperimentRun(
                lazy: [
                    LazyStudy(
                        scalings: SampleScaling.allCases, sides: sides, widths: widths, radii: radii, runs: runs, seed: seed,
                        measured: measured)
                ],
                adversarial: [], keepsHistograms: measured == .max)
        }
        func adversarial(_ cells: [AdversarialStudy.Cell], runs: Int) -> ExperimentRun {
            ExperimentRun(
                lazy: [], adversarial: [AdversarialStudy(cells: cells, runs: runs, seed: seed, attacked: 256, tested: 256)],
                keepsHistograms: false)
        }
        return [
            ExperimentRun(lazy: [], adversarial: [], keepsHistograms: false, ceilingSides: sides),
            lazy(sides, [1000], Experiment.radii, runs: 5),
            lazy(sides, [10_000], Experiment.radii, runs: 3),
            lazy([28], [100_000], [10], runs: 3, measured: .max),
            lazy(sides.filter { ![5, 10, 28].contains($0) }, [100_000], [10], runs: 3),
            adversarial(Experiment.leftPanel([5, 7, 10, 14, 20]), runs: 3),
            adversarial(Experiment.rightPanel([100, 316, 1000]), runs: 2),
            lazy([5, 10], [100_000], Experiment.radii, runs: 3),
        ]
    }
}
