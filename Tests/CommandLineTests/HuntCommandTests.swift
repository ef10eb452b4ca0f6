// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

private let hunt = ["verify", "--hunt", "B.7/2", "--cells", "200"]

@Test("verify --hunt --json has the contract's keys, and only those that apply")
func huntJSON() throws {
    let program = try Program(arguments: hunt + ["--json"])
    #expect(program.status == 1 && program.errors.isEmpty, "\(program.errors)")
    let object = try program.object()
    #expect(Set(object.keys) == ["schema", "tool", "version", "seed", "rng", "sampler", "errorRate", "cells", "trials", "claims"])
    #expect(object["schema"] as? String == "lemmacheck/hunt/1")
    let claim = try #require((object["claims"] as? [[String: Any]])?.first)
    #expect(Set(claim.keys) == ["claim", "verdict", "refutation", "searched"])
    #expect(claim["verdict"] as? String == "refuted")
    let refutation = try #require(claim["refutation"] as? [String: Any])
    #expect(Set(refutation.keys) == ["cell", "errorRate", "command", "foundAt"])
    let searched = try #require(claim["searched"] as? [String: Any])
    let keys: Set = [
        "cells", "byLaw", "random", "atEdges", "nearby", "draws", "suspects", "outOfDomain", "vacuous", "tooLarge", "ranges", "extremes",
        "nearest",
    ]
    #expect(Set(searched.keys) == keys)
    let nothing = try Program("verify", "--hunt", "B.4/1", "--cells", "50", "--json")
    #expect(nothing.status == 0)
    let unrefuted = try #require((try nothing.object()["claims"] as? [[String: Any]])?.first)
    #expect(unrefuted["verdict"] as? String == "no refutation found" && unrefuted["refutation"] == nil)
}

@Test("the command that a refutation prints gives the same cell, the same counts and the same verdict")
func huntCommand() throws {
    for name in ["B.7/2", "B.4/2", "B.7/f"] {
        let program = try Program("verify", "--hunt", name, "--json")
        let claim = try #require((try program.object()["claims"] as? [[String: Any]])?.first)
        let refutation = try #require(claim["refutation"] as? [String: Any])
        let words = try #require(refutation["command"] as? String).split(separator: " ").dropFirst().map(String.init)
        let repeated = try Program(arguments: words + ["--json"])
        var cell = try #require((try repeated.object()["cells"] as? [[String: Any]])?.first)
        // The default plan may expect something of the cell; a hunt expects nothing.
        cell["expected"] = nil
        #expect(cell["verdict"] as? String == "refuted")
        #expect(NSDictionary(dictionary: cell) == NSDictionary(dictionary: try #require(refutation["cell"] as? [String: Any])))
    }
}

@Test("the same seed gives the same bits on any number of threads, of B.4/4 and B.7/2")
func huntThreads() throws {
    let arguments = ["verify", "B.4/4", "B.7/2", "--hunt", "--cells", "48", "--json"]
    let one = try Program(arguments: arguments + ["--threads", "1"]).output
    for threads in ["2", "5"] { #expect(try Program(arguments: arguments + ["--threads", threads]).output == one) }
    #expect(try Program(arguments: arguments + ["--seed", "2"]).output != one)
}

@Test("--out writes the report and the witness, which is replayed")
func huntOut() throws {
    try withTemporaryFolder { folder in
        let program = try Program(arguments: hunt + ["--out", "hunt"], folder: folder)
        #expect(program.status == 1)
        #expect(program.output.contains("1 claim: 1 FAIL (refuted).") && program.output.contains("Written: hunt/hunt.md, hunt/hunt.json"))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("hunt").path).sorted()
        #expect(files == ["hunt.json", "hunt.md", "witnesses"])
        let page = try String(contentsOf: folder.appendingPathComponent("hunt/hunt.md"), encoding: .utf8)
        #expect(page.contains("## B.7/2: FAIL, refuted") && page.contains("`lemmacheck verify --hunt B.7/2 --cells 200`"), "\(page)")
        #expect(try Program("replay", "hunt/witnesses/B.7-2.json", folder: folder).status == 0)
    }
}

@Test("an interrupted hunt says what it has, and ends with 130")
func huntInterrupted() throws {
    let process = Process()
    process.executableURL = Program.url
    process.arguments = ["verify", "--hunt", "B.9/1", "--cells", "1000000"]
    let (out, err) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError, process.standardInput) = (out, err, FileHandle.nullDevice)
    try process.run()
    Thread.sleep(forTimeInterval: 2)
    kill(process.processIdentifier, SIGINT)
    let errors = String(decoding: err.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(errors.contains("lemmacheck: interrupted after 0 of 1 claim"), "\(errors)")
}
