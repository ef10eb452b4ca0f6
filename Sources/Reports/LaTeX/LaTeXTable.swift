// SPDX-License-Identifier: GPL-3.0-or-later

/// A table over as many pages as it needs, by booktabs and longtable, no wider than the text.
struct LaTeXTable {
    /// A column: a paragraph of a part of the line's width in each cell, so that no content makes the table wider than the text.
    struct Column {
        enum Kind {
            /// To the right.
            case number
            case text
        }

        let title: String
        let kind: Kind
        let share: Double

        init(_ title: String, _ kind: Kind, _ share: Double) { (self.title, self.kind, self.share) = (title, kind, share) }

        fileprivate func layout(after last: Column?) -> String {
            // What stands to the left keeps away from what stands to the right.
            (kind == .text && last?.kind == .number ? "@{\\hskip 8pt}" : "") + "p{\(share)\\linewidth}"
        }

        // Aligned here and not by the column: that would take another package.
        fileprivate var head: String { (kind == .number ? "\\raggedleft{}" : "\\raggedright{}") + Escaping.latex(title) }

        fileprivate func cell(_ text: String) -> String {
            guard !text.isEmpty else { return "" }
            // The widest letters have room for so many.
            let longest = share < 0.12 ? 3 : share < 0.2 ? 5 : 8
            return (kind == .number ? "\\raggedleft{}" : "\\raggedright{}") + LaTeXText.words(text, longest: longest)
        }
    }

    let caption: String
    let columns: [Column]
    let rows: [[String]]
    /// `\\scriptsize`, say.
    let size: String
    /// Between rows, so that those of several lines stay apart.
    var space = "2pt"

    /// The environment, in a group of its own.
    var text: String {
        let head = columns.map(\.head).joined(separator: " & ") + " \\tabularnewline\n"
        var text = "{\(size)\\setlength{\\tabcolsep}{2pt}\n"
        let layout = columns.indices.map { columns[$0].layout(after: $0 > 0 ? columns[$0 - 1] : nil) }.joined()
        text += "\\begin{longtable}{@{}\(layout)@{}}\n"
        text += "\\caption{\(LaTeXText.words(caption))}\\tabularnewline\n\\toprule\n\(head)\\midrule\n\\endfirsthead\n"
        text += "\\toprule\n\(head)\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n"
        for row in rows {
            text += zip(columns, row).map { $0.cell($1) }.joined(separator: " & ") + " \\tabularnewline\\addlinespace[\(space)]\n"
        }
        return text + "\\end{longtable}}\n"
    }
}
