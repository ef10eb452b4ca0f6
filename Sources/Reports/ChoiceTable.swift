// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Experiments
internal import LazyPaper

/// What came of each of the choices that the paper leaves open, a line each: which claims it reproduces, and the numbers behind that.
struct ChoiceTable {
    let comparison: ChoiceComparison
    let records: [LazyRecord]
    let aggregate: Aggregate

    /// What the grid is, what it costs, and how to read the table of claims.
    var opening: String {
        let networks = ExperimentRun(.choices, .init()).units.count
        return "What comes of the choices that the paper leaves open, by the rules of bounds/Section-5.yaml, m = \(ChoiceGrid.width): yes, "
            + "no, or open where the runs do not tell. 5/1: no error of 1 % or more at C0 = 10 and 20; 5/2: the exponents of d at C0 = 10; "
            + "5/3: growth from C0 = 10 to 20; 5/7: eta near 0.045 at d = 784, C0 = 10. Samples of norm 1 without a bias are those of 5/6. "
            + "\(networks) networks train in \(ExperimentRun(.choices, .init()).expected(threads: 2).timeText) on two cores "
            + "(`lemmacheck experiment choices --data DIR`)."
    }

    /// The choice that reproduces most, or those that do.
    var best: String {
        let best = comparison.best
        guard let first = best.first else { return "None of the choices reproduces any of the observations." }
        let names = best.map(\.choices.text).joined(separator: "; ")
        return "Most is reproduced, \(first.reproduced) of \(ChoiceComparison.columns.count), by: \(names)."
    }

    private static let choiceColumns = ["pixels", "bias", "filter", "batch", "W0", "passes"]

    private static func cells(_ choices: TrainingChoices) -> [String] {
        [
            choices.pixels.rawValue, choices.hasBias ? "on" : "off", choices.filter.rawValue, "\(choices.batch)",
            Digits.text(choices.initialScale), "\(choices.passes)",
        ]
    }

    private static func columns(_ names: [String]) -> [TextTable.Column] {
        (choiceColumns + names).enumerated().map { .init(title: $1, isNumber: $0 > 2) }
    }

    /// Choices by claims.
    var claims: TextTable {
        TextTable(
            columns: Self.columns(ChoiceComparison.columns + ["reproduced"]),
            rows: comparison.rows.map { row in Self.cells(row.choices) + row.verdicts.map(Self.word) + ["\(row.reproduced)"] })
    }

    private static func word(_ verdict: Verdict) -> String {
        switch verdict {
        case .reproduced: "yes"
        case .notReproduced: "no"
        default: "open"
        }
    }

    var numbersOpening: String {
        "The numbers behind it: networks with a test error of 1 % or more; exponents of d at C0 = 10, \(aggregate.rawValue)s over test "
            + "images, with limits of 99 % each; in how many runs each quantity rises from C0 = 10 to 20; eta at d = 784, C0 = 10."
    }

    var numbers: TextTable {
        let quantities = LazyQuantity.allCases
        let columns =
            ["networks", "error >= 1 %"] + quantities.map { "\($0.title) in d" } + quantities.map { "\($0.title) rises" } + ["eta, d = 784"]
        return TextTable(columns: Self.columns(columns), rows: records.summaries(by: aggregate).map(row))
    }

    private func row(_ item: ChoiceSummary) -> [String] {
        let quantities = LazyQuantity.allCases
        var cells = Self.cells(item.choices) + ["\(item.networks)", "\(item.failing)"]
        cells += quantities.map { item.exponents[$0].map(Self.text) ?? "" }
        cells += quantities.map { "\(item.rises[$0] ?? 0) of \(item.pairs)" }
        return cells + [item.step.map { Digits.text($0, 2) } ?? ""]
    }

    private static func text(_ law: PowerLaw) -> String {
        "\(Digits.text(law.exponent, 2)) [\(Digits.text(law.lower, 2)), \(Digits.text(law.upper, 2))]"
    }
}
