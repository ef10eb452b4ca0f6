// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Foundation
import LazyPaper
import Programs
import TestSupport
import Testing
import Verifier

private func read(_ text: String, file: String = "plan.yaml") throws(PlanError) -> Plan {
    try PlanReader.read(text, file: file, catalogue: LazyPaper.catalogue)
}

private let grid = "    grid: {d: 25, m: [1e3, 1e4], gamma: 0.05, c0: 1}\n"

private func problem(_ text: String) -> String {
    do {
        _ = try read(text)
        return ""
    } catch {
        return error.description
    }
}

@Test("claims of one's own in a plan: on quantities of lemmacheck and of programs, with parameters, conditions and expectations")
func ownClaimsInAPlan() throws {
    let plan = try read(
        """
        claims:
          - claim: mine/1
            statement: sup |f| <= 2 sqrt(log(2/gamma)) + k C0
            quantity: function-value
            at-most: let L = log(2/gamma); 2*sqrt(L) + k*C0
            when: m >= L0
            grid: {d: 25, m: [1e3, 1e4], gamma: 0.05, c0: [1, 2], k: [1, 1.5], L0: 1}
            expect: holds
            except: [{where: {k: 1.5, c0: 2}, expect: inconclusive}]
            trials: 50
          - quantity: {command: [sh, q.sh, 3], timeout: 2.5}
            probability-at-most: 2^(-k)
            grid: {n: [64, 128], k: 2}
        """, file: "folder/plan.yaml")
    #expect(plan.entries.count == 10 && plan.own.map(\.id) == ["mine/1", "own/2"])
    let first = plan.entries.filter { $0.cell.claim.id == "mine/1" }
    #expect(first.count == 8 && first.allSatisfy { $0.trials == 50 })
    #expect(first.filter { $0.expected == .inconclusive }.map(\.cell.parameters.own) == [["k": 1.5, "L0": 1], ["k": 1.5, "L0": 1]])
    #expect(first.allSatisfy { $0.cell.claim.hypotheses($0.cell.parameters.arguments).allSatisfy(\.holds) })
    #expect(first[0].cell.description == "mine/1 d=25 m=1000 gamma=0.05 c0=1.0 L0=1 k=1")
    let program = try #require(plan.programs.first)
    #expect(program.arguments == ["sh", "q.sh", "3"] && program.folder == "folder" && program.timeout == 2.5)
    let second = plan.entries.filter { $0.cell.claim.id == "own/2" }
    #expect(second.map(\.cell.description) == ["own/2 k=2 n=64", "own/2 k=2 n=128"])
    #expect(second[0].cell.claim.parameterNames == "k, n" && second[0].cell.claim.quantity.extremum == .event)
}

