// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reports
import Testing
import Verifier

/// A page without its spans of code, by CommonMark's rule: a span ends at the next run of as many backticks as it began with.
private func withoutCode(_ page: String) -> String {
    var result = "", rest = Substring(page)
    while let start = rest.firstIndex(of: "`") {
        result += rest[..<start]
        if result.last == "\\" {
            result.append("`")
            rest = rest[rest.index(after: start)...]
            continue
        }
        let fence = rest[start...].prefix { $0 == "`" }
        var search = rest[fence.endIndex...], end: Substring.Index?
        while end == nil, let next = search.firstIndex(of: "`") {
            let run = search[next...].prefix { $0 == "`" }
            if run.count == fence.count { end = run.endIndex }
            search = search[run.endIndex...]
        }
        guard let end else { return result + rest[start...] }
        rest = rest[end...]
    }
    return result + rest
}

@Test("Markdown: hostile text opens no markup, no link and no code, and keeps every row of a table in its columns", arguments: hostileTexts)
func hostileMarkdown(text: String) throws {
    let contents = try hostileContents(text), run = try #require(contents.result)
    let pages = [
        MarkdownReport.text(of: run, command: contents.command, in: contents.catalogue, witnesses: contents.witnesses),
        AuditReport(try #require(contents.audit), in: contents.catalogue).markdown,
    ]
    for page in pages {
        let prose = withoutCode(page)
        #expect(prose.firstMatch(of: /<[A-Za-z\/!?]/) == nil && prose.firstMatch(of: /[^\\]\]\(/) == nil, "\(prose.prefix(3000))")
        #expect(!prose.replacing("\\`", with: "").contains("`"))
        #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        var columns: Int?
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("| ") else {
                columns = nil
                continue
            }
            let bars = line.replacing("\\|", with: "").count { $0 == "|" }
            #expect(columns == nil || columns == bars, "\(line)")
            columns = bars
        }
    }
}
