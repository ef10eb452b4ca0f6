// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Experiments

/// 5/4 and 5/5: where the robust accuracy of networks trained by Algorithm 1 drops, and where it rises.
extension ExperimentFindings {
    /// A drop or a rise at one d or m, run by run; `nil` where a curve does not pass the level.
    private struct Passage {
        let place: String
        let half: [Double?]
        /// Where accuracy is 90 % and 10 %, larger over smaller.
        let ratio: [Double?]
        let claimed: Double
        let curve: [String]
        let rules: ExperimentRules

        /// Near the claim and sharp in every run; few runs tell nothing.
        var verdict: Verdict {
            guard Double(half.count) >= rules[.leastRuns] else { return .inconclusive }
            let factor = rules[.nearFactor]
            let near = half.map { $0.map { (claimed / factor...claimed * factor).contains($0) } ?? false }
            let sharp = ratio.map { $0.map { $0 <= rules[.sharpFactor] } ?? false }
            if near.allSatisfy({ $0 }) && sharp.allSatisfy({ $0 }) { return .reproduced }
            return near.allSatisfy { !$0 } || sharp.allSatisfy { !$0 } ? .notReproduced : .inconclusive
        }

        var halves: String { Self.text(half) }
        var ratios: String { Self.text(ratio) }

        private static func text(_ values: [Double?]) -> String { values.map { $0.map(shortText) ?? "none" }.joined(separator: " ") }
    }

    /// To three decimals: places of curves that have their points from different d are the same but for rounding.
    private static func rounded(_ place: Double) -> Double { (1000 * place).rounded() / 1000 }

    /// The mean over the curves at each of `places`, empty where none has a point: R goes as far as 1 only, and V.
    private static func mean(_ curves: [RobustCurve], at places: [Double]) -> [String] {
        places.map { place in
            let found = curves.flatMap(\.points).filter { rounded($0.at) == place }.map(\.robustAccuracy)
            return found.isEmpty ? "" : shortText((100 * found.reduce(0, +) / Double(found.count)).rounded())
        }
    }

    /// A panel of Figure 4: robust accuracy along one parameter, a curve a run at each value of another.
    private struct Panel {
        let id: String
        /// "d", "m": what the curves are grouped by.
        let group: String
        /// "R sqrt d", "V sqrt m": what they run along.
        let along: String
        let claimed: Double
        let falls: Bool
        let fixed: String
        let claim: String
        let curves: [(group: Int, runs: [RobustCurve])]

        /// Where any of the curves has a point, ascending.
        var places: [Double] {
            Set(curves.flatMap(\.runs).flatMap(\.points).map { ExperimentFindings.rounded($0.at) }).sorted()
        }

        func passages(_ rules: ExperimentRules) -> [Passage] {
            let places = places
            return curves.map { item in
                func place(_ curve: RobustCurve, _ level: Double) -> Double? { falls ? curve.falls(to: level) : curve.rises(to: level) }
                return Passage(
                    place: "\(item.group)", half: item.runs.map { place($0, 0.5) },
                    ratio: item.runs.map { curve in
                        guard let high = place(curve, 0.9), let low = place(curve, 0.1) else { return nil }
                        return max(high / low, low / high)
                    }, claimed: claimed, curve: ExperimentFindings.mean(item.runs, at: places), rules: rules)
            }
        }
    }

    private func row(_ panel: Panel) -> Finding {
        guard panel.curves.contains(where: { !$0.runs.isEmpty }) else { return missing }
        let passages = panel.passages(rules)
        let verb = panel.falls ? "falls" : "rises"
        return Finding(
            passages.map(\.verdict).worst, method: source,
            note: "robust test accuracy \(verb) to one half at \(panel.along) = "
                + passages.map { "\($0.halves) (\(panel.group) = \($0.place))" }.joined(separator: "; "),
            evidence: [
                Evidence(
                    "\"\(panel.claim)\" is read so: in every run one half is reached within a factor of "
                        + "\(shortText(rules[.nearFactor])) of \(panel.along) = \(shortText(panel.claimed)), and 90 % and 10 % lie within a "
                        + "factor of \(shortText(rules[.sharpFactor])) of each other; not reproduced where one of both fails in every run of "
                        + "some \(panel.group), inconclusive with fewer than \(shortText(rules[.leastRuns])) runs. The two factors are "
                        + "choices of ours", .measured),
                Evidence(attackSetting, .argued),
            ],
            boundary: BoundaryTable(
                caption: "mean robust test accuracy (%) by \(panel.along), \(panel.fixed); then \(panel.along) of one half, run by run",
                columns: [panel.group] + panel.places.map(shortText) + ["one half at", "90 % over 10 %", "finding"],
                rows: passages.map { [$0.place] + $0.curve + [$0.halves, $0.ratios, $0.verdict.rawValue] }))
    }

    var radius: Finding {
        let left = attackedNetworks.leftPanel
        let dimensions = Set(left.map(\.d)).sorted()
        return row(
            Panel(
                id: "5/4", group: "d", along: "R sqrt d", claimed: 5, falls: true, fixed: "m = 1000, C0 = 10",
                claim: "drops sharply near 5/sqrt d",
                curves: dimensions.map { ($0, left.byRadius(d: $0, m: 1000, c0: 10)) }))
    }

    var ball: Finding {
        let widths = Set(attackedNetworks.rightPanel.map(\.m)).sorted()
        return row(
            Panel(
                id: "5/5", group: "m", along: "V sqrt m", claimed: 25, falls: false, fixed: "d = 784, R = 0.2",
                claim: "phase transition near 25/sqrt m",
                curves: widths.map { ($0, attackedNetworks.byBall(d: 784, m: $0, radius: 0.2)) }))
    }
}
