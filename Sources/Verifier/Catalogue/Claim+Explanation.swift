// SPDX-License-Identifier: GPL-3.0-or-later

extension Claim {
    /// The claim for a reader, wrapped at 100 columns: ID, place, statement, hypotheses, setting, how it is checked, and what each
    /// verdict that can be given would mean for this claim. Ends with a line break.
    public var explanation: String {
        var sections = [
            ("Statement", Self.wrapped(statement + ".", hanging: 2)),
            ("Hypotheses", Self.wrapped(hypotheses + ".")),
        ]
        if let setting { sections.append(("Setting (Section 2 of the paper)", Self.wrapped(setting))) }
        sections.append(("How it is checked", Self.wrapped(howChecked)))
        sections.append(("What a verdict would mean", verdictText))
        return "\(id)  \(place)\n" + sections.map { "\n\($0)\n\($1)" }.joined()
    }

    private static let columns = 100

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

    private var setting: String? {
        if id.hasPrefix("T.") || kind == .experiment { return nil }
        return """
            Width m >= 1, dimension d >= 1, x in S^{d-1} fixed; w_{s,0} ~ N(0, I_d) and a_s uniform on {-1,+1}, s = 1..m, all independent; gamma in (0,1).
            f(x; a, W) = (1/sqrt m) sum_s a_s relu(<w_s,x>), relu'(z) = 1[z > 0], grad is the gradient in x.
            The ball: all W with max_s ||w_s - w_{s,0}|| <= V; in the lazy regime V = C0/sqrt m, and Cbar = max{1, C0}.
            "For all W": a draw of (W0, a) succeeds only if the bound holds for every W of the ball at once.
            """
    }

    private var howChecked: String {
        let measured = kind == .experiment ? "Measured" : "Compared with its bound"
        var text = "\(measured): \(quantity).\nMethod: \(method).\n\(checked)"
        if bounded != nil {
            text += "\nThe bound: `lemmacheck bound \(id)`. At chosen parameters: `lemmacheck verify \(id)`."
        }
        if let sampleQuantity { text += "\nRaw values, a row a draw: `lemmacheck sample \(sampleQuantity)`." }
        return text
    }

    private var verdictText: String {
        let meanings = verdictMeanings
        if meanings.isEmpty {
            return Self.wrapped(
                "An experiment has no bound that a draw could violate, and the paper states a trend in words: the audit reads it as a rule, "
                    + "printed with the verdict, and judges the networks of the recorded run by it. Refuted and holds are said of those "
                    + "networks under that rule; consistent where they decide neither. `lemmacheck experiment` shows them.")
        }
        let width = (meanings.map(\.verdict.rawValue.count).max() ?? 0) + 4
        return meanings.map { verdict, meaning in
            let label = "  " + verdict.rawValue
            return Self.wrapped(meaning, indent: width, first: label + String(repeating: " ", count: width - label.count))
        }.joined()
    }
}
