// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Verifier

extension ReviewReport {
    // MARK: as a page

    /// One self-contained page.
    var html: String {
        let e = Escaping.markup
        var body = "<h1>\(e(title))</h1>\n<p>\(e(review.paragraph))</p>\n"
        body += "<p class=\"quiet\">Made by <code>\(e(review.command))</code>: \(e(settings)).</p>\n"
        if let statements {
            body += "<h2>Statements</h2>\n" + Self.table(statements, caption: "Run at this point")
        }
        body += "<h2>The lemma and its proof at this point</h2>\n<p>\(e(counts))</p>\n"
        for step in review.steps {
            let overall = Self.overall(step)
            body += """
                <section class="\(step.here.rawValue)"><h3>\(e(step.id)) <span class="mark">\(step.here == .general ? "in general" : "\(step.here.rawValue) here")</span>\
                \(overall.isEmpty ? "" : " <span class=\"quiet\">whole domain: \(e(overall))</span>")</h3>
                <p><code>\(e(step.statement))</code></p>
                <p class="quiet">\(e(step.place)); domain: \(e(step.domain))</p>
                <p>\(e(step.text))</p></section>

                """
        }
        if !review.witnesses.isEmpty {
            body += "<h2>Witnesses</h2>\n<ul>\n"
            for witness in review.witnesses {
                let replay = "lemmacheck replay witnesses/\(WitnessReport.fileName(witness.claim))"
                body += "<li>\(e(line(of: witness))): <code>\(e(replay))</code></li>\n"
            }
            body += "</ul>\n"
        }
        return Self.page(title: title, body: body)
    }

    private static func table(_ table: TextTable, caption: String) -> String {
        let e = Escaping.markup
        func name(_ column: Int) -> String { table.columns[column].isNumber ? " class=\"number\"" : "" }
        let head = table.columns.enumerated().map { "<th scope=\"col\"\(name($0))>\(e($1.title))</th>" }.joined()
        let rows = table.rows.map { row in
            "<tr>"
                + row.enumerated().map { $0 == 0 ? "<th scope=\"row\">\(e($1))</th>" : "<td\(name($0))>\(e($1))</td>" }.joined()
                + "</tr>\n"
        }
        return """
            <div class="scroll"><table><caption>\(e(caption))</caption><thead><tr>\(head)</tr></thead><tbody>
            \(rows.joined())</tbody></table></div>

            """
    }

    private static func page(title: String, body: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>\(Escaping.markup(title))</title>
        <style>
        :root { color-scheme: light dark; --text: #1b1b1f; --quiet: #55555e; --page: #ffffff; --rule: #d4d4dc; --holds: #00593d;
          --fails: #a3280a; --open: #6b4e00; }
        @media (prefers-color-scheme: dark) { :root { --text: #e8e8ec; --quiet: #b0b0ba; --page: #17171b; --rule: #3c3c46; --holds: #58d3a5;
          --fails: #ff9b80; --open: #efc75e; } }
        @media print { :root { --text: #000; --quiet: #333; --page: #fff; } section { break-inside: avoid; } }
        body { font: 1rem/1.55 system-ui, sans-serif; color: var(--text); background: var(--page); max-width: 52rem; margin: 2rem auto;
          padding: 0 1rem; overflow-wrap: anywhere; }
        h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.2rem; margin-top: 2rem; } h3 { font-size: 1rem; margin: 0; }
        section { border-left: .3rem solid var(--rule); padding: .1rem 0 .1rem .8rem; margin: 1rem 0; } section p { margin: .3rem 0; }
        section.holds, section.general { border-color: var(--holds); } section.fails { border-color: var(--fails); border-left-style: double; }
        section.open, section.outside { border-color: var(--open); border-left-style: dashed; }
        .holds .mark, .general .mark { color: var(--holds); } .fails .mark { color: var(--fails); } .open .mark, .outside .mark { color: var(--open); }
        .quiet { color: var(--quiet); font-weight: normal; font-size: .9rem; } code { font-size: .9em; white-space: pre-wrap; }
        .scroll { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .9rem; }
        caption { text-align: left; color: var(--quiet); } th, td { padding: .25rem .7rem .25rem 0; text-align: left; white-space: nowrap;
          border-bottom: 1px solid var(--rule); overflow-wrap: normal; } .number { text-align: right; }
        </style></head><body><main>
        \(body)</main></body></html>

        """
    }

    // MARK: for a paper

    /// A section that an article with the packages booktabs and longtable may \input.
    var latex: String {
        let e = Escaping.latex
        var text = """
            % Made by: \(e(review.command)). For \\input in an article with booktabs and longtable.
            \\subsection*{\(e(title))}
            \(e(review.paragraph))

            {\\footnotesize\\sloppy
            \\begin{longtable}{@{}p{.12\\linewidth}p{.1\\linewidth}p{.2\\linewidth}p{.48\\linewidth}@{}}
            \\toprule claim & here & whole domain & what is found \\\\ \\midrule \\endhead
            \\bottomrule \\endfoot

            """
        for step in review.steps {
            text += [step.id, step.here.rawValue, Self.overall(step), step.text].map(e).joined(separator: " & ") + " \\\\\n"
        }
        text += "\\end{longtable}}\n"
        guard let statements else { return text }
        let layout = statements.columns.map { $0.isNumber ? "r" : "l" }.joined()
        text += "\\begin{center}\\scriptsize\n\\begin{tabular}{@{}\(layout)@{}}\n\\toprule "
        text += statements.columns.map { e($0.title) }.joined(separator: " & ") + " \\\\ \\midrule\n"
        for row in statements.rows { text += row.map(e).joined(separator: " & ") + " \\\\\n" }
        return text + "\\bottomrule\n\\end{tabular}\n\\end{center}\n"
    }
}
