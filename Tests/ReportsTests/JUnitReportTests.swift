// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import Foundation
import FoundationXML
import LazyPaper
import Reports
import Testing
import Verifier

private let schema = committedReports.deletingLastPathComponent().appendingPathComponent("schemas/junit.xsd").path

/// What xmllint says of `xml` against the schema; nil where there is no xmllint.
private func validation(_ xml: String) throws -> (text: String, status: Int32)? {
    guard let xmllint = tool("xmllint", for: "JUnit XML against its schema") else { return nil }
    return try withTemporaryFolder { folder in
        let file = folder.appendingPathComponent("verdicts.xml")
        try Data(xml.utf8).write(to: file)
        return try output(of: xmllint, ["--nonet", "--noout", "--schema", schema, file.path])
    }
}

/// The elements of `name` with their attributes, as an XML parser sees them.
private final class Elements: NSObject, XMLParserDelegate {
    var attributes: [(name: String, values: [String: String])] = []
    var texts: [String] = []

    init(_ xml: String) throws {
        super.init()
        let parser = XMLParser(data: Data(xml.utf8))
        parser.delegate = self
        try #require(parser.parse())
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes values: [String: String]
    ) {
        attributes.append((name, values))
        texts.append("")
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { if !texts.isEmpty { texts[texts.count - 1] += string } }

    func count(_ name: String) -> Int { attributes.count { $0.name == name } }
    func sum(_ key: String, of name: String) -> Int {
        attributes.filter { $0.name == name }.reduce(0) { $0 + (Int($1.values[key] ?? "") ?? 0) }
    }
    func texts(of name: String) -> [String] { zip(attributes, texts).filter { $0.0.name == name }.map(\.1) }
}

/// The stored run alone, changed.
private func run(_ change: (inout RunResult) throws -> Void = { _ in }) throws -> ReportContents {
    var contents = try storedContents()
    contents.audit = nil
    var result = try #require(contents.result)
    try change(&result)
    contents.result = result.recounted
    return contents
}

@Test("JUnit: a case a cell and a step, counts that agree with them, valid by the schema; the same bytes twice")
func junitOfCommittedReports() throws {
    let contents = try storedContents()
    let xml = JUnitReport.text(of: contents)
    #expect(xml == JUnitReport.text(of: contents) && !xml.contains("timestamp"))
    let elements = try Elements(xml)
    let (run, audit) = (try #require(contents.result), try #require(contents.audit))
    #expect(elements.count("testcase") == run.cells.count + audit.steps.count)
    for key in ["tests", "failures"] { #expect(elements.sum(key, of: "testsuites") == elements.sum(key, of: "testsuite"), "\(key)") }
    #expect(elements.sum("tests", of: "testsuite") == elements.count("testcase"))
    #expect(elements.count("failure") == 0 && elements.sum("failures", of: "testsuite") == 0)
    #expect(elements.count("skipped") == run.cells.count { $0.verdict == nil } && elements.sum("skipped", of: "testsuite") == 1)
    #expect(elements.texts(of: "system-out").count { $0.hasPrefix("refuted, as expected: bound") } == run.summary.refuted)
    if let said = try validation(xml) { #expect(said.status == 0, "\(said.text.prefix(1000))") }
}

@Test("JUnit: an unexpected verdict, and a refutation that nothing is said of, fail as the exit status does; with limits, seed and command")
func junitFailures() throws {
    var unexpected = 0, unsaid = 0
    let contents = try run { result in
        let refuted = result.cells.indices.filter { result.cells[$0].verdict == .refuted }
        let holds = result.cells.indices.filter { result.cells[$0].verdict == .holds }
        for index in refuted.prefix(3) { result.cells[index].expected = nil }
        for index in holds.prefix(2) { result.cells[index].expected = .refuted }
        (unexpected, unsaid) = (2, 3)
    }
    let result = try #require(contents.result)
    #expect(!result.isAsExpected)
    let xml = JUnitReport.text(of: contents), elements = try Elements(xml)
    #expect(elements.count("failure") == unexpected + unsaid && elements.sum("failures", of: "testsuites") == unexpected + unsaid)
    for text in elements.texts(of: "failure") {
        for part in ["bound ", "P(", "trials", "seed 1,", "to repeat: lemmacheck verify B.4/"] { #expect(text.contains(part), "\(text)") }
    }
    let messages = elements.attributes.filter { $0.name == "failure" }.compactMap { $0.values["message"] }
    #expect(
        messages.count { $0.hasSuffix(": holds, expected refuted") } == unexpected && messages.count { $0.hasSuffix(": refuted") } == unsaid
    )
    if let said = try validation(xml) { #expect(said.status == 0, "\(said.text.prefix(1000))") }
}

@Test("JUnit: a step fails where the plan expects another verdict of it, and nowhere else")
func junitOfAnAudit() throws {
    var contents = try storedContents()
    contents.result = nil
    contents.expected = try LazyPaper.defaultPlan().steps
    let report = AuditReport(try #require(contents.audit), in: contents.catalogue)
    #expect(try Elements(JUnitReport.text(of: contents)).count("failure") == report.unexpected(contents.expected))
    let other = try #require(report.document.steps.first { $0.verdict == .proved })
    contents.expected[other.id] = .refuted
    let elements = try Elements(JUnitReport.text(of: contents))
    #expect(elements.count("failure") == 1 && elements.texts(of: "failure")[0].contains("lemmacheck audit \(other.id)"))
}

@Test("JUnit: hostile text is text", arguments: hostileTexts)
func hostileJUnit(text: String) throws {
    let xml = JUnitReport.text(of: try hostileContents(text))
    let elements = try Elements(xml)
    #expect(
        elements.count("testcase") == 5 && Set(elements.attributes.map(\.name)).isSubset(of: known), "\(elements.attributes.map(\.name))")
    if let said = try validation(xml) { #expect(said.status == 0, "\(said.text.prefix(1000))") }
}

private let known: Set = ["testsuites", "testsuite", "testcase", "system-out", "failure", "skipped"]

@Test(
    "the schema refuses what readers do not know",
    arguments: [
        ("<testcase", "<testcase seed=\"1\""), ("</testsuites>", "<verdict/></testsuites>"), (" errors=\"0\"", ""),
        ("time=\"0\"", "time=\"soon\""),
    ])
func junitSchema(good: String, bad: String) throws {
    let xml = JUnitReport.text(of: try run { $0.cells = Array($0.cells.prefix(2)) })
    if let said = try validation(xml) { #expect(said.status == 0, "\(said.text)") }
    if let said = try validation(xml.replacing(good, with: bad)) { #expect(said.status != 0) }
}
