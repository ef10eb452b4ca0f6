// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims
public import Experiments

/// Of each of the choices that the paper leaves open, which of its observations about SGD come of it: the claims' rules, one network
/// width, a line a choice.
public struct ChoiceComparison: Sendable {
    /// A choice with what was found of each of ``columns``.
    public struct Row: Sendable {
        public let choices: TrainingChoices
        public let verdicts: [Verdict]

        public var reproduced: Int { verdicts.count { $0 == .reproduced } }
    }

    /// The claims, and of 5/2 each exponent.
    public static let columns = [
        "5/1 error", "5/2 ||delta||/||x||", "5/2 ||grad f||", "5/2 eta", "5/3 growth", "5/7 eta",
    ]

    /// In the order of the grid's table.
    public let rows: [Row]

    /// Those of which most is reproduced; of these, those of which least is not.
    public var best: [Row] {
        guard let most = rows.map(\.reproduced).max(), most > 0 else { return [] }
        let found = rows.filter { $0.reproduced == most }
        let least = found.map { row in row.verdicts.count { $0 == .notReproduced } }.min()
        return found.filter { row in row.verdicts.count { $0 == .notReproduced } == least }
    }

    /// Of `claim` the choices under which it was reproduced, of how many.
    func reproducing(_ claim: String) -> (choices: [TrainingChoices], of: Int) {
        let columns = Self.columns.indices.filter { Self.columns[$0].hasPrefix("\(claim) ") }
        let found = rows.filter { row in !columns.isEmpty && columns.allSatisfy { row.verdicts[$0] == .reproduced } }
        return (found.map(\.choices), rows.count)
    }
}

extension ExperimentFindings {
    /// What comes of each choice of the grid; nil where the records have none.
    public var choices: ChoiceComparison? {
        guard !records.choices.isEmpty else { return nil }
        let groups = Dictionary(grouping: records.choices, by: \.choices)
        return ChoiceComparison(
            rows: records.choices.summaries(by: aggregate).compactMap { summary in
                groups[summary.choices].map { ChoiceComparison.Row(choices: summary.choices, verdicts: verdicts($0)) }
            })
    }

    /// In the order of ``ChoiceComparison/columns``.
    private func verdicts(_ records: [LazyRecord]) -> [Verdict] {
        let laws = Dictionary(uniqueKeysWithValues: exponents(records).map { ($0.quantity, $0.verdict) })
        let around = records.filter { $0.d == 784 && $0.c0 == 10 }.map { isAround($0.step[aggregate]) }
        return [records.contains(where: fails) ? .notReproduced : .reproduced]
            + LazyQuantity.allCases.map { laws[$0] ?? .inconclusive }
            + [
                steps(records).map(\.verdict).worst,
                around.isEmpty
                    ? .inconclusive : around.allSatisfy { $0 } ? .reproduced : around.contains(true) ? .inconclusive : .notReproduced,
            ]
    }

    /// What the grid of choices says of a claim that it speaks of, for the claim's row.
    func choiceEvidence(_ claim: String) -> [Evidence] {
        guard let choices else { return [] }
        let (found, all) = choices.reproducing(claim)
        let names = found.map { "(\($0.text))" }.joined(separator: ", ")
        return [
            Evidence(
                "of \(all) choices tried of what the paper leaves open, at m = \(ChoiceGrid.width) and C0 = 10 and 20, the same rule is met by "
                    + "\(found.isEmpty ? "none" : found.count <= 3 ? names : "\(found.count)")", .measured)
        ]
    }
}
