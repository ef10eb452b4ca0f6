// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Test("bound --expr evaluates an expression, with its rounding error; --formula and --latex print the lemma's")
func expressionsOnTheCommandLine() throws {
    let point = ["--d", "100", "--m", "1000", "--gamma", "0.05"]
    let run = try Program(arguments: ["bound", "--expr", "let L = log(2/gamma); 2*sqrt(L) + C0/2", "--c0", "3", "--json"] + point)
    let object = try run.object()
    let value = try #require(object["value"] as? Double), error = try #require(object["roundingError"] as? Double)
    #expect(abs(value - (2 * log(40.0).squareRoot() + 1.5)) < 1e-14 && error > 0 && error < 1e-14)
    let formula = try Program("bound", "B.5/1", "--formula")
    #expect(formula.output == "B.5/1  <= sqrt(2*log(2/gamma)) + 2*log(2/gamma)/sqrt(m) + C0\n")
    #expect(try Program("bound", "B.5/1", "--latex").output.contains("\\sqrt{2 \\, \\log\\left(\\frac{2}{\\gamma}\\right)}"))
    // What --formula prints is what --expr reads: the lemma's own bound.
    let text = formula.output.dropFirst("B.5/1  <= ".count).dropLast()
    let own = try Program(arguments: ["bound", "--expr", String(text), "--c0", "3", "--json"] + point).object()
    let paper = try Program(arguments: ["bound", "B.5/1", "--c0", "3", "--json"] + point).object()
    #expect(own["value"] as? Double == paper["value"] as? Double)
}

@Test("a bound of one's own is verified, reported and rendered like a claim")
func ownBound() throws {
    try withTemporaryFolder { folder in
        let run = try Program(
            "verify", "--quantity", "function-value", "--at-most", "2*sqrt(log(2/gamma)) + C0/2", "--when", "m >= log(2/gamma)", "--d",
            "100",
            "--m", "100,1000", "--gamma", "0.05", "--c0", "2", "--out", "r", folder: folder)
        #expect(
            run.status == 0 && run.output.contains("own/function-value") && run.output.contains("2 cells: 2 PASS (holds)"), "\(run.output)")
        let page = try String(contentsOf: folder.appendingPathComponent("r/index.html"), encoding: .utf8)
        #expect(page.contains("2*sqrt(log(2/gamma)) + C0/2") && page.contains("m &gt;= log(2/gamma)"))
        let again = try Program("render", "r/verdicts.json", "--format", "md", folder: folder)
        #expect(try again.output == String(contentsOf: folder.appendingPathComponent("r/verdicts.md"), encoding: .utf8))
    }
    let refuted = try Program(
        "verify", "--quantity", "gradient-norm", "--at-least", "sqrt(d)", "--d", "25", "--m", "1000", "--gamma", "0.05")
    #expect(refuted.status == 1 && refuted.output.contains("FAIL refuted"))
}

@Test("a constant of the paper's changed by --scale, by the term's name or its number")
func scaledBound() throws {
    let point = ["--d", "784", "--m", "1e4", "--gamma", "0.05", "--c0", "10", "--json"]
    let half = try Program(arguments: ["verify", "B.5/1", "--scale", "C0=0.5"] + point).object()
    let number = try Program(arguments: ["verify", "B.5/1", "--scale", "3=0.5"] + point).object()
    let paper = try Program(arguments: ["verify", "B.5/1"] + point).object()
    func bound(_ object: [String: Any]) -> Double? { ((object["cells"] as? [[String: Any]])?.first?["bound"]) as? Double }
    let (scaled, same, whole) = (try #require(bound(half)), try #require(bound(number)), try #require(bound(paper)))
    #expect(abs(whole - scaled - 5) < 1e-9 && scaled == same)
}

@Test(
    "a bound of one's own that cannot be: one line and status 64",
    arguments: [
        (
            ["verify", "--quantity", "function-value", "--d", "3", "--m", "3", "--gamma", "0.1"],
            "one of --at-most, --at-least and --probability-at-most"
        ),
        (["verify", "--at-most", "1", "--d", "3", "--m", "3", "--gamma", "0.1"], "with --quantity"),
        (["verify", "--quantity", "x", "--at-most", "1", "--d", "3", "--m", "3", "--gamma", "0.1"], "quantity = x"),
        (["verify", "--quantity", "gradient-norm", "--at-most", "1", "--d", "3", "--m", "3", "--gamma", "0.1"], "at-least for"),
        (["verify", "--quantity", "function-value", "--at-most", "2*(d", "--d", "3", "--m", "3", "--gamma", "0.1"], "column 5"),
        (["verify", "B.5/1", "--scale", "C9=1", "--d", "3", "--m", "3", "--gamma", "0.1", "--c0", "1"], "a term of B.5/1"),
        (["verify", "B.5", "--scale", "C0=1", "--d", "3", "--m", "3", "--gamma", "0.1", "--c0", "1"], "one claim"),
        (["bound", "--expr", "d +", "--d", "3", "--m", "3", "--gamma", "0.1"], "column 4"),
        (["bound", "--expr", "d + gamma", "--d", "3", "--m", "3"], "--gamma is missing"),
        (["bound", "B.5/1", "--expr", "d"], "one of the two"),
        (["bound"], "one of the two"), (["bound", "B.5/1", "--d", "3"], "--m is missing"),
    ]) func wrongOwnBounds(arguments: [String], message: String) throws
{
    let run = try Program(arguments: arguments)
    #expect(run.status == 64 && run.errors.contains(message) && run.output.isEmpty, "\(run.errors)")
}
