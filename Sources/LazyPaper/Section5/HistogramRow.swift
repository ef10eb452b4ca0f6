// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Experiments

/// 5/7: "the histogram exhibits a Gaussian distribution", "eta concentrates around 0.045".
extension ExperimentFindings {
    static let claimedStep = 0.045

    /// Whether a network's eta is "around" the claimed value.
    func isAround(_ step: Double) -> Bool { abs(step - Self.claimedStep) <= rules[.aroundShare] * Self.claimedStep }

    private func isAround(_ histogram: Histogram) -> Bool { isAround(histogram.spread[aggregate]) }

    var histograms: Finding {
        guard !records.histograms.isEmpty else { return missing }
        let verdicts = SampleScaling.allCases.compactMap { reading -> (SampleScaling, Verdict)? in
            let found = records.histograms.filter { $0.scaling == reading }
            let steps = found.filter { $0.quantity == .step }
            guard !steps.isEmpty else { return nil }
            let (normal, around) = (found.allSatisfy { $0.distance < rules[.normalDistance] }, steps.allSatisfy(isAround))
            if normal && around { return (reading, .reproduced) }
            let isNot = steps.allSatisfy { !isAround($0) } || found.contains { $0.distance >= rules[.normalDistance] }
            return (reading, isNot ? .notReproduced : .inconclusive)
        }
        // The paper does not say which of its two settings the figure shows: one of them may speak for it.
        let best: Verdict =
            verdicts.contains { $0.1 == .reproduced }
            ? .reproduced : verdicts.allSatisfy { $0.1 == .notReproduced } ? .notReproduced : .inconclusive
        let farthest = records.histograms.max { $0.distance < $1.distance }
        let medians = records.histograms.filter { $0.quantity == .step }.map { shortText($0.spread[aggregate]) }.joined(separator: ", ")
        let shape = farthest.map {
            "; farthest from normal: \($0.quantity.title) of \($0.scaling.rawValue) samples, by \(shortText($0.distance)), skewness "
                + "\(shortText($0.skewness))"
        }
        let note =
            verdicts.map { "\($0.0.rawValue) samples: \($0.1.rawValue)" }.joined(separator: ", ") + "; \(averages) of eta: \(medians)"
            + (shape ?? "")
        return Finding(
            best, method: source, note: note,
            evidence: [
                Evidence(
                    "Gaussian-like: sup |F_n - F| < \(shortText(rules[.normalDistance])), F the normal law of the same mean and "
                        + "deviation; around 0.045: the \(aggregate.rawValue) over the test images is within "
                        + "\(percent(rules[.aroundShare])) of it; a reading is reproduced where both are so in every run, and "
                        + "not where no run's median is there or a histogram is not Gaussian-like",
                    .measured),
                Evidence(setting, .argued),
            ] + choiceEvidence("5/7"),
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
