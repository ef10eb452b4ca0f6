// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import LazyPaper
import Prover
import RealModule
import Support
import Testing
import Verifier

/// The claims whose inequality can be looked at point by point, with their repairs.
private let pointwise: [(claim: Claim, proof: any PointwiseProof)] =
    LazyPaper.catalogue.all.flatMap { [$0] + $0.repairs }.compactMap { claim in
        guard case .proof(let proof as any PointwiseProof) = claim.decision else { return nil }
        return (claim, proof)
    }

/// The point of a counterexample; nil where it has variables that are no parameters of a point.
private func point(of witness: Counterexample) -> Parameters? {
    var values: [String: Double] = [:]
    for parameter in witness.parameters { values[parameter.name.lowercased()] = Double(parameter.value) }
    let known: Set<String> = ["d", "m", "gamma", "c0", "c1", "r", "radius", "eps", "epsilon", "q", "t"]
    guard Set(values.keys).isSubset(of: known), let d = Int(exactly: values["d"] ?? 1), let m = Int(exactly: values["m"] ?? 1) else {
        return nil
    }
    // Beyond what a run takes, none of the command line's either.
    return try? Parameters(
        d: d, m: m, gamma: values["gamma"] ?? 0.5, c0: values["c0"] ?? 1, c1: values["c1"] ?? 1, radius: values["r"] ?? values["radius"],
        epsilon: values["eps"] ?? values["epsilon"])
}

@Test("at the point where the audit refutes a claim its inequality fails, with the same two sides")
func failsAtItsWitness() throws {
    var tried = 0
    for (claim, proof) in pointwise {
        guard let witness = try proof.finding().counterexample, let point = point(of: witness) else { continue }
        let evaluation = try #require(proof.evaluation(at: point, kind: claim.kind), "\(claim.id)")
        #expect(evaluation.standing == .fails, "\(claim.id): \(evaluation)")
        if evaluation.at.isEmpty, let left = evaluation.left, let right = evaluation.right {
            #expect(
                abs(left - witness.lhs) <= 1e-9 * abs(witness.lhs) && abs(right - witness.rhs) <= 1e-9 * abs(witness.rhs), "\(claim.id)")
        }
        tried += 1
    }
    #expect(tried >= 20, "\(tried)")
}

@Test("a claim that is proved fails at no point, whatever the point; many hold at some")
func provedNeverFails() throws {
    var numbers = SplitMix64(seed: 12)
    func log(_ low: Double, _ high: Double) -> Double {
        let u = numbers.uniform()
        return low * Double.exp(u * Double.log(high / low))
    }
    let points = try (0..<40).map { _ in
        try Parameters(
            d: Int(log(1, 1e6)), m: Int(log(1, 1e9)), gamma: log(1e-6, 0.99), c0: log(1e-3, 1e3), c1: log(0.1, 10),
            radius: log(1e-3, 0.5), epsilon: log(1e-6, 0.9))
    }
    var held = 0
    for (claim, proof) in pointwise where try proof.finding().verdict == .proved {
        let standings = points.compactMap { proof.evaluation(at: $0, kind: claim.kind)?.standing }
        #expect(!standings.contains(.fails), "\(claim.id)")
        if standings.contains(.holds) { held += 1 }
    }
    #expect(held >= 30, "\(held)")
}

@Test("what is evaluated at a point is the inequality of the claim: B.5/c and B.7/b by hand")
func byHand() throws {
    func evaluation(_ id: String, _ p: Parameters) throws -> PointEvaluation {
        let claim = try #require(LazyPaper.catalogue.claim(id))
        guard case .proof(let proof as any PointwiseProof) = claim.decision else {
            throw ParameterError(parameter: "", value: "", allowed: "")
        }
        return try #require(proof.evaluation(at: p, kind: claim.kind))
    }
    let p = try Parameters(d: 7, m: 1000, gamma: 0.02, c0: 1)
    let l = Double.log(2 / 0.02)
    let c = try evaluation("B.5/c", p)
    #expect(c.standing == .holds && abs((c.left ?? 0) - ((2 * l).squareRoot() + 2 * l / 1000.0.squareRoot())) < 1e-12)
    #expect(abs((c.right ?? 0) - 2 * l.squareRoot()) < 1e-12)
    // m >= C L with C = 6 + 4 sqrt 2 fails at m = 40: the step says nothing there.
    #expect(try evaluation("B.5/c", Parameters(d: 7, m: 40, gamma: 0.02, c0: 1)).standing == .outside)
}
