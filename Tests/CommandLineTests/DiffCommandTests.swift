// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
private let verdicts = root.appendingPathComponent("reports/verdicts.json").path
private let audit = root.appendingPathComponent("reports/audit.json").path

@Test("diff: 0 and nothing to say of a report against itself, 1 where a verdict differs, 65 for two of different kinds")
func diffStatus() throws {
    for file in [verdicts, audit] {
        let same = try Program("diff", file, file)
        #expect(same.status == 0 && same.output.hasSuffix("the same verdicts; nothing else changed.\n"), "\(same.output)\(same.errors)")
        #expect(same.output.split(separator: "\n").count == 1)
    }
    try withTemporaryFolder { folder in
        let text = try String(contentsOfFile: verdicts, encoding: .utf8)
        let range = try #require(text.range(of: "\"verdict\" : \"holds\""))
        try Data(text.replacingCharacters(in: range, with: "\"verdict\" : \"consistent\"").utf8).write(
            to: folder.appendingPathComponent("new.json"))
        let changed = try Program("diff", verdicts, "new.json", folder: folder)
        #expect(changed.status == 1 && changed.output.contains("1 verdict changed"), "\(changed.output)")
        let json = try Program("diff", verdicts, "new.json", "--json", folder: folder)
        let object = try json.object()
        #expect(json.status == 1 && (object["changed"] as? [[String: Any]])?.count == 1 && object["kind"] as? String == "verify")
    }
    let mixed = try Program("diff", verdicts, audit)
    #expect(mixed.status == 65 && mixed.errors.contains("is an audit and") && mixed.errors.split(separator: "\n").count == 1)
}

@Test("a run onto an earlier report of the same cells says what changed, in one line; onto another one, nothing")
func comparedRun() throws {
    try withTemporaryFolder { folder in
        func run(_ d: String, _ seed: String) throws -> String {
            let program = try Program(
                "verify", "B.5/1", "--d", d, "--m", "1e3", "--gamma", "0.05", "--c0", "1,10", "--seed", seed, "--format", "json", "--out",
                "a",
                folder: folder)
            #expect(program.status == 0, "\(program.errors)")
            return program.output
        }
        #expect(try !run("25", "1").contains("against"))
        #expect(try run("25", "1").contains("\nagainst the earlier report: 2 cells, the same verdicts; nothing else changed\n"))
        let other = try run("25", "2")
        #expect(
            other.contains("\nagainst the earlier report: 2 cells, the same verdicts; 2 quantiles changed, the largest by "), "\(other)")
        #expect(try !run("26", "2").contains("against"))
        func audit(_ claim: String) throws -> String {
            try Program("audit", claim, "--format", "json", "--out", "a", folder: folder).output
        }
        #expect(try !audit("B.5/d").contains("against"))
        #expect(try audit("B.5/d").contains("\nagainst the earlier audit: "))
    }
}
