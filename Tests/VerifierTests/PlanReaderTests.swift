// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import LazyPaper
import Testing
import Verifier

private func read(_ text: String) throws(PlanError) -> Plan {
    try PlanReader.read(text, file: "plan.yaml", catalogue: LazyPaper.catalogue)
}

private func problem(_ text: String) -> String? {
    do {
        _ = try read(text)
        return nil
    } catch {
        return error.description
    }
}

private func plan(grid: String = "{d: 25, m: 1e3, gamma: 0.05, c0: 1}", claim: String = "B.5/1", rest: String = "") -> String {
    "lemma: B.5\nclaims:\n  - claim: \(claim)\n    grid: \(grid)\n\(rest)"
}

@Test("a grid's cells are the product of its lists, and exceptions carry their own expectation")
func product() throws {
    let read = try read(
        plan(
            grid: "{d: [25, 100], m: [1e3, 1e4], gamma: [0.05, 0.01], c0: [1, 10]}",
            rest: "    expect: holds\n    trials: 77\n    except:\n      - where: {d: 25, c0: 10}\n        expect: refuted\n"))
    #expect(read.entries.count == 16)
    #expect(Set(read.entries.map(\.cell)).count == 16)
    #expect(read.entries.filter { $0.expected == .refuted }.map(\.cell.parameters).allSatisfy { $0.d == 25 && $0.c0 == 10 })
    #expect(read.entries.count { $0.expected == .refuted } == 4)
    #expect(read.entries.allSatisfy { $0.trials == 77 })
}

@Test("a plan may have the cells of a repair that has a right-hand side")
func repair() throws {
    let text = "lemma: B.7\nclaims:\n  - claim: B.7/f*\n    grid: {d: 25, m: 1e3, gamma: 0.05, c0: [1, 10]}\n    expect: holds\n"
    #expect(try read(text).entries.map(\.cell.claim.id) == ["B.7/f*", "B.7/f*"])
}

@Test("an exception that matches no cell is a fault: it would be silently ignored")
func idleException() {
    let text = plan(rest: "    except:\n      - where: {d: 26}\n        expect: refuted\n")
    #expect(problem(text) == "plan.yaml:6: the exception matches no cell of claim B.5/1")
}

@Test("the default plan reads, and covers what it says")
func defaultPlan() throws {
    let plan = try LazyPaper.defaultPlan()
    #expect(Set(plan.entries.map(\.cell.claim)) == Set(LazyPaper.catalogue.measured))
    #expect(Set(plan.entries.map(\.cell.parameters.d)).isSuperset(of: [25, 100, 784]))
    #expect(plan.entries.map(\.cell.parameters.m).max() == 1_000_000)
    #expect(Set(plan.entries.map(\.cell.parameters.c0)).isSuperset(of: [0.5, 1, 10]))
    for entry in plan.entries {
        // A cell out of its claim's domain is judged by nobody, and nothing is expected of it.
        let inDomain = entry.cell.claim.hypotheses(entry.cell.parameters.arguments).allSatisfy(\.holds)
        #expect((entry.expected != nil) == inDomain, "\(entry.cell)")
    }
}

@Test("a grid from the command line takes the place of the plan's values, and keeps its expectations")
func overridden() throws {
    let base = try read(plan(grid: "{d: 25, m: [1e3, 1e4], gamma: 0.05, c0: [1, 10]}", rest: "    expect: holds\n"))
    var grid = Grid()
    grid.m = [1000, 7]
    let cells = try base.overridden(by: grid, claims: [#require(Claim.functionValue.measured)]).entries
    #expect(cells.map(\.cell.parameters.m) == [1000, 1000, 7, 7])
    #expect(cells.map(\.expected) == [.holds, .holds, nil, nil])
    #expect(try base.overridden(by: Grid(), claims: nil).entries.count == 4)
    #expect(throws: GridError.self) { try base.overridden(by: Grid(), claims: [#require(Claim.gradientNorm.measured)]) }
}

@Test("steps name claims and their repairs to the letter; each has to exist, and stands once")
func steps() throws {
    let read = try read("lemma: B.8\nsteps:\n  \"B.8/c\": refuted\n  \"B.8/c*\": proved\n  \"B.8/c**\": proved\n")
    #expect(read.steps == ["B.8/c": .refuted, "B.8/c*": .proved, "B.8/c**": .proved])
    for (name, hint) in [
        ("B.8/c***", "; did you mean B.8/c**, B.8/c*, B.8/c?"), ("B.8/c**x", "; did you mean B.8/c**, B.8/c*, B.8/j**?"),
        ("b.8/C**", "; did you mean B.8/c**, B.8/c*, B.8/c?"), ("*", ";"), ("B.8", "; did you mean B.8?"),
    ] {
        let message = "no claim '\(name)' in the paper\(hint) `lemmacheck list` shows those that are"
        #expect(problem("lemma: B.8\nsteps:\n  \"\(name)\": proved\n") == "plan.yaml:3: \(message)")
    }
}
