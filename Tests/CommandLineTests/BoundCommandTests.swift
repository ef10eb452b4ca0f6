// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Test("bound --json has value, terms and hypotheses")
func boundJSON() throws {
    let program = try Program("bound", "B.5/2", "--d", "4", "--m", "406", "--gamma", "0.050016235853", "--c0", "0.1271", "--json")
    #expect(program.status == 0)
    let object = try program.object()
    #expect(object["claim"] as? String == "B.5/2")
    let value = try #require(object["value"] as? Double)
    #expect(abs(value / 3.968222122382005536730712 - 1) < 1e-13)
    let terms = try #require(object["terms"] as? [[String: Any]])
    #expect(terms.count == 2)
    let hypotheses = try #require(object["hypotheses"] as? [[String: Any]])
    #expect(hypotheses.count == 1 && hypotheses[0]["holds"] as? Bool == true)
}

@Test("a bound with a negative radicand is -inf: there is no bound")
func boundInfinite() throws {
    let arguments = ["bound", "B.7/1", "--d", "2", "--m", "1e5", "--gamma", "0.05", "--c0", "1"]
    #expect(try Program(arguments: arguments + ["--json"]).object()["value"] as? String == "-inf")
    #expect(try Program(arguments: arguments).output.contains("no bound here: a radicand is negative"))
}

@Test("a repair has its bound where it has one of its own, and says in one line where it has none")
func boundOfARepair() throws {
    let point = ["--d", "784", "--m", "1e5", "--gamma", "0.05"]
    let program = try Program(arguments: ["bound", "B.7/f*"] + point + ["--c0", "1", "--json"])
    #expect(try program.object()["claim"] as? String == "B.7/f*")
    let none = try Program(arguments: ["bound", "B.9/q*"] + point)
    #expect(none.status == 64)
    #expect(
        none.errors == "lemmacheck: B.9/q* has no right-hand side of its own on a measured quantity: `lemmacheck explain` states it\n",
        "\(none.errors)")
}

@Test("a lemma's name means all its claims; counts may be written 1e5")
func boundLemma() throws {
    let program = try Program("bound", "B.7", "--d", "784", "--m", "1e5", "--gamma", "0.05", "--c0", "10", "--json")
    let list = try #require(try JSONSerialization.jsonObject(with: Data(program.output.utf8)) as? [[String: Any]])
    #expect(list.compactMap { $0["claim"] as? String } == ["B.7/1", "B.7/2", "B.7/f", "B.7/h", "B.7/1+", "B.7/h+"])
}
