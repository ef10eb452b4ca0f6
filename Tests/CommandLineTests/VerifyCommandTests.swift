// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

private let small = ["verify", "B.5/1", "--d", "25", "--m", "1e3", "--gamma", "0.05", "--c0", "1", "--json"]

@Test("verify --json has the contract's keys, and only those that apply")
func verifyJSON() throws {
    let program = try Program(arguments: small + ["--seed", "3"])
    #expect(program.status == 0, "\(program.errors)")
    let object = try program.object()
    for key in ["schema", "tool", "version", "seed", "rng", "sampler", "errorRate", "cells", "summary"] {
        #expect(object[key] != nil, "\(key)")
    }
    #expect(object["seed"] as? Int == 3)
    let cells = try #require(object["cells"] as? [[String: Any]])
    #expect(cells.count == 1)
    let keys: Set = [
        "claim", "d", "m", "gamma", "c0", "inDomain", "vacuous", "bound", "method", "evidence", "trials", "violations",
        "undecided", "probability", "probabilityOf", "quantile", "maximum", "slack", "outcome", "verdict",
    ]
    #expect(Set(cells[0].keys) == keys)
    #expect(cells[0]["verdict"] as? String == "holds")
    let summary = try #require(object["summary"] as? [String: Int])
    #expect(cells[0]["outcome"] as? String == "PASS")
    let counts = [
        "refuted": 0, "holds": 1, "consistent": 0, "inconclusive": 0, "outOfDomain": 0, "unexpected": 0, "pass": 1, "fail": 0, "open": 0,
    ]
    #expect(summary == counts)
}

@Test("the same seed gives the same bits on any number of threads; another seed does not")
func threads() throws {
    let one = try Program(arguments: small + ["--threads", "1"]).output
    #expect(try Program(arguments: small + ["--threads", "2"]).output == one)
    #expect(try Program(arguments: small + ["--threads", "7"]).output == one)
    #expect(try Program(arguments: small + ["--seed", "2"]).output != one)
}

@Test("the dense and the reduced sampler, and each generator, all run")
func samplersAndGenerators() throws {
    for sampler in ["dense", "reduced"] {
        for rng in ["philox", "mt19937", "ranlxd2"] {
            let program = try Program(arguments: small + ["--sampler", sampler, "--rng", rng])
            #expect(program.status == 0, "\(sampler) \(rng): \(program.errors)")
            #expect(try program.object()["rng"] as? String == rng)
        }
    }
}

@Test("--out writes the files asked for, whole; an unwritable folder is status 74")
func out() throws {
    try withTemporaryFolder { folder in
        let target = folder.appendingPathComponent("a/b").path
        let program = try Program(arguments: small + ["--out", target, "--format", "json,csv"])
        #expect(program.status == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: target).sorted() == ["verdicts.csv", "verdicts.json"])
        let file = folder.appendingPathComponent("file")
        try Data("x".utf8).write(to: file)
        let failed = try Program(arguments: small + ["--out", file.appendingPathComponent("c").path])
        #expect(failed.status == 74, "\(failed.errors)")
        #expect(failed.errors.split(separator: "\n").count == 1)
    }
}

@Test("a faulty plan: one line with file and line, status 65, nothing written")
func faultyPlan() throws {
    try withTemporaryFolder { folder in
        let file = folder.appendingPathComponent("plan.yaml")
        try Data("lemma: B.5\nclaims:\n  - claim: B.5/1\n    grid: {d: 25, m: 0, gamma: 0.05, c0: 1}\n".utf8).write(to: file)
        let program = try Program("verify", "--plan", file.path, "--out", folder.appendingPathComponent("out").path)
        #expect(program.status == 65)
        #expect(program.output.isEmpty)
        #expect(program.errors == "lemmacheck: \(file.path):4: m = 0 is out of range: an integer from 1 to 1e15 is allowed\n")
        #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("out").path))
        #expect(try Program("verify", "--plan", folder.appendingPathComponent("none.yaml").path).status == 65)
    }
}

@Test("a verdict other than the expected one is status 1")
func unexpectedVerdict() throws {
    try withTemporaryFolder { folder in
        let file = folder.appendingPathComponent("plan.yaml")
        let grid = "{d: 25, m: 1e3, gamma: 0.05, c0: 1}"
        try Data("lemma: B.5\nclaims:\n  - {claim: B.5/1, grid: \(grid), expect: refuted}\n".utf8).write(to: file)
        let program = try Program("verify", "--plan", file.path)
        #expect(program.status == 1)
        #expect(program.output.contains("holds (expected refuted)"))
        #expect(program.errors.isEmpty)
    }
}

