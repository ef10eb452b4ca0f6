// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import Foundation
import FoundationXML
import Testing
import Verifier

@testable import Reports

private let figures = ["B.4/1", "B.7/2", nil].map { claim in
    ReportFigure(
        name: claim.map { $0.replacing("/", with: "-") } ?? "frontier", claim: claim, title: "a figure", alt: "what it shows",
        svg: "<svg role=\"img\" viewBox=\"0 0 760 560\"><title>a figure</title><rect width=\"760\" height=\"560\" fill=\"#ddd\"/></svg>")
}

/// What a page is made of, as a parser of XML finds it.
final class PageReader: NSObject, XMLParserDelegate {
    var ids: [String] = [], links: [String] = [], headings: [Int] = [], texts: [String] = [], elements: [String] = []
    var unscoped = 0, images = 0, scripts = 0, outside: [String] = []
    private var text = ""
    /// Elements whose text is looked at; marks and links within them are part of it.
    private static let blocks: Set<String> = ["td", "th", "code", "p", "dd", "li", "summary"]

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String] = [:]
    ) {
        elements.append(name)
        if let id = attributes["id"] { ids.append(id) }
        if name == "a", let link = attributes["href"] { links.append(link) }
        if name.count == 2, name.hasPrefix("h"), let level = Int(name.dropFirst()) { headings.append(level) }
        if name == "th", attributes["scope"] == nil { unscoped += 1 }
        if name == "svg" { images += 1 }
        if name == "script" || attributes.keys.contains(where: { $0.hasPrefix("on") }) { scripts += 1 }
        for key in ["src", "href", "action"] {
            if let value = attributes[key], value.contains("//") { outside.append(value) }
        }
        if Self.blocks.contains(name) { text = "" }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        guard Self.blocks.contains(name) else { return }
        texts.append(text)
        text = ""
    }

    init(_ page: String) throws {
        super.init()
        // The page is written so that a parser of XML can read it too; the one declaration of HTML's is none of XML's.
        let parser = XMLParser(data: Data(page.replacing("<!DOCTYPE html>\n", with: "").utf8))
        parser.delegate = self
        try #require(parser.parse(), "line \(parser.lineNumber): \(String(describing: parser.parserError))")
    }
}

