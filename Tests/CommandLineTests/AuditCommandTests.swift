// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Test("audit --json: one object a step, with the contract's keys, repairs behind what they repair")
func auditJSON() throws {
    let program = try Program("audit", "T.2", "B.8/c", "B.7/2", "--json")
    #expect(program.status == 0, "\(program.errors)")
    let steps = try #require(try program.object()["steps"] as? [[String: Any]])
    #expect(steps.compactMap { $0["id"] as? String } == ["T.2", "T.2*", "B.7/2", "B.7/2*", "B.8/c", "B.8/c*", "B.8/c**"])
    for step in steps {
        for key in ["id", "kind", "domain", "method", "verdict"] { #expect(step[key] is String, "\(key)") }
        #expect(["deterministic", "probability", "uniform"].contains(step["kind"] as? String))
        #expect((step["witness"] == nil) == (step["verdict"] as? String != "refuted"))
    }
    let gaussian = try #require(steps.first?["witness"] as? [String: Any])
    #expect(gaussian["lhs"] as? Double == 1 && gaussian["rhs"] as? Double == 0.5)
}

@Test("the audit's verdicts are those that bounds/ expects, and its page is the committed one")
func committedAudit() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    try withTemporaryFolder { folder in
        let program = try Program("audit", "--out", "reports", folder: folder)
        #expect(program.status == 0, "\(program.errors)\(program.output.suffix(1000))")
        let names = try String(contentsOf: folder.appendingPathComponent("reports/audit.md"), encoding: .utf8)
        let committed = try String(contentsOf: root.appendingPathComponent("reports/audit.md"), encoding: .utf8)
        func verdicts(_ page: String) -> [Substring] { page.split(separator: "\n").filter { $0.hasPrefix("### ") } }
        #expect(verdicts(names) == verdicts(committed))
    }
}

@Test("frontier prints every bound under each width, and the window")
func frontier() throws {
    let program = try Program("frontier", "--m", "1e6", "--json")
    let object = try program.object()
    #expect((object["bounds"] as? [Any])?.count == 60)
    #expect((object["window"] as? [Any])?.isEmpty == false)
    #expect(try Program("frontier", "--gamma", "2").status == 64)
}
