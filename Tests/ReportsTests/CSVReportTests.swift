// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Foundation
import LazyPaper
import Reports
import Testing
import Verifier

/// Rows of fields, read by RFC 4180 alone.
private func rows(_ csv: String) -> [[String]] {
    var rows: [[String]] = [], row: [String] = [], field = "", isQuoted = false
    var rest = Substring(csv)
    while let character = rest.first {
        rest.removeFirst()
        switch character {
        case "\"" where isQuoted && rest.first == "\"": field.append(rest.removeFirst())
        case "\"": isQuoted.toggle()
        case "," where !isQuoted:
            row.append(field)
            field = ""
        case "\n" where !isQuoted:
            rows.append(row + [field])
            (row, field) = ([], "")
        case _: field.append(character)
        }
    }
    return rows
}

/// A row's fields by their columns.
private func records(_ csv: String) throws -> [[String: String]] {
    let all = rows(csv)
    let head = try #require(all.first)
    for row in all { try #require(row.count == head.count) }
    return all.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(head, $0)) }
}

@Test("CSV: the columns that are documented, in that order, each with a meaning of its own")
func csvColumns() throws {
    let contents = try storedContents()
    let (run, audit) = (try #require(contents.result), try #require(contents.audit))
    #expect(rows(CSVReport.text(of: run, in: contents.catalogue)).first == CSVReport.cells.map(\.name))
    #expect(rows(CSVReport.text(of: audit)).first == CSVReport.steps.map(\.name))
    for meanings in [CSVReport.cells.map(\.meaning), CSVReport.steps.map(\.meaning)] {
        #expect(Set(meanings).count == meanings.count && !meanings.contains(""))
    }
    let page = committedReports.deletingLastPathComponent().appendingPathComponent("schemas/csv.md")
    #expect(try String(contentsOf: page, encoding: .utf8) == CSVReport.documentation)
}

@Test("CSV: a row a cell with the run's numbers; of a lower bound the minimum, of an upper one the maximum")
func csvOfCells() throws {
    let contents = try storedContents()
    let run = try #require(contents.result)
    let records = try records(CSVReport.text(of: run, in: contents.catalogue))
    #expect(records.count == run.cells.count)
    for (record, cell) in zip(records, run.cells) {
        func number(_ column: String) -> Double? { record[column].flatMap { Double($0) } }
        #expect(record["claim"] == cell.claim && number("d") == cell.d.map(Double.init) && number("m") == cell.m.map(Double.init))
        #expect(number("bound") == cell.bound && number("slack") == cell.slack && number("quantile") == cell.quantile?.value)
        #expect(number("probability_lower") == cell.probability.lower && number("probability_upper") == cell.probability.upper)
        #expect(number("attained") == cell.attained && number("certified") == cell.certified)
        #expect(record["certified_by"] == cell.certifiedBy?.rawValue ?? "" && record["verdict"] == cell.verdict?.rawValue ?? "")
        let isLower = contents.catalogue.claim(cell.claim)?.measured?.direction == .lower
        #expect(number(isLower ? "minimum" : "maximum") == cell.maximum && record[isLower ? "maximum" : "minimum"] == "")
    }
    #expect(records.contains { $0["minimum"] != "" } && records.contains { $0["maximum"] != "" })
}

@Test("CSV: a row a step with the audit's words")
func csvOfSteps() throws {
    let audit = try #require(try storedContents().audit)
    let records = try records(CSVReport.text(of: audit))
    #expect(records.map { $0["id"] } == audit.steps.map(\.id))
    #expect(records.map { $0["verdict"] } == audit.steps.map { $0.verdict?.rawValue ?? "" })
    for (record, step) in zip(records, audit.steps) {
        // An apostrophe keeps a statement that begins with a sign from being a formula.
        let isSigned = step.statementLine.first.map { "=+-@".contains($0) } == true
        #expect(record["statement"] == (isSigned ? "'" : "") + step.statementLine)
    }
}

@Test("CSV: no field is a formula, and every row has its columns", arguments: hostileTexts)
func hostileCSV(text: String) throws {
    let contents = try hostileContents(text)
    let (run, audit) = (try #require(contents.result), try #require(contents.audit))
    for record in try records(CSVReport.text(of: run, in: contents.catalogue)) + records(CSVReport.text(of: audit)) {
        for field in record.values {
            let first = field.first { !$0.isWhitespace }
            #expect(first.map { "=+-@".contains($0) } != true || Double(field) != nil, "\(field)")
            #expect(!field.unicodeScalars.contains { $0.value < 0x20 && !"\n\r\t".unicodeScalars.contains($0) })
        }
    }
}
