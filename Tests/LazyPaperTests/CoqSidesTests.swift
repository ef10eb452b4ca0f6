// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import LazyPaper
import RealModule
import Support
import Testing

/// The inequalities of the theorems in coq/, read from their text, against the formulas that the audit decides, at random points.
@Suite("the theorems in coq/ say what the audit decides") struct CoqSidesTests {
    /// The audit's formula at named values.
    private typealias Step = @Sendable ([String: Double]) -> Inequality<Double>

    private static func b9(_ step: @escaping @Sendable (StepArguments<Double>) -> Inequality<Double>) -> Step {
        { x in
            step(
                StepArguments(
                    d: x["d"] ?? .nan, m: x["m"] ?? .nan, gamma: x["gamma"] ?? .nan, c0: x["C0"] ?? .nan, c1: x["C1"] ?? .nan))
        }
    }

    private static func k(_ x: [String: Double], factor: Double = 1, c1: Double = 1) -> Inequality<Double> {
        StepsB8.k(
            Arguments(d: x["d"] ?? .nan, m: x["m"] ?? .nan, gamma: x["gamma"] ?? .nan, c0: 1, c1: c1, radius: 0, epsilon: 0.5),
            factor: factor)
    }

    private static let steps: [String: Step] = tools.merging(net) { $1 }.merging(assembly) { $1 }

    private static let tools: [String: Step] = {
        let t2: Step = { StepsTools.t2(Int($0["q"] ?? 0)) }
        let c: Step = { StepsB8.c(q: Int($0["q"] ?? 0), d: $0["d"] ?? .nan, radius: $0["R"] ?? .nan) }
        let share: Step = { StepsB8.eWithShare(d: $0["d"] ?? .nan, radius: $0["R"] ?? .nan) }
        return [
            "T.2": t2, "T.2*": t2, "B.8/c": c, "B.8/c*": c, "B.8/c**": c, "B.8/e'": share, "B.8/e'*": share, "B.8/e'**": share,
            "B.6/d": { StepsB6.d(d: $0["d"] ?? .nan, eps: $0["eps"] ?? .nan, l: .log(2 / ($0["eps"] ?? .nan))) },
            "B.7/b": { StepsB7.b(d: $0["d"] ?? .nan, l: .log(2 / ($0["gamma"] ?? .nan))) },
            "B.8/e": { StepsB8.e(d: $0["d"] ?? .nan, radius: $0["R"] ?? .nan) },
            "B.8/k": { k($0) }, "B.8/k*": { k($0) }, "B.8/k'": { k($0, c1: $0["C1"] ?? .nan) },
            "B.8/k'*": { k($0, factor: $0["C1"] ?? .nan, c1: $0["C1"] ?? .nan) },
        ]
    }()

    private static let net: [String: Step] = [
        "B.9/a": { StepsB9.a(eps: $0["e"] ?? .nan) },
        "B.9/b": { StepsB9.b(d: $0["d"] ?? .nan, eps: $0["eps"] ?? .nan, radius: $0["R"] ?? .nan, v: $0["V"] ?? .nan) },
        "B.9/c": b9 { StepsB9.c($0) }, "B.9/d": b9 { StepsB9.d($0) }, "B.9/g": b9 { StepsB9.g($0) }, "B.9/h": b9 { StepsB9.h($0) },
        "B.9/d*": b9 { x in
            let sides = StepsB9.d(x)
            return Inequality(sides.lhs, atMost: sides.rhs - 16 * x.sqrtM)
        },
        "B.9/e": b9 { StepsB9.e($0) }, "B.9/e*": b9 { StepsB9.e($0, constant: 0.15) }, "B.9/e**": b9 { StepsB9.e($0) },
        "B.9/f": b9 { StepsB9.f($0) }, "B.9/f*": b9 { StepsB9.f($0, constant: 16) }, "B.9/f**": b9 { StepsB9.f($0) },
    ]

    private static let assembly: [String: Step] = [
        "B.9/j": b9 { StepsB9.j($0) }, "B.9/j*": b9 { StepsB9.j($0, factor: .cBarSquared) }, "B.9/j**": b9 { StepsB9.j($0) },
        "B.9/l": b9 { StepsB9.l($0) }, "B.9/m": b9 { StepsB9.m($0) }, "B.9/n": b9 { StepsB9.n($0) }, "B.9/n*": b9 { StepsB9.n($0) },
        "B.9/o": b9 { StepsB9.o($0) },
        "B.9/p": b9 { StepsB9.p($0) }, "B.9/p*": b9 { StepsB9.p($0, factor: .cBarSquared) }, "B.9/p**": b9 { StepsB9.p($0) },
        "B.9/p'": b9 { StepsB9.p($0) }, "B.9/p'*": b9 { StepsB9.p($0) }, "B.9/q": b9 { StepsB9.q($0) },
        "B.9/q*": b9 { StepsB9.q($0, last: 4) }, "B.9/q**": b9 { StepsB9.p($0, factor: .cBarSquared, last: 4) },
    ]

    @Test("by how much one side exceeds the other, at 200 points each", arguments: steps.keys.sorted())
    private func sides(id: String) throws {
        let file = try #require(try claim(id).coq?.file), step = try #require(Self.steps[id])
        let source = try #require(LazyPaper.coqFiles.first { $0.name == file }?.contents)
        let statement = try CoqStatement(source)
        var random = SplitMix64(seed: 20_240_611)
        for _ in 0..<200 {
            func between(_ low: Double, _ high: Double) -> Double { low * .pow(high / low, Double.random(in: 0...1, using: &random)) }
            var x = [
                "d": between(2, 1e5), "m": between(58, 1e12), "gamma": between(1e-20, 0.7), "C0": between(0.05, 20), "C1": between(0.1, 20),
                "eps": between(1e-9, 0.99), "e": between(1e-9, 0.99), "V": between(1e-3, 10),
                "q": Double(Int.random(in: 2...12, using: &random)),
            ]
            // Steps in C1 have R at its largest, C1/sqrt d; the others have their own.
            x["R"] = ["B.9/o", "B.8/c**", "B.8/e'**"].contains(id) ? (x["C1"] ?? .nan) / (x["d"] ?? .nan).squareRoot() : between(1e-6, 0.5)
            let (ours, coqs) = (step(x), try statement.sides(x))
            let scale = max(abs(ours.lhs), abs(ours.rhs), abs(coqs.lhs), abs(coqs.rhs))
            #expect(abs((ours.lhs - ours.rhs) - (coqs.lhs - coqs.rhs)) <= 1e-11 * scale, "\(x)")
        }
    }

    /// The reader itself, against values known otherwise.
    @Test func reader() throws {
        let text =
            "\nTheorem t : forall x, 0 < x ->\n  let y := 2 * x in\n  - x ^ 2 / 4 + sqrt (Rpower y 2) * Rmax 1 x <= ln (exp 3) - 1.\nProof."
        let sides = try CoqStatement(text).sides(["x": 4])
        #expect(sides.lhs == -4 + 8 * 4 && abs(sides.rhs - 2) < 1e-15)
        let refuted = try CoqStatement("\nTheorem t : exists q : nat, q = 2%nat /\\ ~ (INR (fact (2 * q)) / 2 >= 1e-3).\nProof.")
        #expect(refuted.isNegated && refuted.witness == ["q": 2])
        let values = try refuted.sides(["q": 2])
        #expect(values.lhs == 1e-3 && values.rhs == 12)
    }
}
