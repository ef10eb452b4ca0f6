// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims
internal import Support

/// A claim for a reader who has not seen the product.
public struct Explanation {
    private let claim: Claim
    /// What the claims of its section take for granted; empty where they need nothing, or it has been said.
    public let setting: String

    /// - Parameters:
    ///   - claim: what is explained.
    ///   - catalogue: where the claim stands, or the claim that it repairs.
    ///   - said: settings that stand above, and need not be said again.
    public init(_ claim: Claim, in catalogue: Catalogue, said: Set<String> = []) {
        self.claim = claim
        let setting = catalogue.section(of: claim)?.setting ?? ""
        self.setting = said.contains(setting) ? "" : setting
    }

    /// The claim for a reader, wrapped at 80 columns: ID, place, statement, hypotheses, setting, how it is checked, and what each
    /// verdict that can be given would mean for this claim. Ends with a line break.
    public var text: String {
        var sections = [
            ("Statement", Self.wrapped(claim.statement + ".", hanging: 2)),
            ("Domain", Self.wrapped(claim.domain + ".")),
        ]
        if !setting.isEmpty { sections.append(("Setting (Section 2 of the paper)", Self.wrapped(setting))) }
        sections.append(("How it is checked", Self.wrapped(howChecked)))
        sections.append(("What a verdict would mean", verdictText))
        return Self.wrapped(claim.place, indent: 0, hanging: 2, first: "\(claim.id)  ") + sections.map { "\n\($0)\n\($1)" }.joined()
    }

    private static let columns = Screen.least

    /// Breaks at spaces so that no line exceeds ``columns``; the text's own line breaks stay, and a broken line goes on
    /// `hanging` columns further in. `first` stands in the margin of the first line.
    private static func wrapped(_ text: String, indent: Int = 2, hanging: Int = 0, first: String? = nil) -> String {
        let margin = String(repeating: " ", count: indent)
        var result = ""
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            var current = number == 0 ? first ?? margin : margin
            var isEmpty = true
            for word in line.split(separator: " ") {
                if !isEmpty, current.count + 1 + word.count > columns {
                    result += current + "\n"
                    current = margin + String(repeating: " ", count: hanging)
                    isEmpty = true
                }
                current += (isEmpty ? "" : " ") + word
                isEmpty = false
            }
            result += current + "\n"
        }
        return result
    }

    private var howChecked: String {
        let measured = claim.kind == .experiment ? "Measured" : "Compared with its bound"
        var text = "\(measured): \(claim.quantityText).\nMethod: \(claim.check.method.rawValue).\n\(claim.check.text)"
        if let quantity = claim.measured?.quantity {
            text +=
                "\nThe bound: `lemmacheck bound \(claim.id.shellWord)`. At chosen parameters: `lemmacheck verify \(claim.id.shellWord)`."
            text += "\nRaw values, a row a draw: `lemmacheck sample \(quantity.name)`."
        } else if claim.isRepair {
            text += "\nIt has no right-hand side of its own on a quantity that is measured: `bound` and `verify` do not apply."
        }
        return text
    }

    private var verdictText: String {
        let meanings = claim.verdictMeanings
        if meanings.isEmpty {
            return Self.wrapped(
                "An experiment has no bound that a draw could violate, and the paper states a trend in words: the audit reads it as a "
                    + "rule, printed with the verdict, and judges the networks of the recorded run by it. Refuted and holds are said of "
                    + "those networks under that rule; consistent where they decide neither. `lemmacheck experiment` shows them.")
        }
        let width = (meanings.map(\.verdict.rawValue.count).max() ?? 0) + 4
        return meanings.map { verdict, meaning in
            let label = "  " + verdict.rawValue
            return Self.wrapped(meaning, indent: width, first: label + String(repeating: " ", count: width - label.count))
        }.joined()
    }
}
