// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Testing
import Verifier

private func problem(_ text: String) -> String? {
    do {
        _ = try PlanReader.read(text, file: "plan.yaml")
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
    let read = try PlanReader.read(
        plan(
            grid: "{d: [25, 100], m: [1e3, 1e4], gamma: [0.05, 0.01], c0: [1, 10]}",
            rest: "    expect: holds\n    trials: 77\n    except:\n      - where: {d: 25, c0: 10}\n        expect: refuted\n"),
        file: "plan.yaml")
    #expect(read.entries.count == 16)
    #expect(Set(read.entries.map(\.cell)).count == 16)
    #expect(read.entries.filter { $0.expected == .refuted }.map(\.cell.parameters).allSatisfy { $0.d == 25 && $0.c0 == 10 })
    #expect(read.entries.count { $0.expected == .refuted } == 4)
    #expect(read.entries.allSatisfy { $0.trials == 77 })
}

@Test("each fault of a plan is one line that names file, line and what is allowed")
func faults() {
    #expect(problem(plan(rest: "    expcet: holds\n")) == "plan.yaml:5: unknown key 'expcet' in a claim; allowed: claim, grid, expect, except, trials")
    #expect(problem(plan(claim: "B.5/9")) == "plan.yaml:3: no claim 'B.5/9' of B.5 can be verified; allowed: B.5/1, B.5/2, B.5/a, B.5/b")
    #expect(problem(plan(claim: "B.7/1")) == "plan.yaml:3: no claim 'B.7/1' of B.5 can be verified; allowed: B.5/1, B.5/2, B.5/a, B.5/b")
    #expect(problem(plan(grid: "{d: [], m: 1e3, gamma: 0.05, c0: 1}")) == "plan.yaml:4: 'd' is empty; at least one value is allowed")
    #expect(problem(plan(grid: "{d: 25, m: 1e3, gamma: 1.5, c0: 1}")) == "plan.yaml:4: gamma = 1.5 is out of range: a number in (0, 1) is allowed")
    #expect(problem(plan(grid: "{d: 2.5, m: 1e3, gamma: 0.5, c0: 1}")) == "plan.yaml:4: d = 2.5 is out of range: an integer from 1 to 1e15 is allowed")
    #expect(problem(plan(grid: "{d: x, m: 1e3, gamma: 0.5, c0: 1}")) == "plan.yaml:4: d = x is not a number")
    #expect(problem(plan(grid: "{d: 25, gamma: 0.5, c0: 1}")) == "plan.yaml:4: m = (none) is out of range: at least one value is allowed")
    #expect(problem(plan(rest: "    expect: true\n")) == "plan.yaml:5: 'true' is no verdict; allowed: refuted, holds, consistent, inconclusive, proved")
    #expect(problem("lemma: B.5\nclaims: []\n") == "plan.yaml:2: 'claims' must be a list with at least one claim")
    #expect(problem("")?.hasPrefix("plan.yaml: empty") == true)
    let broken = problem("lemma: [B.5\n")
    #expect(broken?.hasPrefix("plan.yaml") == true && broken?.contains("\n") == false)
}

@Test("an exception that matches no cell is a fault: it would be silently ignored")
func idleException() {
    let text = plan(rest: "    except:\n      - where: {d: 26}\n        expect: refuted\n")
    #expect(problem(text) == "plan.yaml:6: the exception matches no cell of claim B.5/1")
}

@Test("the default plan reads, and covers what it says")
func defaultPlan() throws {
    let plan = try DefaultPlan.plan()
    #expect(Set(plan.entries.map(\.cell.claim)) == Set(BoundedClaim.allCases))
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
    let base = try PlanReader.read(plan(grid: "{d: 25, m: [1e3, 1e4], gamma: 0.05, c0: [1, 10]}", rest: "    expect: holds\n"), file: "plan.yaml")
    var grid = Grid()
    grid.m = [1000, 7]
    let cells = try base.overridden(by: grid, claims: [.functionValue]).entries
    #expect(cells.map(\.cell.parameters.m) == [1000, 1000, 7, 7])
    #expect(cells.map(\.expected) == [.holds, .holds, nil, nil])
    #expect(try base.overridden(by: Grid(), claims: nil).entries.count == 4)
    #expect(throws: ParameterError.self) { try base.overridden(by: Grid(), claims: [.gradientNorm]) }
}
