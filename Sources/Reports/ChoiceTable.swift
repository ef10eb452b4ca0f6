// SPDX-License-Identifier: GPL-3.0-or-later

internal import Experiments

/// What came of each of the choices that the paper leaves open, a line each.
enum ChoiceTable {
    static let opening =
        "What comes of the choices that the paper leaves open, at m = \(ChoiceGrid.width): networks with a test error of 1 % or more; "
        + "exponents of d at C0 = 10, means over test images, with limits of 99 % each; in how many runs each quantity rises from "
        + "C0 = 10 to 20; eta's mean at d = 784, C0 = 10. No claim is judged by this table."

    static func table(_ records: [LazyRecord]) -> TextTable {
        let quantities = LazyQuantity.allCases
        var columns = ["pixels", "bias", "filter", "batch", "W0", "passes", "networks", "error >= 1 %"]
        columns += quantities.map { "\($0.title) in d" }
        columns += quantities.map { "\($0.title) rises" }
        columns.append("eta, d = 784")
        return TextTable(
            columns: columns.enumerated().map { .init(title: $1, isNumber: $0 > 2) }, rows: records.summaries().map(row))
    }

    private static func row(_ item: ChoiceSummary) -> [String] {
        let choices = item.choices, quantities = LazyQuantity.allCases
        var cells = [choices.pixels.rawValue, choices.hasBias ? "on" : "off", choices.filter.rawValue, "\(choices.batch)"]
        cells += [Digits.text(choices.initialScale), "\(choices.passes)", "\(item.networks)", "\(item.failing)"]
        cells += quantities.map { item.exponents[$0].map(text) ?? "" }
        cells += quantities.map { "\(item.rises[$0] ?? 0) of \(item.pairs)" }
        return cells + [item.step.map { Digits.text($0, 2) } ?? ""]
    }

    private static func text(_ law: PowerLaw) -> String {
        "\(Digits.text(law.exponent, 2)) [\(Digits.text(law.lower, 2)), \(Digits.text(law.upper, 2))]"
    }
}
