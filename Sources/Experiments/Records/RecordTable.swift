// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation

/// A row of a table of records, as text.
protocol TabularRecord {
    static var columns: [String] { get }
    /// As many as there are columns.
    var cells: [String] { get }
    init(_ row: RecordRow) throws(DataError)
}

/// One line of a table that is read.
struct RecordRow {
    let path: String
    let line: Int
    let cells: [String: String]

    func text(_ column: String) throws(DataError) -> String {
        guard let cell = cells[column] else { throw DataError("\(path):\(line)", "has no column '\(column)'") }
        return cell
    }

    func number(_ column: String) throws(DataError) -> Double {
        let text = try text(column)
        guard let value = Double(text), !value.isNaN else {
            throw DataError("\(path):\(line)", "'\(column)' is '\(text)'; allowed: a number")
        }
        return value
    }

    /// Numbers with a space between them.
    func numbers(_ column: String) throws(DataError) -> [Double] {
        let text = try text(column)
        var values: [Double] = []
        for part in text.split(separator: " ") {
            guard let value = Double(part), value.isFinite else {
                throw DataError("\(path):\(line)", "'\(column)' is '\(text)'; allowed: numbers with a space between them")
            }
            values.append(value)
        }
        return values
    }

    /// One of a list of names.
    func choice<Choice: RawRepresentable & CaseIterable>(_ column: String) throws(DataError) -> Choice where Choice.RawValue == String {
        let text = try text(column)
        guard let choice = Choice(rawValue: text) else {
            throw DataError(
                "\(path):\(line)", "'\(column)' is '\(text)'; allowed: \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return choice
    }

    func count(_ column: String) throws(DataError) -> Int {
        let text = try text(column)
        guard let value = Int(text), value >= 0 else {
            throw DataError("\(path):\(line)", "'\(column)' is '\(text)'; allowed: an integer from 0 on")
        }
        return value
    }
}

/// Records as comma-separated values, one line each below the names of the columns.
enum RecordTable {
    static func text<Record: TabularRecord>(_ records: [Record]) -> String {
        ([Record.columns] + records.map(\.cells)).map { $0.joined(separator: ",") + "\n" }.joined()
    }

    static func records<Record: TabularRecord>(_ text: String, path: String) throws(DataError) -> [Record] {
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        guard let columns = lines.first else { throw DataError(path, "is empty; allowed: a table with a line of column names") }
        guard Set(columns).count == columns.count else { throw DataError("\(path):1", "names a column twice") }
        var records: [Record] = []
        for (index, cells) in lines.enumerated().dropFirst() {
            guard cells.count == columns.count else {
                throw DataError("\(path):\(index + 1)", "has \(cells.count) cells; its columns are \(columns.count)")
            }
            records.append(try Record(RecordRow(path: path, line: index + 1, cells: Dictionary(uniqueKeysWithValues: zip(columns, cells)))))
        }
        return records
    }

    /// Six significant digits: what survives a change of CPU.
    static func number(_ x: Double) -> String { String(format: "%.6g", x) }
}
