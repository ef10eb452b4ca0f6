// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import Experiments
import Foundation
import LazyPaper
import Reports
import Testing
import Verifier

/// The folder of the committed reports.
let committedReports = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("reports")

/// The committed reports, read back.
func storedContents() throws -> ReportContents {
    let run = try #require(StoredReports.run(in: committedReports.path)),
        audit = try #require(StoredReports.audit(in: committedReports.path))
    return ReportContents(
        result: run, audit: audit, command: "lemmacheck", witnesses: StoredReports.witnesses(of: run, in: committedReports.path),
        in: LazyPaper.catalogue)
}

/// The committed reports with the figures of experiments, as if their audit were made from the program's own records.
///
/// - Parameter records: what the audit says of its records, in the place of that.
func contentsWithExperiments(records: String?? = nil) throws -> ReportContents {
    let recorded = try RunRecords.recorded()
    var contents = try storedContents()
    contents.audit?.records = records ?? recorded.digest
    contents.isOfAudit = true
    contents.experiments = try RecordedFigures(recorded, of: #require(contents.audit), claims: claims)
    return contents
}

/// IDs of the claims that an experiment's records speak of, each with its repairs.
func claims(of experiment: Experiment) -> [String] {
    RecordedExperiment.claims(of: [experiment]).flatMap { [$0] + $0.repairs }.map(\.id)
}

/// Texts that a format might take for its own.
let hostileTexts = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "]]>&amp;<!--", "'; drop", "\\input{/etc/passwd}$x^2$%#&_{}~",
    "=HYPERLINK(\"http://x\")", "@SUM(1)", "+1+cmd", "-2+3", "`rm -rf` [x](javascript:alert(1)) | a | b", "\u{202E}gnitirw\u{202C}",
    "\u{0}\u{7}\u{1B}[31m", String(repeating: "W", count: 10_000), "line\nbreak\r\nand\ttab", "$(reboot) ${HOME}",
    "`a` <b>bold</b> [x](y) `c`", "' . system('x') . '",
]

/// The committed contents with `text` in every place that a plan or a stored report can fill.
func hostileContents(_ text: String) throws -> ReportContents {
    var contents = try storedContents()
    var result = try #require(contents.result)
    result.cells = Array(result.cells.prefix(3))
    for index in result.cells.indices { result.cells[index].note = text }
    result.cells[1].claim = text
    (result.rng, result.version, result.run, result.command) = (text, text, text, text)
    contents.result = result
    var audit = try #require(contents.audit)
    audit.steps = Array(audit.steps.prefix(2))
    audit.version = text
    for index in audit.steps.indices {
        audit.steps[index].statement = text
        audit.steps[index].place = text
        audit.steps[index].domain = text
        audit.steps[index].method = text
        audit.steps[index].note = text
        audit.steps[index].evidence = [Evidence(text, .argued)]
        audit.steps[index].boundary = BoundaryTable(caption: text, columns: [text, "b"], rows: [[text, text]])
        audit.steps[index].repairs = [text]
        audit.steps[index].coq = .init(file: text, domain: text, given: text)
    }
    audit.steps[1].id = text
    contents.audit = audit
    contents.command = text
    contents.isOfAudit = true
    return contents
}

/// A tool on the PATH; nil, and a line that says so, where there is none.
func tool(_ name: String, for what: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let path = folders.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile(atPath:))
    if path == nil { print("skipped: \(what), since \(name) is not installed") }
    return path
}

/// What a tool said, standard output and standard error together, and its exit status.
func output(of tool: String, _ arguments: [String], in folder: URL? = nil) throws -> (text: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, pipe)
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: data, as: UTF8.self), process.terminationStatus)
}

/// A folder that is gone after `body`.
func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lemmacheck-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}
