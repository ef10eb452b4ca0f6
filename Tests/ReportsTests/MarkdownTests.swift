// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Foundation
import LazyPaper
import Testing
import Verifier

@testable import Reports

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

@Test("the table of sharper bounds has the run's quantile, and the bounds that the claims have at that point")
func sharpness() throws {
    let result = try #require(try storedContents().result)
    let table = try #require(SharpnessTable.table(result))
    for row in table.rows {
        let point = try Parameters(d: 784, m: 100_000, gamma: 0.05, c0: 1)
        for (column, id) in [(2, row[0] + "+"), (3, row[0])] {
            let claim = try #require(LazyPaper.catalogue.claim(id)?.measured)
            #expect(row[column] == Digits.text(try BoundValue(claim, at: point).value), "\(id)")
        }
        let cell = result.cells.first { ($0.claim, $0.d, $0.m, $0.gamma, $0.c0) == (row[0], 784, 100_000, 0.05, 1) }
        #expect(row[1] == cell?.quantile.map { Digits.text($0.value) } ?? "not drawn")
    }
    var alone = result
    alone.cells = result.cells.filter { $0.claim == "B.4/2" }
    #expect(SharpnessTable.table(alone) == nil)
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
