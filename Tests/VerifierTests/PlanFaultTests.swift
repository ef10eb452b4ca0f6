// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import LazyPaper
import Testing
import Verifier

/// What is said of a plan that cannot be read; nil of one that can.
private func problem(_ text: String) -> String? {
    do {
        _ = try PlanReader.read(text, file: "plan.yaml", catalogue: LazyPaper.catalogue)
        return nil
    } catch {
        return error.description
    }
}

private func plan(
    grid: String = "{d: 25, m: 1e3, gamma: 0.05, c0: 1}", claim: String = "B.5/1", lemma: String = "B.5", rest: String = ""
) -> String {
    "lemma: \(lemma)\nclaims:\n  - claim: \(claim)\n    grid: \(grid)\n\(rest)"
}

private func expect(_ text: String, _ place: String, _ message: String, _ location: SourceLocation = #_sourceLocation) {
    #expect(problem(text) == "plan.yaml:\(place): \(message)", sourceLocation: location)
}

@Test("each fault of a plan is one line that names file, line and what is allowed")
func faults() {
    let claims = "allowed: B.5/1, B.5/2, B.5/a, B.5/b, B.5/1+"
    expect(plan(rest: "    expcet: holds\n"), "5", "unknown key 'expcet' in a claim; allowed: claim, grid, expect, except, trials")
    expect(plan(claim: "B.5/9"), "3", "no claim 'B.5/9' of B.5 can be verified; \(claims)")
    expect(plan(claim: "b.5/1"), "3", "no claim 'b.5/1' of B.5 can be verified; \(claims)")
    expect(plan(claim: "B.7/1"), "3", "no claim 'B.7/1' of B.5 can be verified; \(claims)")
    expect(plan(claim: "[]"), "3", "no claim (a list) of B.5 can be verified; \(claims)")
    expect(plan(claim: "T.1", lemma: "T"), "3", "no claim 'T.1' of T can be verified; it has none")
    for lemma in ["B", "b.5", "B.50", "[B.5]"] {
        let shown = lemma == "[B.5]" ? "(a list)" : "'\(lemma)'"
        expect(plan(lemma: lemma), "1", "no lemma \(shown); allowed: T, B.4, B.5, B.6, B.7, B.8, B.9, 3.1, 3.2, 3, 4.1, 4.3, 5")
    }
    expect(
        plan(rest: "    expect: true\n"), "5",
        "'true' is no verdict; allowed: refuted, holds, consistent, inconclusive, proved, reproduced, not reproduced")
    expect(plan(rest: "    trials: 0\n"), "5", "trials = 0 is out of range: an integer from 1 to 1e15 is allowed")
}

@Test("a plan with nothing in it is refused")
func nothing() {
    expect("lemma: B.5\nclaims: []\n", "2", "'claims' must be a list with at least one claim")
    expect("lemma: B.5\nclaims: []\nsteps: {B.5/a: proved}\n", "2", "'claims' must be a list with at least one claim")
    expect("lemma: B.5\nclaims:\n", "2", "'claims' must be a list with at least one claim")
    expect("lemma: B.5\nsteps: {}\n", "2", "'steps' must map claim IDs to verdicts, at least one of them")
    expect("lemma: B.5\nsteps:\n", "2", "'steps' must map claim IDs to verdicts, at least one of them")
    expect(
        "lemma: B.5\nsteps: {B.5/a: proved}\nrules: {robust: 1}\n", "3", "'rules' are of records of experiments; allowed where 'lemma' is 5"
    )
    expect("lemma: '5'\nsteps: {5/1: holds}\nrules: {robust: 0}\n", "3", "robust = 0 is out of range: a finite number > 0 is allowed")
    expect("lemma: '5'\nsteps: {5/1: holds}\nrules: {robust: x}\n", "3", "robust = x is not a number: a finite number > 0 is allowed")
    expect("lemma: B.5\n", "1", "nothing is asked: the plan needs a key 'claims' or 'steps'")
    for empty in ["", "# nothing\n", "\u{FEFF}"] {
        #expect(problem(empty) == "plan.yaml: empty; a mapping with lemma and claims is allowed", "\(empty.debugDescription)")
    }
    expect(plan(grid: "{}"), "4", "no parameter has a value; allowed: d, m, gamma, c0")
    expect(plan(rest: "    except: []\n"), "5", "'except' must be a list of 1 to 100 mappings {where, expect}")
    expect(plan(rest: "    except: [{where: {}, expect: holds}]\n"), "5", "no parameter has a value; allowed: d, m, gamma, c0")
}

