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

@Test("the audit's verdicts are those that bounds/ expects, and its files are the committed ones")
func committedAudit() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    try withTemporaryFolder { folder in
        let program = try Program("audit", "--out", "reports", folder: folder)
        #expect(program.status == 0, "\(program.errors)\(program.output.suffix(1000))")
        let isDrawn = FileManager.default.fileExists(atPath: folder.appendingPathComponent("reports/audit-figures").path)
        // Without gnuplot LaTeX has no figures of the experiments.
        for name in ["audit.md", "audit.json", "audit.csv", "audit.tex", "audit.xml"] where isDrawn || name != "audit.tex" {
            let fresh = try String(contentsOf: folder.appendingPathComponent("reports/\(name)"), encoding: .utf8)
            let committed = try String(contentsOf: root.appendingPathComponent("reports/\(name)"), encoding: .utf8)
            #expect(fresh == committed, "\(name)")
        }
    }
}

@Test("frontier prints every bound under each width, and the window")
func frontier() throws {
    let program = try Program("frontier", "--m", "1e6", "--json")
    let object = try program.object()
    #expect((object["bounds"] as? [Any])?.count == 81)
    #expect((object["window"] as? [Any])?.isEmpty == false)
    #expect(try Program("frontier", "--gamma", "2").status == 64)
}

@Test("audit --coq: the files of the steps that have one, and no others; the rows name them with their domain")
func auditCoq() throws {
    try withTemporaryFolder { folder in
        let program = try Program("audit", "B.9/e", "B.8/b", "T.4", "--coq", "proofs", "--json", folder: folder)
        #expect(program.status == 0, "\(program.errors)")
        let written = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("proofs").path)
        #expect(Set(written) == ["B9_e.v", "B9_e_star.v", "B9_e_star_star.v", "B8_b.v"])
        let steps = try #require(try program.object()["steps"] as? [[String: Any]])
        let coq = Dictionary(uniqueKeysWithValues: steps.map { ($0["id"] as? String ?? "", $0["coq"] as? [String: String] ?? [:]) })
        #expect(coq["T.4"] == [:] && coq["B.9/e"] == ["file": "B9_e.v", "domain": "the witness"])
        #expect(coq["B.9/e*"] == ["file": "B9_e_star.v", "domain": "the whole domain"])
        #expect(coq["B.8/b"]?["given"] == "E z^{2q} = (2q-1)!!")
    }
}

@Test("an audit's figure is the frontier's map, with its script and its data")
func auditFigure() throws {
    try withTemporaryFolder { folder in
        let run = try Program("audit", "B.5/c", "--out", "r", "--format", "svg", folder: folder)
        #expect(run.status == 0, "\(run.errors)")
        let files = Set(try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("r/figures").path))
        #expect(files.isSuperset(of: ["frontier.gp", "frontier.tsv"]))
    }
}

@Test("audit --coq: a folder that cannot be written to is named, before anything is decided; one folder serves --out too")
func auditCoqFolders() throws {
    try withTemporaryFolder { folder in
        let file = folder.appendingPathComponent("file")
        try Data().write(to: file)
        for path in [file.path, file.path + "/below", "/proc/lemmacheck"] {
            let refused = try Program("audit", "B.7/b", "--coq", path)
            #expect(refused.status == 74 && refused.output.isEmpty)
            #expect(refused.errors.contains(path) && refused.errors.split(separator: "\n").count == 1)
        }
        #expect(try Program("audit", "B.7/b", "--coq", "").status == 64)
        let both = try Program("audit", "B.7/b", "--coq", "both", "--out", "both", folder: folder)
        #expect(both.status == 0 && both.output.contains("1 of them checked by Coq."))
        let written = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("both").path)
        #expect(
            Set(written).subtracting(["figures"]) == [
                "B7_b.v", "audit.md", "audit.json", "audit.csv", "audit.tex", "audit.xml", "audit-numbers.tex", "index.html",
            ])
        let page = try String(contentsOf: folder.appendingPathComponent("both/audit.md"), encoding: .utf8)
        #expect(page.contains("- checked by Coq (B7_b.v): the whole domain\n"))
    }
}