@Test(
    "a fault of a claim of one's own is one line with file, line and column",
    arguments: [
        ("quantity: function-value\n    at-most: 2*sqt(d)\n" + grid, ":3:16: '2*sqt(d)', column 3: there is no function 'sqt'"),
        (
            "quantity: function-value\n    at-most: \"2*sqrt(d) + n\"\n" + grid,
            ":3:27: '2*sqrt(d) + n', column 13: there is no parameter 'n'"
        ),
        ("quantity: function-value\n    at-most: |\n      2*sqt(d)\n" + grid, ":3: '2*sqt(d)"),
        ("quantity: function-value\n    at-most: 1\n    when: m > 2\n" + grid, ":4:13: 'm > 2', column 3: '>' is no comparison here"),
        (
            "quantity: function-value\n    at-most: sqrt(1e3 - m)\n" + grid,
            ":3:14: the bound is undefined at own/1 d=25 m=10000 gamma=0.05 c0=1.0: "
        ),
        ("quantity: function-value\n    at-most: m\n    when: m\n" + grid, ":4:12: 'm', column 2: a comparison is missing"),
        (
            "quantity: function-value\n    at-most: 2*sqrt(log(2/gamma))\n      + C00\n" + grid,
            ":3: '2*sqrt(log(2/gamma)) + C00', column 24: "
        ),
        ("quantity: function-value\n    at-most: \"2*\\tsqrt(gama)\"\n" + grid, ":3: '2*"),
        (
            "quantity: function-value\n    at-most: 5\n    when: sqrt(1e3 - m) >= 0\n" + grid,
            ":4:11: the condition sqrt(1e3 - m) >= 0 is undefined at own/1 d=25 m=10000"
        ),
        (
            "quantity: {command: [q]}\n    at-most: 1\n    grid: {gamma: 0.1, c0-rule: m}\n",
            ":4: m has no value: at least one value for the rule"
        ),
        ("quantity: function-value\n    at-most: exp(m)\n" + grid, ":4: the bound of own/1 = inf is out of range"),
        ("quantity: function-valu\n    at-most: 1\n" + grid, ":2: quantity = function-valu is not allowed: function-value is"),
        ("quantity: gradient-norm\n    at-most: 1\n" + grid, ":2: gradient-norm = at most is not allowed: at-least"),
        (
            "quantity: function-value\n    probability-at-most: 1\n" + grid,
            ":2: function-value = probability at most is not allowed: at-most"
        ),
        ("quantity: function-value\n" + grid, ":2: a claim of your own needs its bound"),
        ("quantity: function-value\n    at-most: 1\n    at-least: 1\n" + grid, ":2: a claim of your own needs its bound"),
        ("at-most: 1\n" + grid, ":2: a claim of your own needs a key 'quantity'"),
        ("quantity: function-value\n    at-most: 1\n", ":2: a claim of your own needs a key 'grid'"),
        (
            "quantity: function-value\n    at-most: 1\n    grid: {d: 25, m: 10, gamma: 0.1, c0: 1, k: 2}\n",
            ":4: claim own/1 does not depend on k"
        ),
        (
            "quantity: function-value\n    at-most: 1\n    grid: {d: 25, m: 10, gamma: 0.1, c0: 1, sqrt: 2}\n",
            ":4: 'sqrt' is no parameter's name"
        ),
        (
            "quantity: function-value\n    at-most: 1\n    grid: {d: 25, m: 10, gamma: 0.1, c0: 1, seed: 2}\n",
            ":4: 'seed' is no parameter's name"
        ),
        ("quantity: function-value\n    at-most: 1\n    grid: {d: 25, m: 10, gamma: 0.1}\n", ":4: c0 has no value"),
        ("quantity: {command: []}\n    at-most: 1\n" + grid, ":2: 'command' must be a list"),
        ("quantity: {command: q.py}\n    at-most: 1\n" + grid, ":2: 'command' must be a list"),
        ("quantity: {command: [q], timeout: 0}\n    at-most: 1\n" + grid, ":2: timeout = 0 is out of range"),
        ("quantity: {command: [q], tmeout: 1}\n    at-most: 1\n" + grid, ":2: unknown key 'tmeout' in a quantity"),
        (
            "quantity: {command: [q]}\n    at-most: C0 + n\n    grid: {n: 1, gamma: 0.1}\n",
            ":3:14: 'C0 + n', column 1: there is no parameter 'C0'; allowed: gamma, n"
        ),
        ("quantity: {command: [q]}\n    at-most: n\n    grid: {n: 1}\n", ":4: gamma has no value"),
        ("quantity: {command: [q]}\n    at-most: n\n    grid: {n: [1, x], gamma: 0.1}\n", ":4: n = x is not a number"),
        (
            "quantity: {command: [q]}\n    at-most: n\n    grid: {n: 1, gamma: 0.1}\n    except: [{where: {d: 3}, expect: holds}]\n",
            ":5: claim own/1 does not depend on d; allowed: gamma, n"
        ),
        ("claim: B.5/1\n    quantity: function-value\n    at-most: 1\n" + grid, ":2: B.5/1 is a claim of the paper"),
        ("claim: B.5\n    quantity: function-value\n    at-most: 1\n" + grid, ":2: B.5 is a claim of the paper"),
        ("claim: a b\n    quantity: function-value\n    at-most: 1\n" + grid, ":2: 'a b' is no name of a claim"),
        ("claim: B.5/1\n" + grid, ":2: the plan needs a key 'lemma'"),
        (
            "quantity: gradient-norm\n    at-least: 1\n    grid: {d: 2, m: 2, gamma: 0.1, c0: 1, bias: 1}\n",
            ":2: the quantity of bias = gradient-norm is not allowed"
        ),
        (
            "quantity: function-value\n    at-most: 1\n    grid: {d: 2, m: 2, gamma: 0.1, c0: 1, sigma: 0}\n",
            ":4: sigma = 0 is out of range"
        ),
        (
            "quantity: function-value\n    at-most: 1\n    grid: {d: 2, m: 2, gamma: 0.1, c0-rule: R}\n",
            ":4:45: 'R', column 1: there is no parameter 'R'"
        ),
    ])
func ownFaults(claim: String, said: String) {
    let text = problem("claims:\n  - " + claim)
    #expect(text.hasPrefix("plan.yaml\(said)") && !text.contains("\n"), "\(text)")
}