@Test("every value of a grid is looked at, whether or not the claim uses it, and repeated as it was written")
func values() {
    func grid(_ name: String, _ value: String, _ message: String, _ location: SourceLocation = #_sourceLocation) {
        var values = ["d": "25", "m": "1e3", "gamma": "0.05", "c0": "1"]
        values[name] = value
        let text = values.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        expect(plan(grid: "{\(text)}"), "4", message, location)
    }
    let count = "an integer from 1 to 1e15 is allowed", fraction = "a number in (0, 1) is allowed"
    grid("d", "[]", "'d' is empty; at least one value is allowed")
    grid("d", "2.5", "d = 2.5 is out of range: \(count)")
    grid("d", "0.0", "d = 0.0 is out of range: \(count)")
    grid("d", "x", "d = x is not a number: \(count)")
    grid("d", "'25, 100'", "d = '25, 100' is not a number: \(count)")
    grid("d", "[25, [1]]", "d = (a list) is not a number: \(count)")
    grid("m", "0x10", "m = 0x10 is not a number: \(count)")
    grid("m", "1_000", "m = 1_000 is not a number: \(count)")
    grid("m", "1000000000000001", "m = 1000000000000001 is out of range: \(count)")
    grid("m", "~", "m = ~ is not a number: \(count)")
    grid("gamma", "1.5", "gamma = 1.5 is out of range: \(fraction)")
    grid("gamma", "1.00", "gamma = 1.00 is out of range: \(fraction)")
    grid("gamma", "1e-400", "gamma = 1e-400 is closer to 0 than 5e-324, the least number that can be told from 0")
    grid("c0", "-1", "c0 = -1 is out of range: a finite number >= 0 is allowed")
    grid("c0", "1e400", "c0 = 1e400 is out of range: a finite number >= 0 is allowed")
    // B.5/1 depends on none of these.
    grid("c1", "nan", "c1 = nan is out of range: a finite number > 0 is allowed")
    grid("radius", "-5", "radius = -5 is out of range: a finite number >= 0 is allowed")
    grid("epsilon", "1", "epsilon = 1 is out of range: \(fraction)")
    grid("c1", "1", "claim B.5/1 does not depend on c1; allowed: d, m, gamma, c0")
    grid("radius", "0.1", "claim B.5/1 does not depend on radius; allowed: d, m, gamma, c0")
    grid("d", "[25, 100, 2.5e1]", "'2.5e1' is listed twice in 'd'; once is allowed")
    grid("c0", "[0, -0]", "'-0' is listed twice in 'c0'; once is allowed")
    expect(plan(grid: "{d: 25, gamma: 0.5, c0: 1}"), "4", "m has no value: at least one value for B.5/1 is needed")
    expect(plan(grid: "{d: 25, m: 1, gamma: 0.5}"), "4", "c0 has no value: at least one value for B.5/1 is needed")
}

@Test("a value of an exception that no cell has is a fault: it would be silently ignored")
func idleValues() {
    func exception(_ place: String) -> String { plan(rest: "    except: [{where: \(place), expect: refuted}]\n") }
    expect(exception("{d: [25, 26]}"), "5", "d = 26 matches no cell of claim B.5/1")
    expect(exception("{d: 25, c0: [0.5, 1]}"), "5", "c0 = 0.5 matches no cell of claim B.5/1")
    expect(exception("{d: 25, radius: 0.1}"), "5", "claim B.5/1 does not depend on radius; allowed: d, m, gamma, c0")
    expect(exception("{d: nan}"), "5", "d = nan is out of range: an integer from 1 to 1e15 is allowed")
    #expect(problem(exception("{d: 25}")) == nil)
    let many = [String](repeating: "{where: {d: 25}, expect: holds}", count: 101).joined(separator: ", ")
    expect(plan(rest: "    except: [\(many)]\n"), "5", "'except' must be a list of 1 to 100 mappings {where, expect}")
}

