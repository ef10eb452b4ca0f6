// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Experiments
internal import RealModule
internal import Statistics

/// Growth with C0: within each run from one ball to the next larger one that training leaves, too.
extension ExperimentFindings {
    /// How a quantity changes from C0 to the next, at one dimension, in every run of every width.
    struct GrowthStep {
        let quantity: LazyQuantity
        let d: Int
        let from: Double
        let to: Double
        /// The logarithms of the ratios, a run each.
        let changes: [Double]
        /// Student's limits of their mean, of all steps of the row together wrong with the probability that the rules allow; nil for fewer than two
        /// runs.
        let limits: MeanInterval?

        var rises: Int { changes.count { $0 > 0 } }

        var verdict: Verdict {
            guard let limits else { return .inconclusive }
            return limits.upper < 0 ? .notReproduced : limits.lower > 0 ? .reproduced : .inconclusive
        }
    }

    func steps(_ records: [LazyRecord]) -> [GrowthStep] {
        struct Place: Hashable {
            let d: Int
            let m: Int
            let run: Int
        }
        let left = records.filter(\.leaves)
        let radii = Set(left.map(\.c0)).sorted()
        let paths = Dictionary(grouping: left) { Place(d: $0.d, m: $0.m, run: $0.run) }.sorted {
            ($0.key.d, $0.key.m, $0.key.run) < ($1.key.d, $1.key.m, $1.key.run)
        }
        var found: [(quantity: LazyQuantity, d: Int, from: Double, to: Double, changes: [Double])] = []
        for quantity in LazyQuantity.allCases {
            for d in Set(left.map(\.d)).sorted() {
                for (from, to) in zip(radii, radii.dropFirst()) {
                    let changes = paths.filter { $0.key.d == d }.compactMap { _, path -> Double? in
                        guard let a = path.first(where: { $0.c0 == from }), let b = path.first(where: { $0.c0 == to }) else { return nil }
                        let change = Double.log(b[quantity][aggregate] / a[quantity][aggregate])
                        return change.isFinite ? change : nil
                    }
                    if !changes.isEmpty { found.append((quantity, d, from, to, changes)) }
                }
            }
        }
        let confidence = 1 - rules[.familyError] / Double(Swift.max(1, found.count))
        return found.map { step in
            GrowthStep(
                quantity: step.quantity, d: step.d, from: step.from, to: step.to, changes: step.changes,
                limits: step.changes.count < 2 ? nil : try? MeanInterval(step.changes, confidence: confidence))
        }
    }

    var growthRule: Evidence {
        Evidence(
            "growth is read step by step: from each C0 to the next, within a run, over the balls that training leaves, the runs of all "
                + "widths together. Reproduced where the mean logarithm of the ratio of \(averages) is above 0 at every step and every d, "
                + "not reproduced where it is below 0 at one: by Student's limits, all of the row together wrong with probability at "
                + "most \(percent(rules[.familyError]))", .measured)
    }

    /// "eta falls at d = 25 (from C0 = 10 to 20 in 11 of 11 runs), ..."; then what is not told.
    static func summary(_ steps: [GrowthStep]) -> String {
        LazyQuantity.allCases.compactMap { quantity in
            let own = steps.filter { $0.quantity == quantity }
            guard !own.isEmpty else { return nil }
            let falls = own.filter { $0.verdict == .notReproduced }.map { step in
                "d = \(step.d) from C0 = \(shortText(step.from)) to \(shortText(step.to)) "
                    + "(rises in \(step.rises) of \(step.changes.count) runs)"
            }
            let open = own.count { $0.verdict == .inconclusive }
            let rest = open == 0 ? "" : ", \(open) of its \(own.count) steps are not told"
            return falls.isEmpty
                ? "\(quantity.title) falls nowhere\(rest)" : "\(quantity.title) falls at \(falls.joined(separator: ", "))\(rest)"
        }.joined(separator: "; ")
    }

    static func lines(_ steps: [GrowthStep]) -> [[String]] {
        steps.map { step in
            let limits = step.limits.map { "[\(shortText($0.lower)), \(shortText($0.upper))]" } ?? ""
            let mean = step.changes.reduce(0, +) / Double(step.changes.count)
            return [
                "C0 = \(shortText(step.from)) to \(shortText(step.to)), d = \(step.d)", step.quantity.title, "> 0", shortText(mean), limits,
                "\(step.rises) of \(step.changes.count)", step.verdict.rawValue,
            ]
        }
    }
}
