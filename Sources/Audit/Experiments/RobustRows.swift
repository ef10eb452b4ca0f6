// SPDX-License-Identifier: GPL-3.0-or-later

internal import Experiments

/// 5/4 and 5/5: where the robust accuracy of networks trained by Algorithm 1 drops, and 5/7: the histograms.
extension ExperimentRows {
    private static let attackSetting = "steps of unit direction (Madry et al., arXiv:1706.06083), 256 training images attacked a round, "
        + "197 minibatches of 64 a round: choices of ours where the paper is silent or the machine small"

    /// "Sharp": accuracies of 90 % and 10 % lie within this factor of each other, about half a decade.
    private static let sharpness = 3.0

    /// A drop or a rise at one d or m, run by run; `nil` where a curve does not pass the level.
    private struct Passage {
        let place: String
        let half: [Double?]
        /// Where accuracy is 90 % and 10 %, larger over smaller.
        let ratio: [Double?]
        let claimed: Double
        let curve: [String]

        /// Within a factor of two of the claim in every run, and sharp (``sharpness``).
        var verdict: AuditVerdict {
            let near = half.map { $0.map { (claimed / 2...claimed * 2).contains($0) } ?? false }
            let sharp = ratio.map { $0.map { $0 <= ExperimentRows.sharpness } ?? false }
            if near.allSatisfy({ $0 }) && sharp.allSatisfy({ $0 }) { return .holds }
            return near.allSatisfy { !$0 } || sharp.allSatisfy { !$0 } ? .refuted : .consistent
        }

        var halves: String { Self.text(half) }
        var ratios: String { Self.text(ratio) }

        private static func text(_ values: [Double?]) -> String { values.map { $0.map(shortText) ?? "none" }.joined(separator: " ") }
    }

    private static func mean(_ curves: [RobustCurve]) -> [String] {
        guard let first = curves.first else { return [] }
        return first.points.indices.map { i in
            shortText((100 * curves.reduce(0) { $0 + $1.points[i].robustAccuracy } / Double(curves.count)).rounded())
        }
    }

    private static func table(_ passages: [Passage], caption: String, place: String, at points: [String], half: String) -> BoundaryTable {
        BoundaryTable(
            caption: caption, columns: [place] + points + [half, "90 % over 10 %", "finding"],
            rows: passages.map { [$0.place] + $0.curve + [$0.halves, $0.ratios, $0.verdict.rawValue] })
    }

    private static func witness(_ passages: [Passage], _ name: String, _ unit: String) -> Witness? {
        guard let worst = passages.first(where: { $0.verdict == .refuted }) else { return nil }
        let halves = worst.half.compactMap { $0 }
        guard let typical = halves.sorted().dropFirst(halves.count / 2).first, typical != worst.claimed else { return nil }
        let factor = max(typical / worst.claimed, worst.claimed / typical)
        guard factor > 2 else {
            // Near, but not sharp.
            let ratios = worst.ratio.compactMap { $0 }
            guard let ratio = ratios.min(), ratio > sharpness else { return nil }
            return Witness([.init(name, worst.place), .init("90 % over 10 %", shortText(ratio))], lhs: ratio, rhs: sharpness, excess: ratio - sharpness)
        }
        return Witness(
            [.init(name, worst.place), .init("half at \(unit)", shortText(typical)), .init("paper", shortText(worst.claimed))],
            lhs: factor, rhs: 2, excess: factor - 2)
    }

    var radius: AuditRow {
        let (m, c0) = (1000, 10.0)
        let dimensions = Set(records.adversarial.filter { $0.m == m && $0.c0 == c0 && $0.radius != 0.2 }.map(\.d)).sorted()
        let all = dimensions.map { ($0, records.adversarial.byRadius(d: $0, m: m, c0: c0)) }
        let passages = all.map { d, curves in
            Passage(
                place: "\(d)", half: curves.map { $0.falls(to: 0.5) },
                ratio: curves.map { curve in
                    guard let high = curve.falls(to: 0.9), let low = curve.falls(to: 0.1) else { return nil }
                    return low / high
                }, claimed: 5, curve: Self.mean(curves))
        }
        guard let points = all.first?.1.first?.points else { return missing("5/4") }
        return AuditRow(
            Self.step("5/4"), joined(passages.map(\.verdict)), method: source, witness: Self.witness(passages, "d", "R sqrt d"),
            note: "robust test accuracy falls to one half at R sqrt d = " + passages.map { "\($0.halves) (d = \($0.place))" }.joined(separator: "; "),
            evidence: [
                Evidence(
                    "\"sharply near 5/sqrt d\" is read so: in every run one half is reached within a factor of two of 5/sqrt d, and 90 % and "
                        + "10 % lie within a factor of three of each other; refuted where one of both fails in every run of some d", .sampled),
                Evidence(Self.attackSetting, .argued),
            ],
            boundary: Self.table(
                passages, caption: "mean robust test accuracy (%) by R sqrt d, m = 1000, C0 = 10; then R sqrt d of one half, run by run",
                place: "d", at: points.map { shortText($0.at) }, half: "one half at"))
    }

    var ball: AuditRow {
        let (d, radius) = (784, 0.2)
        let widths = Set(records.adversarial.filter { $0.d == d && $0.radius == radius }.map(\.m)).sorted()
        let all = widths.map { ($0, records.adversarial.byBall(d: d, m: $0, radius: radius)) }
        let passages = all.map { m, curves in
            Passage(
                place: "\(m)", half: curves.map { $0.rises(to: 0.5) },
                ratio: curves.map { curve in
                    guard let low = curve.rises(to: 0.1), let high = curve.rises(to: 0.9) else { return nil }
                    return high / low
                }, claimed: 25, curve: Self.mean(curves))
        }
        guard let points = all.first?.1.first?.points else { return missing("5/5") }
        return AuditRow(
            Self.step("5/5"), joined(passages.map(\.verdict)), method: source, witness: Self.witness(passages, "m", "V sqrt m"),
            note: "robust test accuracy rises to one half at V sqrt m = " + passages.map { "\($0.halves) (m = \($0.place))" }.joined(separator: "; "),
            evidence: [
                Evidence(
                    "\"phase transition near 25/sqrt m\" is read so: in every run one half is reached within a factor of two of 25/sqrt m, and "
                        + "10 % and 90 % lie within a factor of three of each other; refuted where one of both fails in every run of some m", .sampled),
                Evidence(Self.attackSetting, .argued),
            ],
            boundary: Self.table(
                passages, caption: "mean robust test accuracy (%) by V sqrt m, d = 784, R = 0.2; then V sqrt m of one half, run by run",
                place: "m", at: points.map { shortText($0.at) }, half: "one half at"))
    }
}