@Test("names that files and macros could not tell apart are refused; an unnamed claim takes a name that is free")
func ownNames() throws {
    let claim = "quantity: function-value\n    at-most: 5\n    grid: {d: 2, m: 4, gamma: 0.1, c0: C0}\n"
    func plan(_ names: [String?]) -> String {
        "claims:\n"
            + names.enumerated().map { index, name in
                "  - \(name.map { "claim: \($0)\n    " } ?? "")\(claim.replacing("C0", with: "\(index + 1)"))"
            }.joined()
    }
    #expect(try read(plan(["own/2", nil, nil])).own.map(\.id) == ["own/2", "own/3", "own/4"])
    #expect(try read(plan(["own/2", nil])).own.map(\.id) == ["own/2", "own/3"])
    for names in [["my-x", "my_x"], ["my-x", "MYX"], ["b5-1", "x"]] { #expect(problem(plan(names)).contains("is too like"), "\(names)") }
    for name in ["_", "..", "12"] { #expect(problem(plan([name])).contains("is no name of a claim"), "\(name)") }
}

@Test("C0 as a function of the width: the same cells as with its values written out")
func ruledCells() throws {
    let ruled = try read(
        "lemma: B.7\nclaims:\n  - claim: B.7/1\n    grid: {d: 100, m: [1e4, 1e8], gamma: 0.05, c0-rule: [m^(1/4), 'min(log(d), 3)']}\n")
    #expect(ruled.entries.map(\.cell.parameters.c0) == [10, 3, 100, 3])
    let written = try read("lemma: B.7\nclaims:\n  - claim: B.7/1\n    grid: {d: 100, m: 1e4, gamma: 0.05, c0: 10}\n")
    #expect(ruled.entries[0].cell == written.entries[0].cell)
}

@Test("a journal's header keeps claims of one's own and their parameters; another program, bound or value is another run")
func headersOfOwnClaims() throws {
    func header(_ text: String) throws -> RunHeader {
        RunHeader(try read("claims:\n  - " + text), RunOptions(), command: "", formats: [])
    }
    let text = "quantity: {command: [sh, q.sh]}\n    at-most: n\n    grid: {n: [1, 2], gamma: 0.1}\n"
    let first = try header(text)
    let again = try JSONDecoder().decode(RunHeader.self, from: JSONEncoder().encode(first))
    #expect(again == first && again.run == first.run)
    let plan = try again.plan(in: LazyPaper.catalogue)
    #expect(plan.entries.map(\.cell.description) == ["own/1 gamma=0.1 n=1", "own/1 gamma=0.1 n=2"] && plan.programs.count == 1)
    for (old, new) in [("q.sh", "r.sh"), ("at-most: n", "at-most: n+0"), ("[1, 2]", "[1, 3]"), ("at-most", "at-least")] {
        #expect(try header(text.replacing(old, with: new)).run != first.run, "\(new)")
    }
}

@Test("mutated plans of one's own: each is read, with cells that can be run, or refused in one line that names the file")
func mutatedOwnPlans() throws {
    let count = ProcessInfo.processInfo.environment["LEMMACHECK_FUZZ"].flatMap(Int.init) ?? 4000
    let seeds = [
        "claims:\n  - claim: mine/1\n    statement: s\n    quantity: function-value\n    at-most: let L = log(2/gamma); 2*sqrt(L) + "
            + "k*C0\n    when: m >= 2\n"
            + "    grid: {d: 25, m: [1e3, 1e4], gamma: 0.05, c0: [1, 2], k: [1, 1.5]}\n    expect: holds\n    trials: 50\n",
        "claims:\n  - quantity: {command: [sh, q.sh], timeout: 2}\n    probability-at-most: 2^(-k)\n    grid: {n: [64, 128], k: 2}\n",
        "lemma: B.5\nclaims:\n  - claim: B.5/1\n    grid: {d: 2, m: 10, gamma: 0.1, c0-rule: m^(1/4)}\n  - quantity: "
            + "gradient-norm\n    at-least: 1\n"
            + "    grid: {d: 2, m: 10, gamma: 0.1, c0: 1, sigma: 2}\n",
    ]
    let pieces = [
        " ", "\n", ":", "- ", "[", "]", "{", "}", ",", "'", "\"", "|", "#", "claim", "quantity", "command", "grid", "at-most", "at-least",
        "when",
        "timeout", "0", "-1", "1e400", "nan", "d", "n", "seed", "C0", "sqrt(", "&a", "*a", "\u{0}", "é", "sigma: 1", "bias: 1", "k", "~",
    ]
    var mutation = TextMutation(seed: 31, of: seeds, with: pieces)
    var (taken, refused) = (0, 0)
    for _ in 0..<count {
        let line = mutation.next(atMost: 2)
        do throws(PlanError) {
            let plan = try read(line)
            taken += 1
            #expect(plan.programs.isEmpty || line.contains("command"), "\(line)")
            for entry in plan.entries {
                let p = entry.cell.parameters, claim = entry.cell.claim
                let inDomain = claim.hypotheses(p.arguments).allSatisfy(\.holds), bound = claim.bound(p.arguments).value
                #expect(!inDomain || bound.isFinite || LazyPaper.catalogue.claim(claim.id) != nil, "\(line)")
                #expect(claim.parameters.own.allSatisfy { p.own[$0]?.isFinite ?? false }, "\(line)")
            }
        } catch {
            refused += 1
            #expect(error.description.hasPrefix("plan.yaml:") && !error.description.contains("\n"), "\(line): \(error)")
        }
    }
    #expect(taken > count / 50 && refused > count / 4, "\(taken) taken, \(refused) refused")
}
