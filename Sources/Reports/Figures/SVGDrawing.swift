// SPDX-License-Identifier: GPL-3.0-or-later

/// Gnuplot's SVG made fit for a file beside others and for a page with others: IDs that are the figure's own, a title and a description,
/// no word of who drew it.
struct SVGDrawing {
    private let text: String

    init(_ raw: String, of figure: Figure) {
        var text = raw
        // A name of XML's has no plus.
        let id = figure.name.replacing("+", with: "-plus")
        // Markers and patterns have the same IDs in every drawing of gnuplot's.
        for mark in ["id=\"", "id='", "href=\"#", "href='#", "url(#"] { text.replace(mark, with: mark + id + "-") }
        let e = Escaping.markup
        if let opening = text.firstRange(of: "<svg"), let end = text[opening.upperBound...].firstIndex(of: ">") {
            let title = "\n<title>\(e(figure.title))</title>\n<desc>\(e(figure.alt))</desc>"
            text = "<svg role=\"img\"" + text[opening.upperBound...end] + title + text[text.index(after: end)...]
        }
        // Gnuplot's own title and description, which would stand beside these.
        text.replace(#/<title>Gnuplot<\/title>\s*/#, with: "")
        text.replace(#/<desc>Produced by GNUPLOT[^<]*<\/desc>\s*/#, with: "")
        // The first group is of the colour that the drawing before it ended with.
        if let group = text.firstMatch(of: #/color="#FFFFFF" stroke="[^"]*"/#) {
            text.replaceSubrange(group.range, with: "color=\"#FFFFFF\" stroke=\"currentColor\"")
        }
        self.text = text.split(separator: "\n", omittingEmptySubsequences: true).joined(separator: "\n") + "\n"
    }

    /// For a file.
    var file: String { "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text }
}