@Test("the committed reports are what the default run writes, bit for bit")
func committedReports() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let committed = root.appendingPathComponent("reports")
    try withTemporaryFolder { folder in
        let fresh = folder.appendingPathComponent("reports")
        // The page is of the audit too, which lies beside the run.
        try FileManager.default.createDirectory(at: fresh, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: committed.appendingPathComponent("audit.json"), to: fresh.appendingPathComponent("audit.json"))
        let program = try Program("--out", "reports", folder: folder)
        #expect(program.status == 0, "\(program.errors)\(program.output.suffix(2000))")
        var names = ["verdicts.md", "verdicts.json", "verdicts.csv", "verdicts.tex", "verdicts.xml", "numbers.tex"]
        let version = "figures/gnuplot.txt"
        if try Data(contentsOf: committed.appendingPathComponent(version)) == (try? Data(contentsOf: fresh.appendingPathComponent(version)))
        {
            names += ["index.html"]
            names += try FileManager.default.contentsOfDirectory(atPath: committed.appendingPathComponent("figures").path)
                .map { "figures/\($0)" }
        } else {
            print("skipped: the committed page and drawings, which another version of gnuplot made, or none is installed")
        }
        for name in names {
            #expect(
                FileManager.default.contentsEqual(
                    atPath: committed.appendingPathComponent(name).path, andPath: fresh.appendingPathComponent(name).path),
                "\(name)")
        }
        let witnesses = try FileManager.default.contentsOfDirectory(atPath: committed.appendingPathComponent("witnesses").path).sorted()
        #expect(try FileManager.default.contentsOfDirectory(atPath: fresh.appendingPathComponent("witnesses").path).sorted() == witnesses)
        #expect(!witnesses.isEmpty)
    }
}

@Test("rounding and overflow decide nothing: B.5/b at m = 1 and tiny C0 holds, a value beyond every Double leaves a cell open")
func roundingAndOverflow() throws {
    let tiny = try Program("verify", "B.5/b", "--d", "3", "--m", "1", "--gamma", "0.05", "--c0", "1e-4,1e-14,1e8")
    #expect(tiny.status == 0 && tiny.output.contains("3 cells: 3 PASS (holds)"), "\(tiny.output)")
    let large = try Program("verify", "B.7/h", "--d", "25", "--m", "1e3", "--gamma", "0.05", "--c0", "1e160")
    #expect(
        large.status == 0 && large.output.contains("OPEN inconclusive\n        (vacuous; no finite value in 1 of 1 trials)"),
        "\(large.output)")
    let bound = try Program("verify", "B.8/1", "--d", "25", "--m", "1e3", "--gamma", "0.05", "--c0", "1e308")
    #expect(bound.status == 64 && bound.output.isEmpty)
    #expect(bound.errors.contains("the bound of B.8/1 = inf is out of range: a finite number is allowed"), "\(bound.errors)")
}

@Test("expected is said of cells that a plan has an expectation for, and of no others")
func expectations() throws {
    let program = try Program("verify", "B.7/2", "--d", "25", "--m", "1e4", "--gamma", "0.05", "--c0", "8,10")
    #expect(program.status == 1 && !program.output.contains("unexpected"))
    #expect(program.output.hasSuffix("2 cells: 2 FAIL (refuted); as expected where a verdict is expected (1).\n"), "\(program.output)")
    try withTemporaryFolder { folder in
        let file = folder.appendingPathComponent("plan.yaml"), grid = "{d: 25, m: 1e3, gamma: 0.05, c0: 1}"
        func status(_ claims: String) throws -> (Int32, String) {
            try Data("lemma: B.5\nclaims:\n\(claims)".utf8).write(to: file)
            let program = try Program("verify", "--plan", file.path)
            return (program.status, program.errors)
        }
        let entry = "  - {claim: B.5/1, grid: \(grid), expect: holds}\n"
        let twice = try status(entry + entry)
        #expect(twice.0 == 65 && twice.1.contains("plan.yaml:4: B.5/1 d=25 m=1000 gamma=0.05 c0=1.0 is in the plan already"), "\(twice.1)")
        let exceptions = try status(
            "  - {claim: B.5/1, grid: \(grid), except: [{where: {d: 25}, expect: holds}, {where: {m: 1e3}, expect: refuted}]}\n")
        #expect(exceptions.0 == 65 && exceptions.1.contains("in two entries of 'except'"), "\(exceptions.1)")
    }
}

@Test("the ends of intervals go outward in every file")
func outward() throws {
    try withTemporaryFolder { folder in
        let program = try Program(
            "verify", "B.4/1", "--d", "25", "--m", "100", "--gamma", "0.05", "--c0", "1", "--out", folder.path)
        #expect(program.status == 0)
        // 3.06135713579758e-6 by mpmath.
        let csv = try String(contentsOf: folder.appendingPathComponent("verdicts.csv"), encoding: .utf8)
        #expect(csv.contains(",3.06135e-06,3.06136e-06,"), "\(csv)")
    }
}