@Test("the page: valid, every link has its target, headings in order, tables and figures named, nothing from elsewhere")
func structure() throws {
    let page = HTMLReport.page(try storedContents(), figures: figures)
    let reader = try PageReader(page)
    #expect(Set(reader.ids).count == reader.ids.count)
    for link in reader.links { #expect(link.hasPrefix("#") && reader.ids.contains(String(link.dropFirst())), "\(link)") }
    #expect(reader.headings.first == 1 && reader.headings.count { $0 == 1 } == 1)
    for (a, b) in zip(reader.headings, reader.headings.dropFirst()) { #expect(b <= a + 1) }
    #expect(reader.unscoped == 0 && reader.images == 3 && reader.scripts == 0 && reader.outside.isEmpty)
    #expect(page.contains("<html lang=\"en\">") && page.contains("name=\"viewport\"") && page.utf8.count < 3_000_000)
}

@Test("the page has the numbers of the report, a section a claim and a row a step")
func numbers() throws {
    let contents = try storedContents()
    let result = try #require(contents.result), audit = try #require(contents.audit)
    let reader = try PageReader(HTMLReport.page(contents, figures: []))
    for cell in result.cells {
        #expect(reader.texts.contains(Digits.text(cell.bound)), "\(cell.claim) \(cell.bound)")
        #expect(reader.ids.contains(HTMLPage.anchor("claim", cell.claim)))
    }
    for step in audit.steps {
        #expect(reader.ids.contains(HTMLPage.anchor("audit", step.id)))
        #expect(reader.texts.contains(step.statement), "\(step.id)")
    }
    for witness in contents.witnesses {
        #expect(reader.texts.contains("lemmacheck replay witnesses/\(WitnessReport.fileName(witness.claim))"))
    }
    // Every cell is in one place of the matrix: the letters there count them.
    let places = reader.texts.count { $0.wholeMatch(of: #/[PFO](\d+\/\d+)?/#) != nil }
    #expect(places > 100 && places <= result.cells.count)
}

@Test("a page without a run or without an audit says with which command that is made")
func halves() throws {
    var contents = try storedContents()
    contents.audit = nil
    #expect(HTMLReport.page(contents).contains("This page has no audit"))
    _ = try PageReader(HTMLReport.page(contents))
    contents = try storedContents()
    contents.result = nil
    #expect(HTMLReport.page(contents).contains("This page has no run"))
    _ = try PageReader(HTMLReport.page(contents))
}

@Test("hostile text is shown and does nothing", arguments: hostileTexts)
func hostile(text: String) throws {
    let page = HTMLReport.page(try hostileContents(text), figures: figures)
    let reader = try PageReader(page)
    #expect(reader.scripts == 0 && reader.images == 1 + figures.count - 1 || reader.images <= figures.count)
    #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("\u{202E}") && !page.contains("\u{0}"))
    #expect(Set(reader.ids).count == reader.ids.count)
}

@Test("colours are far enough apart for the text on them, light and dark: a contrast of 4.5")
func contrast() throws {
    func luminance(_ color: String) throws -> Double {
        let digits = try #require(Int(color.dropFirst(), radix: 16))
        let parts = [digits >> 16 & 255, digits >> 8 & 255, digits & 255].map { value -> Double in
            let x = Double(value) / 255
            return x <= 0.03928 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    for colors in [HTMLPage.light, HTMLPage.dark] {
        for (text, ground) in HTMLPage.pairs {
            let a = try luminance(try #require(colors[text])), b = try luminance(try #require(colors[ground]))
            #expect((max(a, b) + 0.05) / (min(a, b) + 0.05) >= 4.5, "\(text) on \(ground)")
        }
    }
}

/// The page in a window of a phone's or a desk's width: its own width, as a browser lays it out.
private func width(of page: URL, in window: Int, dark: Bool, by browser: String, folder: URL) throws -> (Int, Int) {
    // A browser's window has a least width of its own; a frame has none.
    let frame = folder.appendingPathComponent("frame-\(window)-\(dark).html")
    try """
    <!DOCTYPE html><html><body style="margin:0"><iframe id="f"
    src="\(page.lastPathComponent)" style="width:\(window)px;height:900px;border:0">
    </iframe><script>document.getElementById("f").onload = function () {
      var d = this.contentDocument.documentElement;
      document.title = "width " + d.scrollWidth + " of " + this.contentWindow.innerWidth + " end";
    }</script></body></html>
    """.write(to: frame, atomically: true, encoding: .utf8)
    let scheme = dark ? ["--blink-settings=preferredColorScheme=0"] : []
    let found = try output(
        of: browser,
        ["--headless=new", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", "--virtual-time-budget=10000"] + scheme + [
            "--window-size=1400,1000", "--user-data-dir=\(folder.path)/profile", "--dump-dom", frame.absoluteString,
        ])
    let match = try #require(found.text.firstMatch(of: #/width (\d+) of (\d+) end/#), "\(found.text.suffix(400))")
    return (try #require(Int(match.output.1)), try #require(Int(match.output.2)))
}

@Test(
    "in a browser the page is no wider than a phone's and a desk's window, in light and dark, whatever stands in it",
    arguments: [390, 1280])
func overflow(window: Int) throws {
    guard let browser = tool("chromium", for: "the page in a browser") else { return }
    try withTemporaryFolder { folder in
        let experiments = try contentsWithExperiments()
        let pages = [
            HTMLReport.page(experiments, figures: figures, experiments: try experiments.experiments?.drawn() ?? []),
            HTMLReport.page(try hostileContents(hostileTexts[12]), figures: figures),
        ]
        for (number, page) in pages.enumerated() {
            let file = folder.appendingPathComponent("page\(number).html")
            try page.write(to: file, atomically: true, encoding: .utf8)
            for dark in [false, true] {
                let (own, inner) = try width(of: file, in: window, dark: dark, by: browser, folder: folder)
                #expect(inner == window && own <= window, "page \(number): \(own) in \(inner)")
            }
        }
        // The measure can fail: a page with a wide box is wider than its window.
        let wide = folder.appendingPathComponent("wide.html")
        try "<html><body><div style=\"width:2000px\">x</div></body></html>".write(to: wide, atomically: true, encoding: .utf8)
        let (own, inner) = try width(of: wide, in: window, dark: false, by: browser, folder: folder)
        #expect(own > inner)
    }
}
