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
            let here = step.here == .general ? "no number here" : "\(step.here.rawValue) here"
            body += """
                <section><h3>\(e(step.id)) <span class="mark \(Self.className(step.here))">\(here)</span>\
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
        let steps = LaTeXTable(
            caption: "The lemma and its proof at this point",
            columns: [
                .init("claim", .text, 0.1), .init("here", .text, 0.1), .init("whole domain", .text, 0.2),
                .init("what is found", .text, 0.5),
            ],
            rows: review.steps.map { [$0.id, $0.here.rawValue, Self.overall($0), $0.text] }, size: "\\footnotesize")
        var text = LaTeXText.comment("% Made by: \(review.command). For \\input in an article with booktabs and longtable.") + "\n"
        text += "\\subsection*{\(Escaping.latex(title))}\n{\\sloppy\n\(Escaping.latex(review.paragraph))\n\\par}\n\n"
        guard let statements else { return text + steps.text }
        let share = 0.86 / Double(statements.columns.count)
        return text
            + LaTeXTable(
                caption: "Statements run at this point",
                columns: statements.columns.map { .init($0.title, $0.isNumber ? .number : .text, share) }, rows: statements.rows,
                size: "\\scriptsize"
            ).text + steps.text
    }
}
