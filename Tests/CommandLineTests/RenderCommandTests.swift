// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// Two cells, one of them refuted by its law, one out of domain.
private let run = ["verify", "B.4/2", "B.7/2", "--d", "25", "--m", "200", "--gamma", "0.05", "--c0", "10", "--trials", "20"]

private func data(_ folder: URL, _ name: String) throws -> Data { try Data(contentsOf: folder.appendingPathComponent(name)) }

@Test("a rendered run is bit for bit what the run wrote, into a folder and on standard output")
func renderedRun() throws {
    try withTemporaryFolder { folder in
        let formats = "md,json,csv,tex,junit"
        let made = try Program(arguments: run + ["--format", formats, "--out", "a"], folder: folder)
        #expect(made.output.contains("Written: a/verdicts.md"), "\(made.output)\(made.errors)")
        let names = ["verdicts.md", "verdicts.json", "verdicts.csv", "verdicts.tex", "numbers.tex", "verdicts.xml"]
        let rendered = try Program("render", "a/verdicts.json", "--format", formats, "--out", "b", folder: folder)
        #expect(rendered.status == 0, "\(rendered.errors)")
        #expect(try Set(FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("b").path)) == Set(names))
        for name in names { #expect(try data(folder, "a/\(name)") == data(folder, "b/\(name)"), "\(name)") }
        for (format, name) in [("md", "verdicts.md"), ("json", "verdicts.json"), ("csv", "verdicts.csv"), ("junit", "verdicts.xml")] {
            let shown = try Program("render", "a/verdicts.json", "--format", format, folder: folder)
            #expect(try shown.status == 0 && Data(shown.output.utf8) == data(folder, "a/\(name)"), "\(format)")
        }
        // What is printed has all digits, and the report those that are recorded.
        let printed = try Program(arguments: run + ["--json"])
        try Data(printed.output.utf8).write(to: folder.appendingPathComponent("printed.json"))
        let table = try Program("render", "printed.json", "--format", "csv", folder: folder)
        #expect(try Data(table.output.utf8) == data(folder, "a/verdicts.csv"))
        let page = try String(decoding: data(folder, "a/verdicts.md"), as: UTF8.self)
        #expect(page.contains("Made by `lemmacheck verify B.4/2 B.7/2 --d 25 --m 200"))
    }
}

@Test("a rendered audit is bit for bit what the audit wrote")
func renderedAudit() throws {
    try withTemporaryFolder { folder in
        let formats = "md,json,csv,tex,junit"
        let made = try Program("audit", "B.5", "--format", formats, "--out", "a", folder: folder)
        #expect(made.status == 0 && made.output.contains("a/audit.xml"), "\(made.output)\(made.errors)")
        #expect(try Program("render", "a/audit.json", "--format", formats, "--out", "b", folder: folder).status == 0)
        for name in ["audit.md", "audit.json", "audit.csv", "audit.tex", "audit-numbers.tex", "audit.xml"] {
            #expect(try data(folder, "a/\(name)") == data(folder, "b/\(name)"), "\(name)")
        }
    }
}

@Test("a report that cannot be read is status 65, in one line that names it")
func unreadableReports() throws {
    try withTemporaryFolder { folder in
        let good = try String(contentsOf: root.appendingPathComponent("reports/verdicts.json"), encoding: .utf8)
        let files: [(name: String, text: String)] = [
            ("newer", good.replacing("lemmacheck/verify/1", with: "lemmacheck/verify/2")), ("cut", String(good.prefix(good.count / 2))),
            ("other", "{\"results\": []}"), ("empty", ""), ("brackets", String(repeating: "[", count: 100_000_000)),
            ("types", good.replacing("\"seed\" : 1", with: "\"seed\" : \"one\"")),
            ("overflow", good.replacing("\"seed\" : 1", with: "\"seed\" : 1e999")),
        ]
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appendingPathComponent("\(name).json"))
            for arguments in [["render", "\(name).json", "--format", "md"], ["diff", "\(name).json", "\(name).json"]] {
                let program = try Program(arguments: arguments, folder: folder)
                #expect(program.status == 65 && program.output.isEmpty, "\(name): \(program.status) \(program.output.prefix(200))")
                #expect(
                    program.errors.hasPrefix("lemmacheck: \(name).json: ") && program.errors.hasSuffix(" is allowed\n"), "\(program.errors)"
                )
                #expect(program.errors.split(separator: "\n").count == 1)
            }
        }
        for path in ["none.json", ".", "/dev/zero"] {
            let program = try Program("render", path, "--format", "md", folder: folder)
            #expect(program.status == 65 && program.errors.split(separator: "\n").count == 1, "\(path): \(program.errors)")
        }
    }
}

@Test("several files need a folder, and unknown formats are named")
func renderUsage() throws {
    let report = root.appendingPathComponent("reports/verdicts.json").path
    for arguments in [[], ["--format", "svg"], ["--format", "md,csv"], ["--format", "docx"], ["--out", ""]] {
        let program = try Program(arguments: ["render", report] + arguments)
        #expect(program.status == 64 && program.output.isEmpty, "\(arguments): \(program.errors)")
    }
    #expect(try Program("render", report, "--format", "md", "--out", "/proc/none").status == 74)
}

@Test("the command in a failure repeats the cell: its draws, counts, limits of P and verdict")
func repeatedCell() throws {
    try withTemporaryFolder { folder in
        let file = folder.appendingPathComponent("plan.yaml")
        try Data("lemma: B.5\nclaims:\n  - {claim: B.5/1, grid: {d: [25, 50], m: 1e3, gamma: 0.05, c0: 1}, expect: refuted}\n".utf8).write(
            to: file)
        let made = try Program("verify", "--plan", "plan.yaml", "--seed", "5", "--format", "json,junit", "--out", "a", folder: folder)
        #expect(made.status == 1)
        let xml = try String(decoding: data(folder, "a/verdicts.xml"), as: UTF8.self)
        let commands = xml.matches(of: /to repeat: lemmacheck ([^<]*)</).map { String($0.output.1) }
        let cells =
            try #require(JSONSerialization.jsonObject(with: data(folder, "a/verdicts.json")) as? [String: Any])["cells"] as? [[String: Any]]
        try #require(commands.count == 2 && cells?.count == 2)
        for (command, cell) in zip(commands, cells ?? []) {
            let words = command.split(separator: " ").map(String.init)
            let again = try Program(arguments: words + ["--format", "json", "--out", "b"], folder: folder)
            #expect(again.status == 0, "\(command): \(again.errors)")
            let report = try JSONSerialization.jsonObject(with: data(folder, "b/verdicts.json")) as? [String: Any]
            let repeated = try #require((report?["cells"] as? [[String: Any]])?.first)
            for key in ["d", "m", "trials", "violations", "undecided", "probability", "bound", "maximum", "slack", "verdict"] {
                let (one, other) = (cell[key] as? NSObject, repeated[key] as? NSObject)
                #expect(one != nil && one == other, "\(key): \(String(describing: one)) \(String(describing: other))")
            }
        }
    }
}
