// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

private func contents(_ folder: URL, _ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
}

@Test("plot sweeps one parameter as verify does, and writes the script, the data and the drawing")
func plotSweep() throws {
    try withTemporaryFolder { folder in
        let run = try Program(
            "plot", "B.7/2", "--over", "c0", "--c0", "1..9x3", "--d", "25", "--m", "1000", "--trials", "200", "--out", "f", folder: folder)
        #expect(run.status == 0 && run.output.contains("Written: f/B.7-2-over-c0.gp"), "\(run.output)\(run.errors)")
        let verify = try Program(
            "verify", "B.7/2", "--d", "25", "--m", "1000", "--gamma", "0.05", "--c0", "1,3,9", "--trials", "200", "--json")
        let cells = try #require(try verify.object()["cells"] as? [[String: Any]])
        let rows = try contents(folder, "f/B.7-2-over-c0.tsv").split(separator: "\n").filter { !$0.hasPrefix("#") }
            .map { $0.split(separator: "\t").map { Double($0) ?? .nan } }
        #expect(rows.map(\.[0]) == [1, 3, 9])
        for (row, cell) in zip(rows, cells) {
            let bound = try #require(cell["bound"] as? Double), quantile = try #require(cell["quantile"] as? [String: Any])
            #expect(abs(row[1] - bound) <= 1e-5 * abs(bound))
            let value = try #require(quantile["value"] as? Double)
            #expect(abs(row[3] - value) <= 1e-5 * abs(value))
        }
        let script = try contents(folder, "f/B.7-2-over-c0.gp")
        #expect(script.contains("B.7-2-over-c0.tsv") && !script.contains(folder.path))
    }
}

@Test("without gnuplot the script and the data are written, and one line says so")
func withoutGnuplot() throws {
    try withTemporaryFolder { folder in
        let run = try Program(
            arguments: ["plot", "B.5/1", "--over", "gamma", "--trials", "64", "--out", "f"], folder: folder,
            environment: ["PATH": "/nowhere"])
        #expect(run.status == 0 && run.output.contains("gnuplot was not found"))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("f").path).sorted()
        #expect(files == ["B.5-1-over-gamma.gp", "B.5-1-over-gamma.tsv"])
    }
}

@Test("a report without gnuplot has all but the drawings")
func reportWithoutGnuplot() throws {
    try withTemporaryFolder { folder in
        let run = try Program(
            arguments: ["verify", "B.5/1", "--d", "25", "--m", "100", "--gamma", "0.05", "--c0", "1", "--out", "f"], folder: folder,
            environment: ["PATH": "/nowhere"])
        #expect(run.status == 0 && run.output.contains("gnuplot was not found"))
        let page = try contents(folder, "f/index.html")
        #expect(page.contains("Without figures: gnuplot") && !page.contains("<svg"))
        for name in ["verdicts.md", "verdicts.json", "verdicts.csv", "verdicts.tex", "verdicts.xml", "numbers.tex", "figures/B.5-1.gp"] {
            #expect(try !contents(folder, "f/\(name)").isEmpty, "\(name)")
        }
    }
}

@Test(
    "a plot that cannot be drawn: one line and status 64",
    arguments: [
        (["B.7/2", "--over", "radius"], "B.7/2 does not depend on radius"), (["B.7", "--over", "c0"], "B.7 is 6 claims"),
        (["B.7/2", "--format", "gif"], "gif is no format of a figure"), (["B.99"], "no claim or lemma 'B.99'"),
        (["frontier", "--d", "3"], "the frontier's map is over d and m"), (["frontier", "--c0", "1,2"], "one value are allowed"),
        (["B.7/2", "--radius", "0.1"], "B.7/2 does not depend on radius"), (["B.7/2", "--m", "1e12"], "operations"),
    ]) func wrongPlots(arguments: [String], message: String) throws
{
    let run = try Program(arguments: ["plot"] + arguments)
    #expect(run.status == 64 && run.errors.contains(message), "\(run.errors)")
}

@Test("the frontier's map is drawn at the gamma and C0 given")
func frontierMap() throws {
    try withTemporaryFolder { folder in
        let run = try Program("plot", "frontier", "--gamma", "0.01", "--out", "f", folder: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try contents(folder, "f/frontier.gp").contains("gamma = 0.01"))
    }
}
