// SPDX-License-Identifier: GPL-3.0-or-later

/// A self-contained page: no network, no script; light and dark as the reader has it, and for paper.
enum HTMLPage {
    static func page(title: String, body: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>\(Escaping.markup(title))</title>
        <style>
        \(style)</style>
        </head>
        <body>
        <a class="skip" href="#content">Skip to the content</a>
        \(body)</body>
        </html>

        """
    }

    /// Colours by name, of the light and of the dark page: texts, grounds and the marks of outcomes. The only place where they are.
    static let light = [
        "text": "#1b1b1f", "quiet": "#55555e", "page": "#ffffff", "panel": "#f4f4f7", "rule": "#d0d0d8", "link": "#0a4f9e",
        "pass": "#00583c", "pass-ground": "#dcf3ea", "fail": "#8f1d00", "fail-ground": "#fde4dc", "open": "#5c4300",
        "open-ground": "#fbf0cd",
    ]
    static let dark = [
        "text": "#e8e8ec", "quiet": "#b4b4be", "page": "#16161a", "panel": "#212127", "rule": "#43434d", "link": "#8cc2ff",
        "pass": "#6fdcb2", "pass-ground": "#0b3527", "fail": "#ffb09a", "fail-ground": "#4a1609", "open": "#f2d279",
        "open-ground": "#3c2f06",
    ]
    /// Which colour stands on which ground.
    static let pairs = [
        ("text", "page"), ("text", "panel"), ("quiet", "page"), ("quiet", "panel"), ("link", "page"), ("link", "panel"),
        ("pass", "page"), ("fail", "page"), ("open", "page"), ("pass", "panel"), ("fail", "panel"), ("open", "panel"),
        ("pass", "pass-ground"), ("fail", "fail-ground"), ("open", "open-ground"),
    ]

    private static func variables(_ colors: [String: String]) -> String {
        colors.keys.sorted().map { "--\($0): \(colors[$0] ?? "");" }.joined(separator: " ")
    }

    private static let style = """
        :root { color-scheme: light dark; \(variables(light)) }
        @media (prefers-color-scheme: dark) { :root { \(variables(dark)) } }
        * { box-sizing: border-box; }
        body { margin: 0; font: 1rem/1.55 system-ui, "DejaVu Sans", sans-serif; color: var(--text); background: var(--page);
          overflow-wrap: break-word; }
        header, nav, main { max-width: 66rem; margin: 0 auto; padding: 1rem; }
        h1 { font-size: 1.6rem; line-height: 1.25; margin: .5rem 0; }
        h2 { font-size: 1.35rem; margin: 2.5rem 0 .6rem; padding-top: .8rem; border-top: 2px solid var(--rule); }
        h3 { font-size: 1.1rem; margin: 2rem 0 .4rem; } h4 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
        p, ul, dl { margin: .5rem 0; max-width: 48rem; } a { color: var(--link); }
        dt { font-weight: 600; } dd { margin: 0 0 .4rem 1.2rem; }
        .quiet { color: var(--quiet); } .small { font-size: .875rem; }
        code { font: .875em/1.5 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; white-space: pre-wrap; }
        .statement { display: block; background: var(--panel); padding: .6rem .8rem; border-left: .25rem solid var(--rule);
          margin: .5rem 0; }
        .scroll { overflow-x: auto; margin: .6rem 0; border: 1px solid var(--rule); border-radius: .3rem; }
        :focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }
        table { border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; width: 100%; }
        caption { text-align: left; padding: .4rem; color: var(--quiet); }
        th, td { padding: .25rem .4rem; text-align: left; vertical-align: top; border-top: 1px solid var(--rule); white-space: nowrap; }
        td.wrap, th.wrap { white-space: normal; min-width: 12rem; }
        thead th { background: var(--panel); border-top: 0; } .number { text-align: right; } tbody th.number { font-weight: normal; }
        .mark { font-weight: 600; white-space: nowrap; }
        .pass { color: var(--pass); } .fail { color: var(--fail); } .open { color: var(--open); }
        .glance { width: fit-content; max-width: calc(100vw - 3rem); margin-left: 50%; transform: translateX(-50%); }
        .matrix { font-size: .75rem; } .matrix colgroup + colgroup { border-left: 2px solid var(--quiet); }
        .matrix th, .matrix td { padding: .2rem .15rem; text-align: center; border-left: 1px solid var(--rule); }
        .matrix td { min-width: 1.35rem; }
        .matrix td.pass { background: var(--pass-ground); } .matrix td.fail { background: var(--fail-ground); }
        .matrix td.open { background: var(--open-ground); } .matrix td a { color: inherit; text-decoration: none; display: block; }
        .matrix td.vacuous { outline: 2px dotted currentColor; outline-offset: -3px; }
        .matrix th[scope=row] { position: sticky; left: 0; background: var(--page); text-align: left; padding: .2rem .5rem; }
        .matrix thead th[scope=row] { background: var(--panel); }
        section section { content-visibility: auto; contain-intrinsic-size: auto 50rem; }
        figure { margin: 1rem 0; } figure .scroll { border: 0; margin: 0; max-width: 46rem; }
        figure svg { display: block; width: 100%; min-width: 34rem; height: auto; background: #fff; border-radius: .3rem; }
        figcaption { color: var(--quiet); font-size: .875rem; max-width: 46rem; }
        details { margin: .3rem 0; border: 1px solid var(--rule); border-radius: .3rem; padding: 0 .8rem; }
        summary { cursor: pointer; padding: .35rem 0; } details > :last-child { margin-bottom: .8rem; }
        details [id] { scroll-margin-top: 4rem; }
        .line { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; padding-left: 1.1rem;
          color: var(--quiet); }
        details[open] > summary .line { display: none; }
        nav ul { columns: 14rem; padding-left: 1.2rem; }
        .skip { position: absolute; left: -100rem; } .skip:focus { left: .5rem; top: .5rem; background: var(--page); padding: .5rem; }
        @media (max-width: 30rem) {
          header, nav, main { padding: .8rem; } nav ul { columns: 1; }
          .glance { max-width: 100%; margin-left: 0; transform: none; }
        }
        @media print {
          :root { \(variables(light)) font-size: 8.5pt; }
          @page { margin: 14mm 12mm; }
          p, ul, dl { max-width: none; } .line, nav, .skip, .up { display: none; }
          .scroll { overflow: visible; border: 0; } table { font-size: 7pt; } th, td { white-space: normal; padding: .12rem .25rem; }
          td.wrap, th.wrap { min-width: 0; }
          details { border: 0; padding: 0; } details::details-content, section section { content-visibility: visible; }
          .glance { max-width: 100%; margin-left: 0; transform: none; break-inside: avoid; } .matrix { font-size: 6.5pt; }
          .matrix th, .matrix td { padding: .15rem .1rem; min-width: 0; white-space: nowrap; }
          .matrix th[scope=row] { position: static; padding: .1rem .2rem .1rem 0; }
          figure svg { min-width: 0; width: 14cm; }
          h2, h3, h4, summary { break-after: avoid; } figure, tr { break-inside: avoid; }
        }

        """

    // MARK: parts

    /// A name that an attribute `id` and a link can have: `claim-B.7_f_star`.
    static func anchor(_ prefix: String, _ id: String) -> String {
        var name = ""
        for scalar in id.unicodeScalars {
            switch scalar {
            case "/": name += "_"
            case "*": name += "-star"
            case "'": name += "-prime"
            case "+": name += "-plus"
            case "a"..."z", "A"..."Z", "0"..."9", ".": name.unicodeScalars.append(scalar)
            // Of a stored report with IDs of its own: distinct for distinct characters.
            default: name += "-u\(String(scalar.value, radix: 16))-"
            }
        }
        return "\(prefix)-\(name)"
    }

    /// A table in a box that scrolls by itself, on a phone as with the keyboard.
    ///
    /// - Parameters:
    ///   - columns: titles, and whether the column is one of numbers.
    ///   - rows: cells as text; the first name the row.
    ///   - names: how many of a row's first cells name it.
    ///   - wrapping: titles of the columns whose text may be broken into lines.
    ///   - target: the ID on the page that a row's name links to; nil for none.
    static func table(
        caption: String, _ columns: [TextTable.Column], _ rows: [[String]], names: Int = 1, wrapping: Set<String> = [],
        target: (String) -> String? = { _ in nil }
    ) -> String {
        let e = Escaping.markup
        func name(_ column: Int) -> String {
            columns[column].isNumber ? " class=\"number\"" : wrapping.contains(columns[column].title) ? " class=\"wrap\"" : ""
        }
        func rowName(_ cell: String, _ index: Int) -> String {
            let link = index == 0 ? target(cell).map { "<a href=\"#\($0)\">\(e(cell))</a>" } : nil
            return "<th scope=\"row\"\(name(index))>\(link ?? e(cell))</th>"
        }
        let head = columns.indices.map { "<th scope=\"col\"\(name($0))>\(e(columns[$0].title))</th>" }.joined()
        let lines = rows.map { row in
            let cells = row.enumerated().prefix(columns.count).map { index, cell in
                index < names ? rowName(cell, index) : "<td\(name(index))>\(ClaimOutcomeMark.of(word: cell) ?? e(cell))</td>"
            }
            return "<tr>\(cells.joined())</tr>\n"
        }
        return """
            <div class="scroll" tabindex="0" role="group" aria-label="\(e(caption))"><table>
            <caption>\(e(caption))</caption>
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(lines.joined())</tbody>
            </table></div>

            """
    }

    /// A drawing with words on how to read it, in a box of its own that scrolls where the window is narrower than its text needs.
    ///
    /// - Parameters:
    ///   - id: what a link leads to; nil for none.
    ///   - end: what stands behind the words, in HTML.
    static func figure(_ figure: ReportFigure, _ words: String = "", id: String? = nil, end: String = "") -> String {
        guard let svg = figure.svg else { return "" }
        let title = Escaping.markup(figure.title)
        return "<figure\(id.map { " id=\"\($0)\"" } ?? "")>\n"
            + "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Figure: \(title)\">\n\(svg)</div>\n"
            + "<figcaption>\(title)\(words.isEmpty ? "" : ". \(Escaping.markup(words))")\(end)</figcaption>\n</figure>\n"
    }

    static func code(_ text: String) -> String { "<code>\(Escaping.markup(text))</code>" }

    /// A sentence in which what stands between backticks is code.
    static func prose(_ text: String) -> String {
        let parts = text.split(separator: "`", omittingEmptySubsequences: false)
        guard parts.count % 2 == 1 else { return Escaping.markup(text) }
        return parts.enumerated().map { $0 % 2 == 1 ? code(String($1)) : Escaping.markup(String($1)) }.joined()
    }

    static let toContents = "<p class=\"up small\"><a href=\"#contents\">To the contents</a></p>\n"
}