@Test("what is not YAML is told in one line, with line and column, and no more of the file than a key")
func syntax() {
    expect("lemma: B.5\nlemma: B.5\n", "1:1", "the key 'lemma' stands here and again in the same mapping; once is allowed")
    expect(
        plan(grid: "{d: 25, d: 100, m: 1e3, gamma: 0.05, c0: 1}"), "4:12",
        "the key 'd' stands here and again in the same mapping; once is allowed")
    expect("lemma: B.5\n---\nlemma: B.5\n", "2:1", "is not YAML: expected a single document in the stream: but found another document")
    expect("lemma: [B.5\n", "2:1", "is not YAML: while parsing a flow sequence: did not find expected ',' or ']'")
    expect("lemma: \u{7}\n", "1", "is not YAML: control characters are not allowed (U+7)")
    expect("lemma: *name\n", "1:8", "is not YAML: found undefined alias")
    let key = String(repeating: "k", count: 5000)
    for text in ["\(key): 1\n\(key): 2\n", "\(key): 1\n", "lemma: \(key)\n", plan(claim: key), plan(grid: "{d: \(key)}")] {
        let problem = problem(text) ?? ""
        #expect(problem.count <= 260 && problem.count > 20 && !problem.contains("\n"), "\(problem)")
    }
    expect(plan(claim: "\"B.5\\n/1\""), "3", "no claim 'B.5\\n/1' of B.5 can be verified; allowed: B.5/1, B.5/2, B.5/a, B.5/b, B.5/1+")
}

@Test("parts that stand for others, depth and size have limits, so that a small plan cannot take all memory")
func hostile() {
    let anchor = "'&' marks a part to be repeated: anchors and aliases are not allowed in a plan"
    let bomb = "a0: &a0 [x, x]\n" + (1...60).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined() + "? *a60\n: x\n"
    expect(bomb, "1", anchor)
    expect("lemma: B.5\nclaims: [\"x\"]&y\n", "2", anchor)
    // An ampersand that names nothing.
    #expect(problem("# R&D & more: B.5 &\n" + plan()) == nil)
    for depth in [900, 1100, 200_000] {
        for (open, close) in [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", "")] {
            let text = String(repeating: open, count: depth) + "x" + String(repeating: close, count: depth)
            for plan in [text, "lemma: B.5\nclaims: \(text)\n"] {
                let problem = problem(plan) ?? ""
                #expect(problem.hasPrefix("plan.yaml:") && problem.count < 260 && !problem.contains("\n"), "\(depth) \(open): \(problem)")
            }
        }
    }
    let large = "plan.yaml: is too large: at most 1048576 bytes are allowed"
    #expect(problem(plan() + "#" + String(repeating: " ", count: 1 << 20)) == large)
    #expect(problem(plan() + "#" + String(repeating: " ", count: 1 << 19)) == nil)
}

@Test("cells are counted before any is made, over all claims of a plan")
func cellCount() throws {
    func list(_ count: Int) -> String { "[\((1...count).map(String.init).joined(separator: ","))]" }
    func grid(_ count: Int, m: Int) -> String { "{d: \(list(count)), m: \(list(m)), gamma: 0.05, c0: \(list(count))}" }
    expect(plan(grid: grid(1000, m: 1000)), "4", "the lists of values make 1000000000 cells: at most 100000 are allowed")
    expect(plan(grid: grid(320, m: 1)), "4", "the lists of values make 102400 cells: at most 100000 are allowed")
    let half = "    grid: \(grid(250, m: 1))\n"
    expect(
        plan(grid: grid(250, m: 1), rest: "  - claim: B.5/2\n\(half)"), "6",
        "the lists of values make 125000 cells: at most 100000 are allowed")
}

@Test("a plan is a regular file in UTF-8: nothing else is waited for or read for ever")
func files() throws {
    func problem(of file: String) -> String? {
        do {
            _ = try PlanReader.read(file: file, catalogue: LazyPaper.catalogue)
            return nil
        } catch {
            return error.description
        }
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("plan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
    try #require(mkfifo(path("pipe"), 0o600) == 0)
    try Data([0x6C, 0xFF]).write(to: URL(fileURLWithPath: path("latin")))
    try Data(plan().utf8).write(to: URL(fileURLWithPath: path("plan")))
    #expect(problem(of: path("pipe")) == "\(path("pipe")): is a pipe; a regular file is allowed")
    #expect(problem(of: folder.path) == "\(folder.path): is a folder; a regular file is allowed")
    #expect(problem(of: "/dev/zero") == "/dev/zero: is a device; a regular file is allowed")
    #expect(problem(of: path("none")) == "\(path("none")): cannot be read: No such file or directory")
    #expect(problem(of: path("latin")) == "\(path("latin")): is not UTF-8; a YAML file in UTF-8 is allowed")
    #expect(problem(of: path("plan")) == nil)
}
