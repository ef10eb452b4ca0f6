// SPDX-License-Identifier: GPL-3.0-or-later

import BallArithmetic
import Bounds
import Laws
import RealModule
import Testing

@Suite struct StepTests {
    /// The sides of the step `id` at the reference's arguments.
    private func sides<S: BoundScalar>(_ id: String, _ x: [S]) throws -> Inequality<S> {
        switch id {
        case "B.5/c": return StepsB5.c(l: x[0], m: x[1])
        case "B.6/d": return StepsB6.d(d: x[0], eps: x[1], l: .log(.integer(2) / x[1]))
        case "B.7/b": return StepsB7.b(d: x[0], l: .log(.integer(2) / x[1]))
        case "B.8/e": return StepsB8.e(d: x[0], radius: x[1])
        case "B.8/e'": return StepsB8.eWithShare(d: x[0], radius: x[1])
        case "B.8/k'", "B.8/k'*":
            let p = Arguments(d: x[0], m: x[1], gamma: x[2], c0: .integer(1), c1: x[3], radius: .integer(0), epsilon: .ratio(1, 2))
            return StepsB8.k(p, factor: id.hasSuffix("*") ? p.c1 : .integer(1))
        case "B.9/a": return StepsB9.a(eps: x[0])
        case "B.9/b": return StepsB9.b(d: x[0], eps: x[1], radius: x[2], v: x[3])
        case "3.1/b": return StepsTheorem31.b(f: x[0], difference: x[1], gradient: x[2])
        default: break
        }
        let p = StepArguments(d: x[0], m: x[1], gamma: x[2], c0: x[3], c1: x[4])
        let steps: [String: (StepArguments<S>) -> Inequality<S>] = [
            "B.9/c": { StepsB9.c($0) }, "B.9/d": { StepsB9.d($0) }, "B.9/e": { StepsB9.e($0) }, "B.9/f": { StepsB9.f($0) },
            "B.9/g": { StepsB9.g($0) }, "B.9/h": { StepsB9.h($0) }, "B.9/j": { StepsB9.j($0) }, "B.9/l": { StepsB9.l($0) },
            "B.9/m": { StepsB9.m($0) }, "B.9/n": { StepsB9.n($0) }, "B.9/o": { StepsB9.o($0) }, "B.9/p": { StepsB9.p($0) },
            "B.9/j*": { StepsB9.j($0, factor: .cBarSquared) }, "B.9/n*": { StepsB9.n($0, factor: .cBarSquared) },
            "B.9/p*": { StepsB9.p($0, factor: .cBarSquared) },
        ]
        let step = try #require(steps[id])
        return step(p)
    }

    private func sides<S: BoundScalar>(of reference: StepReference, _ scalar: (Double) -> S) throws -> Inequality<S> {
        switch reference.id {
        case "T.2": StepsTools.t2(Int(reference.arguments[0]))
        case "B.8/c":
            StepsB8.c(q: Int(reference.arguments[0]), d: scalar(reference.arguments[1]), radius: scalar(reference.arguments[2]))
        default: try sides(reference.id, reference.arguments.map(scalar))
        }
    }

    /// Against mpmath, in Double and in balls.
    @Test(arguments: stepReferences.indices) func sidesAreThePapers(index: Int) throws {
        let reference = stepReferences[index]
        let double = try sides(of: reference) { $0 }
        let ball: Inequality<Ball> = try sides(of: reference) { Ball(exactly: $0) }
        for (value, enclosure, expected) in [(double.lhs, ball.lhs, reference.lhs), (double.rhs, ball.rhs, reference.rhs)] {
            #expect((value - expected).magnitude <= 1e-12 * expected.magnitude, "\(reference.id)")
            #expect(
                enclosure.radius < 1e-25 * expected.magnitude && (enclosure.midpoint - expected).magnitude <= 2e-16 * expected.magnitude)
        }
    }
}
