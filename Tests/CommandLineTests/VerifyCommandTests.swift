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
        "undecided", "probability", "quantile", "maximum", "slack", "verdict",
    ]
    #expect(Set(cells[0].keys) == keys)
    #expect(cells[0]["verdict"] as? String == "holds")
    let summary = try #require(object["summary"] as? [String: Int])
    #expect(summary == ["refuted": 0, "holds": 1, "consistent": 0, "inconclusive": 0, "outOfDomain": 0, "unexpected": 0])
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
        #expect(program.errors == "lemmacheck: \(file.path):4: m = 0.0 is out of range: an integer from 1 to 1e15 is allowed\n")
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
        let program = try Program("--out", "reports", folder: folder)
        #expect(program.status == 0, "\(program.errors)\(program.output.suffix(2000))")
        let fresh = folder.appendingPathComponent("reports")
        for name in ["verdicts.md", "verdicts.json", "verdicts.csv"] {
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
