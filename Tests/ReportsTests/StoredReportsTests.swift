// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import Experiments
import Foundation
import LazyPaper
import Reports
import Testing
import Verifier

private typealias Object = [String: Any]

private func object(_ name: String) throws -> Object {
    let data = try Data(contentsOf: committedReports.appendingPathComponent(name))
    return try #require(try JSONSerialization.jsonObject(with: data) as? Object)
}

/// `verdicts.json` of a few cells with `value` for `key`, of the report or of its second cell.
private func run(_ key: String, _ value: Any, ofCell: Bool = true) throws -> Data {
    var report = try object("verdicts.json")
    var cells = Array(try #require(report["cells"] as? [Object]).prefix(4))
    if ofCell { cells[1][key] = value }
    report["cells"] = cells
    if !ofCell { report[key] = value }
    return try JSONSerialization.data(withJSONObject: report)
}

private func problem(_ data: Data) -> String {
    do {
        _ = try StoredReports.read(data, named: "a.json")
        return ""
    } catch {
        return error.description
    }
}

@Test("a stored report gives the committed files bit for bit: nothing is drawn or decided anew")
func committedFiles() throws {
    var contents = try storedContents()
    contents.command = try #require(contents.result?.command)
    contents.expected = try LazyPaper.defaultPlan().steps
    contents.isOfAudit = true
    contents.experiments = try RecordedFigures(.recorded(), of: #require(contents.audit), claims: claims)
    let made = try ReportFiles.files(of: contents, formats: [.md, .json, .csv, .tex, .junit], figures: nil)
    // A drawing's bytes are of the program that draws; without it LaTeX takes in none.
    let isDrawn = Gnuplot.find() != nil
    let files = made.filter { !$0.name.hasPrefix("audit-figures/") }
    let names =
        ["verdicts", "audit"].flatMap { name in ["md", "json", "csv", "tex", "xml"].map { "\(name).\($0)" } }
        + ["numbers.tex", "audit-numbers.tex"]
    #expect(Set(files.map(\.name)) == Set(names))
    for (name, data) in files where isDrawn || name != "audit.tex" {
        let file = committedReports.appendingPathComponent(name)
        #expect(try data == Data(contentsOf: file), "\(name)")
    }
}

@Test("what no report has is refused in one line that names the key and what is allowed")
func faultyValues() throws {
    let faults: [(key: String, value: Any, said: String)] = [
        ("gamma", "nan", "'cells[1].gamma' is nan: a number between 0 and 1 is allowed"),
        ("gamma", 1, "'cells[1].gamma' is 1.0: a number between 0 and 1 is allowed"),
        ("bound", "nan", "'cells[1].bound' is nan: a number or an infinity is allowed"),
        ("c0", "inf", "'cells[1].c0' is inf: a finite number from 0 is allowed"),
        ("d", 0, "'cells[1].d' is 0: an integer from 1 is allowed"),
        ("trials", Int.max, "'cells[1].trials' is 9223372036854775807: an integer from 0 to 1e12 is allowed"),
        ("violations", -1, "'cells[1].violations' is -1: an integer from 0 to 1e12 is allowed"),
        ("d", "25", "'cells[1].d' is no integer in range"), ("verdict", "great", "'cells[1].verdict' has a value that is not allowed"),
        ("probability", ["lower": 0], "'cells[1].probability.upper' is missing"),
        ("claim", "", "'cells[1].claim' is empty: an ID is allowed"),
    ]
    for (key, value, said) in faults {
        let text = problem(try run(key, value))
        #expect(text.hasPrefix("a.json: \(said)") && text.hasSuffix(" is allowed") && !text.contains("\n"), "\(key): \(text)")
    }
    for (key, value) in [("bound", "inf"), ("slack", "-inf")] { #expect(try problem(run(key, value)) == "") }
    let allowed = "; a report of schema lemmacheck/verify/1 or lemmacheck/audit/1 is allowed"
    #expect(try problem(run("schema", "lemmacheck/verify/2", ofCell: false)) == "a.json: 'schema' is 'lemmacheck/verify/2'" + allowed)
    #expect(try problem(run("tool", "other", ofCell: false)) == "a.json: 'tool' is 'other'" + allowed)
    #expect(try problem(run("schema", NSNull(), ofCell: false)) == "a.json: 'schema' is missing" + allowed)
}

@Test("a table whose rows are not as long as its titles is refused")
func raggedTables() throws {
    var report = try object("audit.json")
    let steps = try #require(report["steps"] as? [Object])
    var step = try #require(steps.first { $0["boundary"] != nil })
    var table = try #require(step["boundary"] as? Object)
    table["rows"] = [["1"]]
    step["boundary"] = table
    report["steps"] = [step]
    let text = problem(try JSONSerialization.data(withJSONObject: report))
    #expect(text.hasPrefix("a.json: 'steps[0].boundary.rows[0]' has 1 entries: "), "\(text)")
}

@Test("damaged files: cut anywhere, no JSON, brackets within brackets")
func damagedFiles() throws {
    let whole = try run("note", "x")
    for share in 0..<50 { #expect(problem(whole.prefix(whole.count * share / 50)) != "", "\(share)") }
    #expect(problem(whole) == "")
    for text in ["", "[]", "null", "1", "\"a\"", "{", "{\"schema\": 1}", "\u{FEFF}"] { #expect(problem(Data(text.utf8)) != "", "\(text)") }
    #expect(problem(Data([0xFF, 0xFE, 0])) != "")
    #expect(problem(Data(repeating: UInt8(ascii: "["), count: 1 << 22)).contains("is nested too deeply"))
    let deep = Data("{\"schema\":\"lemmacheck/verify/1\",\"cells\":".utf8) + Data(repeating: UInt8(ascii: "["), count: 1 << 22)
    #expect(problem(deep).contains("is nested too deeply"))
    // Brackets in a string are none.
    #expect(try problem(run("note", String(repeating: "[", count: 1000))) == "")
}

@Test("older reports are read: an audit without a schema, a run without a command or outcomes")
func olderReports() throws {
    var audit = try object("audit.json")
    audit["schema"] = nil
    audit["version"] = nil
    guard case .audit(let read) = try StoredReports.read(JSONSerialization.data(withJSONObject: audit), named: "a") else {
        Issue.record("no audit")
        return
    }
    #expect(try read.steps == storedContents().audit?.steps)
    var run = try object("verdicts.json")
    run["command"] = nil
    run["cells"] = try #require(run["cells"] as? [Object]).map { cell in cell.filter { $0.key != "outcome" } }
    guard case .run(let result) = try StoredReports.read(JSONSerialization.data(withJSONObject: run), named: "a") else {
        Issue.record("no run")
        return
    }
    #expect(try result.cells == storedContents().result?.cells && result.command == nil)
}
