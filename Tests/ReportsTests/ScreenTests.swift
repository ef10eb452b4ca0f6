// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import Foundation
import Reports
import Testing
import Verifier

private let reports = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("reports")

/// The committed run: every claim, every verdict, cells out of domain and vacuous ones.
private func committed() throws -> RunResult {
    try JSONReport.result(from: Data(contentsOf: reports.appendingPathComponent("verdicts.json")))
}

private func lines(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

@Test("rows of cells fit a terminal of 80 columns and more, in whole words, whatever the cells", arguments: [80, 100, 132, 200])
func width(width: Int) throws {
    let result = try committed()
    let screen = Screen(width: width, hasColor: false)
    let claims = result.cells.reduce(into: [String]()) { if $0.last != $1.claim { $0.append($1.claim) } }
    for cells in [result.cells] + claims.map({ claim in result.cells.filter { $0.claim == claim } }) {
        let rows = VerdictRows(cells, RunHead(result), on: screen)
        for line in lines(rows.head + rows.title + cells.map(rows.line).joined()) {
            #expect(line.count <= width, "\(line)")
            #expect(line.last != " ")
        }
        for cell in cells {
            let row = rows.line(cell)
            #expect(row.contains(cell.verdict?.rawValue ?? "out of domain") && row.contains("PASS") == (cell.verdict == .holds))
            #expect(row.contains(" FAIL ") == (cell.verdict == .refuted))
            if cell.vacuous { #expect(row.contains("vacuous")) }
        }
    }
}

@Test("what all rows share stands above them, once")
func sharedParameters() throws {
    let result = try committed()
    let cells = result.cells.filter { $0.claim == "B.4/1" && $0.d == 784 && $0.gamma == 0.05 && $0.c0 == 10 }
    try #require(cells.count > 1)
    let rows = VerdictRows(cells, RunHead(result))
    #expect(rows.head.contains("d = 784, gamma = 0.05, C0 = 10; seed 1, error rate 0.001"))
    let titles = rows.title.split(separator: " ")
    #expect(titles.contains("m") && !titles.contains("d") && !titles.contains("gamma") && !titles.contains("C0"))
}

@Test("colour adds to the words and takes the place of none")
func color() throws {
    let result = try committed()
    let plain = VerdictRows(result.cells, RunHead(result), on: Screen(width: 100, hasColor: false))
    let colored = VerdictRows(result.cells, RunHead(result), on: Screen(width: 100, hasColor: true))
    var painted = 0
    for cell in result.cells {
        let line = colored.line(cell)
        let stripped = line.replacing(/\u{1B}\[[0-9]*m/, with: "")
        #expect(stripped == plain.line(cell))
        painted += line == stripped ? 0 : 1
    }
    #expect(painted == result.cells.count)
}
