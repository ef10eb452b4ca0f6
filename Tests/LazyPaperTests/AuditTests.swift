// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import LazyPaper
import Prover
import RealModule
import Testing

@Suite struct AuditTests {
    /// Every claim that an argument decides, and its repairs; the exact laws, whose sweeps take longer, have tests of their own.
    private static let argued: [Claim] = LazyPaper.catalogue.all.filter { claim in
        guard case .proof(let proof) = claim.decision else { return false }
        return !(proof is LawSweep) && claim.kind != .experiment
    }

    private static let findings: [String: Finding] = Dictionary(
        uniqueKeysWithValues: argued.flatMap { [$0] + $0.repairs }.compactMap { claim in (try? finding(claim.id)).map { (claim.id, $0) } })

    /// Refuted claims whose repair is a claim of the paper itself, or of another lemma.
    private static let answered = ["B.9/u": "B.9/u'", "B.9/v'": "B.8/h*", "3.1/g": "3.1/g'", "3.2/b'": "3.2/a"]

    private func found(_ id: String) throws -> Finding { try #require(Self.findings[id]) }

    @Test func verdicts() {
        let refuted: Set = [
            "T.2", "B.4/4", "B.4/4'", "B.4/c", "B.5/d", "B.7/2", "B.7/f", "B.7/h", "B.8/c", "B.8/e'", "B.8/j", "B.8/k", "B.8/k'", "B.8/m",
            "B.8/m'", "B.9/2'", "B.9/e", "B.9/f", "B.9/j", "B.9/n", "B.9/p", "B.9/p'", "B.9/q", "B.9/r'", "B.9/u", "B.9/v",
            "B.9/v'", "3.1/1'", "3.1/e", "3.1/f", "3.1/g", "3.2/b'", "3/a'", "4.3/a",
        ]
        for (id, finding) in Self.findings {
            #expect(finding.verdict == (refuted.contains(id) ? .refuted : .proved), "\(id)")
            #expect(finding.evidence.allSatisfy { $0.standing != .failed }, "\(id)")
        }
        #expect(refuted.isSubset(of: Set(Self.findings.keys)))
    }

    @Test func everyRefutedStepHasAWitnessAndAProvedRepair() throws {
        for claim in Self.argued {
            let finding = try found(claim.id)
            guard finding.verdict == .refuted else { continue }
            let counterexample = try #require(finding.counterexample)
            #expect(counterexample.lhs > counterexample.rhs && counterexample.excess > 0)
            let repairs = claim.repairs.map(\.id) + [Self.answered[claim.id]].compactMap(\.self)
            #expect(!repairs.isEmpty, "\(claim.id)")
            for repair in repairs { #expect(try LazyPaperTests.finding(repair).verdict == .proved, "\(repair)") }
        }
    }

    /// Each counterexample again, by the paper's formula in plain Double, written here once more.
    @Test func witnessesFailInDoubleToo() throws {
        func numbers(_ id: String) throws -> [String: Double] {
            let witness = try #require(try found(id).counterexample)
            return Dictionary(uniqueKeysWithValues: witness.parameters.map { ($0.name, Double($0.value) ?? .nan) })
        }
        func at(_ id: String, _ names: String...) throws -> [Double] {
            let values = try numbers(id)
            return try names.map { try #require(values[$0]) }
        }
        let q = try at("T.2", "q")[0]
        #expect(q == 1)  // 0!! = 1 > 1!/2

        let c = try at("B.8/c", "q", "d", "R")
        #expect(c[0] == 2)  // (2q)!/2 = 12, (q!/2) 2^q = 4
        let change = c[2] * Double.sqrt(2 * Double.log(c[1]))
        #expect(Double.sqrt(12 * (change + 1 / c[1])) > 4 * Double.sqrt(2 * change))

        let e = try at("B.8/e'", "d", "R")
        #expect(
            2 * Double.sqrt(e[1] * Double.sqrt(2 * Double.log(e[0])) + 1 / e[0]) > 4 * Double.sqrt(e[1] * Double.sqrt(Double.log(e[0]))))

        for id in ["B.9/e", "B.9/f"] {
            let x = try at(id, "d", "m")
            #expect(x[1] >= 58 && x[1] >= Double.pow(x[0], 2.4) && x[0] == x[0].rounded() && x[1] == x[1].rounded())
            let grown = x[0] * Double.log(x[0] * x[1])
            #expect(id == "B.9/e" ? Double.sqrt(x[1]) < 0.33 * grown : 2.3 * grown > 7 * Double.sqrt(x[1]))
        }
    }

    @Test func witnessesOfTheAssemblyFailInDoubleToo() throws {
        for id in ["B.9/j", "B.9/n", "B.9/p"] {
            let parameters = try #require(try found(id).counterexample).parameters
            let x = parameters.map { Double($0.value) ?? .nan }
            #expect(parameters.map(\.name) == ["d", "m", "gamma", "C0"])
            let (d, m, g, c0) = (x[0], x[1], x[2], x[3])
            let cBar = Double.maximum(1, c0), root = Double.sqrt(m), width = Double.sqrt(Double.log(m))
            let l4 = Double.log(4 / g), l8 = Double.log(8 / g)
            #expect(m >= Double.pow(d, 2.4) && m >= 58 && d >= Double.pow(Double.log(4 * m / g), 2))
            switch id {
            case "B.9/j":
                let lhs = Double.sqrt(44 * cBar / root * (88 * cBar * root * width * width + 2 * l8)) + Double.sqrt(44 * cBar * d / root)
                #expect(lhs + 44 * cBar * c0 / root > 113 * cBar * c0 * width + 2 / root * l8)
            case "B.9/p":
                let fourth = Double.pow(d, 0.25)
                #expect(50 * fourth + 227 * cBar * c0 * width + 2 / root * l8 > 327 * cBar * c0 * fourth)
            default:
                let norm = Double.sqrt(d + 4 * Double.sqrt(d * Double.log(8 * m / g)))
                let second = 3 * Double.sqrt((c0 + Double.sqrt(l4 / 2)) / root) * norm
                let third = 5 * (c0 + Double.sqrt(l4)) * (Double.sqrt(Double.log(4 * m / g)) + 3)
                // The mesh term is positive and left out.
                #expect(c0 + second + third > 50 * Double.pow(d, 0.25) + cBar * c0 * width)
            }
        }
    }

    /// P(|f(x;W0)| < 1/4) at d = 1 by summing over N for a small m, which the family's bound must not exceed.
    @Test func familyAgainstB72() throws {
        let row = try found("B.7/2")
        let probability = try #require(row.probability)
        #expect((probability - 0.19741265136584745).magnitude < 1e-15)  // scipy.special.erf(0.25 / sqrt 2)
        let m = 12
        var exact = 0.0, choose = 1.0
        for n in 0...m {
            if n > 0 { choose *= Double(m - n + 1) / Double(n) }
            let conditional = n == 0 ? 1 : Double.erf(0.25 / Double.sqrt(2 * Double(n) / Double(m)))
            exact += choose * Double.exp2(-Double(m)) * conditional
        }
        #expect(exact > probability && probability > 0.05)
    }

    @Test func theSameFindingsAgain() throws {
        for id in ["B.9/e", "B.7/2", "B.8/c*"] { #expect(try finding(id) == found(id)) }
    }
}
