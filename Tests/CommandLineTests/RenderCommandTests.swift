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

/// All files below `folder`, by their paths.
private func files(_ folder: URL) throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return try Dictionary(
        uniqueKeysWithValues: names.compactMap { name in
            var isFolder: ObjCBool = false
            let path = folder.appendingPathComponent(name)
            guard FileManager.default.fileExists(atPath: path.path, isDirectory: &isFolder), !isFolder.boolValue else { return nil }
            return (name, try Data(contentsOf: path))
        })
}

@Test("a rendered audit of experiments has the figures of the audit's own, bit for bit; of other records than the program's none")
func renderedExperiments() throws {
    try withTemporaryFolder { folder in
        func text(_ name: String) throws -> String { try String(decoding: data(folder, name), as: UTF8.self) }
        let made = try Program("audit", "5/3", "5/5", "5/9", "--out", "a", folder: folder)
        #expect(made.status == 0, "\(made.errors)")
        #expect(try Program("render", "a/audit.json", "--out", "b", folder: folder).status == 0)
        let (one, other) = (try files(folder.appendingPathComponent("a")), try files(folder.appendingPathComponent("b")))
        #expect(one.keys.sorted() == other.keys.sorted())
        for (name, contents) in one { #expect(contents == other[name], "\(name)") }
        for (format, name) in [("html", "index.html"), ("tex", "audit.tex")] {
            #expect(try Program("render", "a/audit.json", "--format", format, folder: folder).output == text("a/\(name)"), "\(format)")
        }
        let drawings = one.keys.filter { $0.hasPrefix("audit-figures/") }.sorted()
        if drawings.isEmpty { return print("skipped: the experiments' figures in files, as there is no gnuplot") }
        // A figure once, whatever the number of its claims.
        #expect(drawings == ["fig3", "fig4", "fig4b"].map { "audit-figures/\($0).pdf" })
        // A run beside the audit shows the same page of both.
        let point = ["--d", "25", "--m", "200", "--gamma", "0.05", "--c0", "1", "--trials", "5"]
        #expect(try Program(arguments: ["verify", "B.5/1"] + point + ["--format", "html,json", "--out", "a"], folder: folder).status == 0)
        let page = try text("a/index.html")
        #expect(page.contains("id=\"experiment-fig3\"") && page.contains("id=\"experiment-fig4\"") && !page.contains("experiment-fig2"))
        for report in ["audit", "verdicts"] {
            #expect(try Program("render", "a/\(report).json", "--format", "html", folder: folder).output == page, "\(report)")
        }
        // Of another run of experiments, or of a version that did not say.
        let report = try text("a/audit.json")
        let digest = try #require(report.firstMatch(of: #/"records" : "([0-9a-f]{64})",\n  /#))
        let others = [
            (
                report.replacing(digest.output.1, with: String(repeating: "0", count: 64)),
                "judged by other networks than those of this version"
            ),
            (report.replacing(digest.output.0, with: ""), "the audit does not say which networks its claims were judged by"),
        ]
        for (number, (old, reason)) in others.enumerated() {
            try Data(old.utf8).write(to: folder.appendingPathComponent("old.json"))
            let rendered = try Program("render", "old.json", "--out", "old\(number)", folder: folder)
            #expect(
                rendered.status == 0 && rendered.output.contains("Without the experiments' figures: ") && rendered.output.contains(reason))
            #expect(try files(folder.appendingPathComponent("old\(number)")).keys.allSatisfy { !$0.hasPrefix("audit-figures/") })
            let (page, latex) = (try text("old\(number)/index.html"), try text("old\(number)/audit.tex"))
            #expect(page.contains(reason) && !page.contains("id=\"experiment-"))
            #expect(latex.contains(reason) && !latex.contains("includegraphics"))
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
