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
            body += "<h2>Statements</h2>\n" + HTMLPage.table(caption: "Run at this point", statements.columns, statements.rows)
        }
        body += "<h2>The lemma and its proof at this point</h2>\n<p>\(e(counts))</p>\n"
        for step in review.steps {
            let overall = Self.overall(step)
            body += """
                <section><h3>\(e(step.id)) <span class="mark \(Self.className(step.here))">\(step.here == .general ? "no number here" : "\(step.here.rawValue) here")</span>\
                \(overall.isEmpty ? "" : " <span class=\"quiet\">whole domain: \(e(overall))</span>")</h3>
                <code class="statement">\(e(step.statement))</code>
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
        return HTMLPage.page(title: title, body: "<main id=\"content\">\n\(body)</main>\n")
    }

    private static func className(_ here: ReviewStep.Standing) -> String {
        switch here {
        case .holds, .general: "pass"
        case .fails: "fail"
        case .open, .outside: "open"
        }
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
            \\begin{longtable}{@{}p{.12\\linewidth}p{.1\\linewidth}p{.2\\linewidth}p{.46\\linewidth}@{}}
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
