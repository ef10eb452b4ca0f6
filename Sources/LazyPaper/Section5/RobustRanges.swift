// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Experiments

/// 5/9 and 5/10: how robust networks are on either side of the two transitions of Figure 4.
///
/// How long and on how many images a network is trained decides how robust it gets, and the paper leaves both open. So records that fall
/// short of "robust" leave these claims open; the notes say by how much.
extension ExperimentFindings {
    private static let open =
        "the paper leaves open how the attacks' training images are chosen and when training stops; with more of either the networks "
        + "may get more robust, so that records short of this leave the claim open"

    /// "93 to 97.66 %", of at least one record.
    private static func range(_ records: [AdversarialRecord]) -> String {
        let accuracies = records.map { 100 * $0.robustAccuracy }
        let (least, most) = (shortText(accuracies.min() ?? 0), shortText(accuracies.max() ?? 0))
        return least == most ? "\(least) %" : "\(least) to \(most) %"
    }

    /// The networks by a group and a place along it, both ascending, a row each: robust accuracies of all runs.
    private static func table(
        _ records: [AdversarialRecord], _ caption: String, _ columns: [String], _ place: (AdversarialRecord) -> (Int, Double)
    ) -> BoundaryTable {
        let groups = Dictionary(grouping: records) { [Double(place($0).0), place($0).1] }
        let rows = groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, found in
            [shortText(key[0]), shortText(key[1]), "\(found.count)", range(found)]
        }
        return BoundaryTable(caption: caption, columns: columns + ["networks", "robust test accuracy"], rows: rows)
    }

    // MARK: 5/9

    private var rightPanel: [AdversarialRecord] { attackedNetworks.rightPanel }

    private static func rightTable(_ records: [AdversarialRecord]) -> BoundaryTable {
        table(records, "robust test accuracy by V sqrt m, all runs, d = 784, R = 0.2", ["m", "V sqrt m"]) { ($0.m, $0.c0) }
    }

    var beyondTheTransition: Finding {
        let large = rightPanel.filter { $0.c0 > 25 }
        guard let nearest = large.map(\.c0).min() else { return missing }
        let next = large.filter { $0.c0 == nearest }
        return Finding(
            next.allSatisfy { $0.robustAccuracy >= rules[.completelyRobust] } ? .reproduced : .inconclusive, method: source,
            note: "Robust test accuracy is \(Self.range(next)) in \(next.count) networks at V = \(shortText(nearest))/sqrt m, and "
                + "\(Self.range(large)) in all \(large.count) at V from there to \(shortText(large.map(\.c0).max() ?? nearest))/sqrt m. "
                + "What these records show instead is 5/9*",
            evidence: [
                Evidence(
                    "\"completely robust\" is read as \(percent(rules[.completelyRobust])) of the test images or more, in every run, at the least recorded V above "
                        + "25/sqrt m",
                    .measured),
                Evidence(Self.open, .argued),
                Evidence(attackSetting, .argued),
            ],
            boundary: Self.rightTable(large))
    }

    var beyondTheTransitionRepair: Finding {
        let large = rightPanel.filter { $0.c0 >= 30 }
        guard let least = large.map(\.robustAccuracy).min() else { return missing }
        return repair(holds: least > rules[.robust], note: "\(Self.range(large)) from 30/sqrt m on, over all runs")
    }

    var belowTheTransition: Finding {
        let quick = 25 / rules[.quickFactor]
        let (small, middle) = (rightPanel.filter { $0.c0 <= quick }, rightPanel.filter { $0.c0 > quick && $0.c0 < 25 })
        guard let most = small.map(\.robustAccuracy).max() else { return missing }
        let between = middle.isEmpty ? "" : "; \(Self.range(middle)) at V between \(shortText(quick))/sqrt m and 25/sqrt m"
        // Two runs tell no more of this transition than of 5/5's.
        let runs = Dictionary(grouping: small) { [Double($0.m), $0.c0] }.values.map(\.count).min() ?? 0
        return Finding(
            most <= rules[.lost] && Double(runs) >= rules[.leastRuns] ? .reproduced : .inconclusive, method: source,
            note: "Robust test accuracy is \(Self.range(small)) in \(small.count) networks at V <= \(shortText(quick))/sqrt m" + between,
            evidence: [
                Evidence(
                    "\"quickly\" is read as within a factor of \(shortText(rules[.quickFactor])): it is reproduced where every run of at "
                        + "least \(shortText(rules[.leastRuns])) has at most \(percent(rules[.lost])) at V = \(shortText(quick))/sqrt m and "
                        + "below", .measured),
                Evidence(attackSetting, .argued),
            ],
            boundary: Self.rightTable(small + middle))
    }

    // MARK: 5/10

    /// ||delta|| sqrt d, to three decimals.
    static func scaled(_ record: AdversarialRecord) -> Double {
        (1000 * record.radius * Double(record.d).squareRoot()).rounded() / 1000
    }

    /// Where below 5/sqrt d no classifier does better than one that says one word always, by every filter: the smallest d, and of it the
    /// smallest radius.
    private var lostPlace: RobustCeiling? {
        let dimensions = Set(attackedNetworks.leftPanel.map(\.d))
        let below = records.ceilings.filter { $0.scaledRadius < 5 && dimensions.contains($0.d) }
        let trivial = below.filter { one in
            below.filter { $0.d == one.d && $0.scaledRadius == one.scaledRadius }.allSatisfy(\.isTrivial)
        }
        return trivial.min { ($0.d, $0.scaledRadius) < ($1.d, $1.scaledRadius) }
    }

    var belowTheDrop: Finding {
        let found = attackedNetworks.leftPanel.filter { Self.scaled($0) < 5 }
        guard let worst = found.min(by: { $0.robustAccuracy < $1.robustAccuracy }) else { return missing }
        let short = found.count { $0.robustAccuracy < rules[.robust] }
        let lost = lostPlace
        let ceiling = lost.map { lost in
            "No classifier is: at d = \(lost.d), ||delta|| = \(shortText(lost.scaledRadius))/sqrt d at most "
                + "\(lost.images - lost.matching) of the \(lost.images) test images can be robustly right, by any network "
                + "and any training, and \(lost.largerClass) are where one label is said always. "
        }
        return Finding(
            lost == nil ? (short == 0 ? .reproduced : .notReproduced) : .refuted, method: source,
            counterexample: lost.map { lost in
                Counterexample(
                    [
                        .init("d", "\(lost.d)"), .init("||delta|| sqrt d", shortText(lost.scaledRadius)),
                        .init(
                            "what every classifier loses, against \(percent(1 - rules[.robust]))",
                            "\(lost.matching) of \(lost.images) images"),
                    ],
                    lhs: 1 - lost.accuracy, rhs: 1 - rules[.robust], excess: rules[.robust] - lost.accuracy)
            },
            note: (ceiling ?? "")
                + "Robust test accuracy is below \(percent(rules[.robust])) in \(short) of \(found.count) networks with ||delta|| < 5/sqrt d, and "
                + "\(shortText(100 * worst.robustAccuracy)) % at d = \(worst.d), ||delta|| = \(shortText(Self.scaled(worst)))/sqrt d. "
                + "What these records show instead is 5/10*",
            evidence: [
                Evidence(
                    "two test images of different label at a distance of at most 2 ||delta|| have a point within ||delta|| of both, "
                        + "on which "
                        + "one of them is lost; a maximum matching of such pairs loses one image each, whoever classifies. The pairs are "
                        + "counted by both filters that make images smaller, on images of norm 1", .argued),
                Evidence(
                    "\"robust\" is read as better than a classifier that says one label always; of the networks, as \(percent(rules[.robust])) of the "
                        + "test images or more in every run", .measured),
                Evidence(attackSetting, .argued),
            ],
            boundary: Self.table(
                found, "robust test accuracy by ||delta|| sqrt d, all runs, m = 1000, V = 10/sqrt m", ["d", "||delta|| sqrt d"]
            ) { ($0.d, Self.scaled($0)) })
    }

    var belowTheDropRepair: Finding {
        let small = attackedNetworks.leftPanel.filter { Self.scaled($0) <= 1 }
        guard let least = small.map(\.robustAccuracy).min() else { return missing }
        return repair(holds: least > rules[.robust], note: "\(Self.range(small)) at 1/sqrt d, over all runs")
    }
}
