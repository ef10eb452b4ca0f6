// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Experiments

/// 5/7: "the histogram exhibits a Gaussian distribution", "eta concentrates around 0.045".
extension ExperimentFindings {
    private static let claimedStep = 0.045
    /// "Gaussian-like": no farther than this from the normal law of the same mean and deviation, in sup |F_n - F|.
    private static let distance = 0.1

    /// "Concentrates around": the median over the test images lies within a quarter of the claimed value.
    private static func isAround(_ histogram: Histogram) -> Bool {
        abs(histogram.spread.median - claimedStep) <= claimedStep / 4
    }

    var histograms: Finding {
        guard !records.histograms.isEmpty else { return missing }
        let verdicts = SampleScaling.allCases.compactMap { reading -> (SampleScaling, Verdict)? in
            let found = records.histograms.filter { $0.scaling == reading }
            let steps = found.filter { $0.quantity == .step }
            guard !steps.isEmpty else { return nil }
            let (normal, around) = (found.allSatisfy { $0.distance < Self.distance }, steps.allSatisfy(Self.isAround))
            if normal && around { return (reading, .reproduced) }
            let isNot = steps.allSatisfy { !Self.isAround($0) } || found.contains { $0.distance >= Self.distance }
            return (reading, isNot ? .notReproduced : .inconclusive)
        }
        // The paper does not say which of its two settings the figure shows: one of them may speak for it.
        let best: Verdict =
            verdicts.contains { $0.1 == .reproduced }
            ? .reproduced : verdicts.allSatisfy { $0.1 == .notReproduced } ? .notReproduced : .inconclusive
        let farthest = records.histograms.max { $0.distance < $1.distance }
        let medians = records.histograms.filter { $0.quantity == .step }.map { shortText($0.spread.median) }.joined(separator: ", ")
        let shape = farthest.map {
            "; farthest from normal: \($0.quantity.title) of \($0.scaling.rawValue) samples, by \(shortText($0.distance)), skewness "
                + "\(shortText($0.skewness))"
        }
        let note =
            verdicts.map { "\($0.0.rawValue) samples: \($0.1.rawValue)" }.joined(separator: ", ") + "; medians of eta: \(medians)"
            + (shape ?? "")
        return Finding(
            best, method: source, note: note,
            evidence: [
                Evidence(
                    "Gaussian-like: sup |F_n - F| < 0.1, F the normal law of the same mean and deviation; around 0.045: the median "
                        + "over the test images is within a quarter of it; a reading is reproduced where both are so in every run, and "
                        + "not where no run's median is there or a histogram is not Gaussian-like",
                    .measured),
                Evidence(setting, .argued),
            ],
            boundary: BoundaryTable(
                caption: "over all test images at d = 784, m = 1e5, C0 = 10",
                columns: ["samples", "quantity", "run", "5 %", "median", "95 %", "mean", "deviation", "skewness", "sup |F_n - F|"],
                rows: records.histograms.map { item in
                    [item.scaling.rawValue, item.quantity.title, "\(item.run)"]
                        + [item.spread.low, item.spread.median, item.spread.high, item.mean, item.deviation, item.skewness, item.distance]
                        .map(shortText)
                }))
    }
}
