// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Experiments
internal import RealModule

/// 5/2, 5/3 and 5/6: exponents in d, and growth in C0.
extension ExperimentFindings {
    /// An exponent in d over the runs of all widths.
    struct Exponent {
        let quantity: LazyQuantity
        let law: PowerLaw
        /// How far from the paper's exponent is still that exponent.
        let tolerance: Double

        var verdict: Verdict {
            let claim = quantity.claimedExponent
            if law.distance(from: claim) > tolerance { return .notReproduced }
            return law.reach(from: claim) <= tolerance ? .reproduced : .inconclusive
        }
    }

    func exponents(_ records: [LazyRecord]) -> [Exponent] {
        let confidence = 1 - rules[.familyError] / Double(LazyQuantity.allCases.count)
        return LazyQuantity.allCases.compactMap { quantity in
            records.exponent(of: quantity, c0: 10, confidence: confidence, by: aggregate).map {
                Exponent(quantity: quantity, law: $0, tolerance: rules[.exponentTolerance])
            }
        }
    }

    private static func lines(_ exponents: [Exponent]) -> [[String]] {
        exponents.map { item in
            [
                "in d", item.quantity.title, shortText(item.quantity.claimedExponent), shortText(item.law.exponent),
                "[\(shortText(item.law.lower)), \(shortText(item.law.upper))]", "\(item.law.runs) runs", item.verdict.rawValue,
            ]
        }
    }

    private static let columns = ["what", "quantity", "paper", "mean", "limits", "runs", "finding"]

    private static func summary(_ exponents: [Exponent]) -> String {
        exponents.map { item in
            let limits = "[\(shortText(item.law.lower)), \(shortText(item.law.upper))]"
            return "\(item.quantity.title) \(item.verdict.rawValue), \(limits) against \(shortText(item.quantity.claimedExponent))"
        }.joined(separator: "; ")
    }

    private var scalingRule: Evidence {
        let tolerance = shortText(rules[.exponentTolerance])
        return Evidence(
            "the exponent of d is fitted to \(averages) over test images, run by run, and Student's limits are of the mean over the runs of "
                + "all widths, all of the row together wrong with probability at most \(percent(rules[.familyError])). Reproduced where they "
                + "lie within \(tolerance) of the paper's exponent, not reproduced where they keep farther than \(tolerance) from it",
            .measured)
    }

    /// What stands for a network, in words.
    var averages: String {
        switch aggregate {
        case .mean: "means"
        case .median: "medians"
        }
    }

    func percent(_ share: Double) -> String { "\(shortText(100 * share)) %" }

    // MARK: 5/2

    /// The exponent of ||x|| in d, pixels in [0, 1], by each filter: of the test images, not of networks.
    private var normExponents: [(filter: ImageFilter, exponent: Double)] {
        ImageFilter.allCases.compactMap { filter in
            var points: [Int: Double] = [:]
            for ceiling in records.ceilings where ceiling.filter == filter { points[ceiling.d] = ceiling.logNorm }
            let pairs = points.sorted { $0.key < $1.key }.map { (x: Double($0.key), y: Double.exp($0.value)) }
            return PowerLaw.slope(pairs).map { (filter, $0) }
        }
    }

    var scaling: Finding {
        let found = exponents(unnormalized), norms = normExponents
        guard !found.isEmpty else { return missing }
        // What the three claims add up to, against what they must.
        let claimed = LazyQuantity.step.claimedExponent - LazyQuantity.relative.claimedExponent + LazyQuantity.gradient.claimedExponent
        let least = norms.map(\.exponent).min { abs($0 - claimed) < abs($1 - claimed) }
        let gap = least.map { abs($0 - claimed) } ?? 0
        let slack = Double(LazyQuantity.allCases.count) * rules[.exponentTolerance]
        let isRefuted = gap > slack
        let text = norms.map { "\(shortText($0.exponent)) (\($0.filter.rawValue))" }.joined(separator: ", ")
        return Finding(
            isRefuted ? .refuted : found.map(\.verdict).worst, method: source,
            counterexample: isRefuted
                ? Counterexample(
                    [.init("exponent of ||x|| that the three claims need", shortText(claimed)), .init("its exponents", text)],
                    lhs: gap, rhs: slack, excess: gap - slack) : nil,
            note: (isRefuted ? "The three exponents exclude each other for samples as they are. " : "")
                + "In these records: \(Self.summary(found))",
            evidence: (norms.isEmpty ? [] : identity(text, found)) + [scalingRule, Evidence(setting, .argued)] + choiceEvidence("5/2"),
            boundary: BoundaryTable(
                caption: "exponents at C0 = 10, samples as they are, with bias", columns: Self.columns, rows: Self.lines(found)))
    }

    /// Why the three exponents cannot all be, whatever the networks.
    private func identity(_ normExponents: String, _ found: [Exponent]) -> [Evidence] {
        let tolerance = rules[.exponentTolerance]
        let sum = found.reduce(0) { $0 + ($1.quantity == .relative ? -1 : 1) * $1.law.exponent }
        return [
            Evidence(
                "eta ||grad f|| = (||delta||/||x||) ||x|| on every image, so that the exponents of geometric means add up, whatever the "
                    + "batch, the stopping rule and the seed: -1 + 1/2 = -1/2 + e, e the exponent of ||x||, needs e = 0", .argued),
            Evidence(
                "pixels of a fixed range have ||x|| of exponent \(normExponents) over d = 25 to 784, by the filter that makes the images "
                    + "smaller; three exponents within \(shortText(tolerance)) of the paper's leave room for \(shortText(3 * tolerance)). The "
                    + "exponents of these records' \(averages) add up to \(shortText(sum))", .measured),
        ]
    }

    // MARK: 5/3 and 5/6

    var growth: Finding {
        let found = steps(unnormalized)
        guard !found.isEmpty else { return missing }
        return Finding(
            found.map(\.verdict).worst, method: source, note: Self.summary(found),
            evidence: [growthRule, Evidence(setting, .argued)] + choiceEvidence("5/3"),
            boundary: BoundaryTable(
                caption: "growth with C0, samples as they are: mean logarithm of the ratio, and in how many runs it rises",
                columns: Self.columns, rows: Self.lines(found)))
    }

    var normalized: Finding {
        let (found, growths) = (exponents(withoutBias), steps(withoutBias))
        guard !found.isEmpty || !growths.isEmpty else { return missing }
        return Finding(
            (found.map(\.verdict) + growths.map(\.verdict)).worst, method: source,
            note: "in d: \(Self.summary(found)). In C0: \(Self.summary(growths))",
            evidence: [scalingRule, growthRule, Evidence(setting, .argued)],
            boundary: BoundaryTable(
                caption: "exponents in d at C0 = 10, and growth with C0, samples of norm 1, no bias", columns: Self.columns,
                rows: Self.lines(found) + Self.lines(growths)))
    }
}

extension [Verdict] {
    /// Of several parts of a claim: not reproduced where one is not, reproduced where all are.
    var worst: Verdict {
        if contains(.notReproduced) { return .notReproduced }
        return !isEmpty && allSatisfy { $0 == .reproduced } ? .reproduced : .inconclusive
    }
}
