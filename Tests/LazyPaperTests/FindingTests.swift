// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import Foundation
import LazyPaper
import RealModule
import Reports
import Support
import Testing
import Verifier

@Suite struct FindingTests {
    /// The laws have tests of their own; here, that a sweep becomes the finding it should.
    @Test func lawsBecomeFindings() throws {
        let strip = try finding("B.4/a")
        #expect(strip.verdict == .proved && strip.counterexample == nil)
        let chiSquare = try finding("T.3")
        #expect(try chiSquare.verdict == .refuted && finding("T.3*").verdict == .proved)
        #expect(chiSquare.boundary?.rows.isEmpty == false && chiSquare.note.contains("Served"))
        #expect(chiSquare.counterexample?.parameters.map(\.name) == ["m", "gamma"])
        // P(chi^2_1 > 1 + 4 sqrt(log 20000)), scipy.stats.chi2.sf; the lower tail is empty.
        #expect((try #require(chiSquare.probability) / 0.000227645389402224 - 1).magnitude < 1e-12 && chiSquare.gamma == 1e-4)
    }

    @Test(arguments: ["T.3", "B.4/e", "B.6/b", "B.6/c", "B.8/h"]) func aRefutedLawSaysWhatItServes(id: String) throws {
        let found = try finding(id)
        #expect(found.verdict == .refuted && found.note.contains("Served"))
        #expect(try claim(id).repairs.map(\.id) == [id + "*"])
    }

    @Test func rowsAreFollowedByTheirRepairs() async throws {
        let audit = Audit(catalogue: LazyPaper.catalogue, plan: try LazyPaper.defaultPlan())
        let rows = try await audit.rows([claim("B.9/e"), claim("T.2"), claim("B.6/d")], threads: 2)
        #expect(rows.map(\.id) == ["B.9/e", "B.9/e*", "B.9/e**", "T.2", "T.2*", "B.6/d"])
        #expect(rows[0].repairs == ["B.9/e*", "B.9/e**"])
        #expect(try await audit.rows([claim("B.9/e"), claim("T.2"), claim("B.6/d")], threads: 1) == rows)
    }

    @Test func aRowIsOneFlatObject() async throws {
        let audit = Audit(catalogue: LazyPaper.catalogue, plan: try LazyPaper.defaultPlan())
        let data = try JSONEncoder().encode(AuditDocument(try await audit.rows([claim("B.9/e")], threads: 1)).steps)
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
        #expect(
            Set(object[0].keys) == [
                "id", "kind", "statement", "place", "domain", "method", "verdict", "witness", "note", "evidence", "boundary", "repairs",
                "outcome", "assurance", "coq",
            ])
        #expect(object[1]["witness"] == nil && object[1]["id"] as? String == "B.9/e*")
    }
}

/// The sure steps on random and adversarial instances, by a network written here.
@Suite struct SureStepTests {
    /// d numbers N(0,1) by Box and Muller.
    private func normals(_ d: Int, _ stream: inout SplitMix64) -> [Double] {
        (0..<d).map { _ in
            Double.sqrt(-2 * Double.log(1 - stream.uniform())) * Double.cos(2 * Double.pi * stream.uniform())
        }
    }

    private func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    private func norm(_ a: [Double]) -> Double { Double.sqrt(dot(a, a)) }
    private func sum(_ a: [Double], _ b: [Double], times t: Double = 1) -> [Double] { zip(a, b).map { $0 + t * $1 } }

    private func value(_ w: [[Double]], _ a: [Double], _ x: [Double]) -> Double {
        zip(w, a).reduce(0) { $0 + $1.1 * Double.maximum(0, dot($1.0, x)) } / Double.sqrt(Double(w.count))
    }

    private func gradient(_ w: [[Double]], _ a: [Double], _ x: [Double]) -> [Double] {
        var g = [Double](repeating: 0, count: x.count)
        for (row, sign) in zip(w, a) where dot(row, x) > 0 { g = sum(g, row, times: sign / Double.sqrt(Double(w.count))) }
        return g
    }

    @Test func sureStepsHoldOnRandomInstances() {
        var stream = SplitMix64(seed: 5)
        for _ in 0..<100 {
            let d = 2 + Int(stream.uniform() * 5), m = 1 + Int(stream.uniform() * 12), c0 = 3 * stream.uniform()
            var x = normals(d, &stream)
            x = x.map { $0 / norm(x) }
            let a = (0..<m).map { _ in stream.uniform() < 0.5 ? -1.0 : 1 }
            let w0 = (0..<m).map { _ in normals(d, &stream) }
            let v = c0 / Double.sqrt(Double(m))
            // Half of the moves along ±x, which flip and which raise |f| most.
            let moves = (0..<m).map { s -> [Double] in
                let u = stream.uniform() < 0.5 ? x.map { $0 * a[s] } : normals(d, &stream)
                return u.map { v * $0 / norm(u) }
            }
            let w = zip(w0, moves).map { sum($0, $1) }
            #expect((value(w, a, x) - value(w0, a, x)).magnitude <= c0 + 1e-12)
            for s in 0..<m where (dot(w[s], x) > 0) != (dot(w0[s], x) > 0) { #expect(dot(w0[s], x).magnitude <= v + 1e-12) }
            let delta = normals(d, &stream), y = sum(x, delta, times: 0.5 / norm(delta))
            for s in 0..<m where (dot(w[s], y) > 0) != (dot(w0[s], y) > 0) { #expect(dot(w0[s], y).magnitude <= v * norm(y) + 1e-12) }
            #expect((value(w.map { $0.map { 7.5 * $0 } }, a, y) - 7.5 * value(w, a, y)).magnitude < 1e-10)
            descends(w, a, x, &stream)
        }
    }

    /// 3.1/a with the supremum replaced by the maximum over the segment, which is all that its proof uses.
    private func descends(_ w: [[Double]], _ a: [Double], _ x: [Double], _ stream: inout SplitMix64) {
        let g = gradient(w, a, x), size = dot(g, g)
        guard size > 1e-12 else { return }
        let t = -3 * stream.uniform()
        let change = (0...500).map { k in norm(sum(gradient(w, a, sum(x, g, times: t * Double(k) / 500 / size)), g, times: -1)) }.max() ?? 0
        // The segment is sampled: one step of it may hide a kink, of length |t|/500 times the largest slope.
        let slack = t.magnitude / 500 * 4 * (1 + change / Double.sqrt(size))
        #expect(value(w, a, sum(x, g, times: t / size)) <= value(w, a, x) + t + t.magnitude * change / Double.sqrt(size) + slack)
    }

    /// The witness of B.4/c, replayed on the network: one neuron, d = 1.
    @Test func theThresholdVIsTooSmall() throws {
        let witness = try #require(finding("B.4/c").counterexample)
        let x = witness.parameters.compactMap { Double($0.value) }
        let (v, r, g) = (x[1], x[2], x[3])
        let flips = ((g - v) * (1 + r) > 0) != (g * (1 + r) > 0)
        #expect(flips && (g * (1 + r)).magnitude > v && r <= 0.5)
    }

    /// B.7/f at its witness, by simulation in d = 2: the supremum is the larger of the sums of positive and of negative parts. 100 draws;
    /// the share that fails is at least the row's lower bound less 4 standard deviations (false-alarm rate below 1e-4).
    @Test func flippedSumFailsAsOftenAsTheRowSays() throws {
        let witness = try #require(finding("B.7/f").counterexample)
        let x = witness.parameters.compactMap { Double($0.value) }
        let (m, gamma, c0) = (x[1], x[2], x[3])
        #expect(x[0] == 2)
        let root = Double.sqrt(m), l = Double.log(2 / gamma)
        let bound = Double.sqrt((c0 + Double.sqrt(l / 2)) / root * (2 + 4 * Double.sqrt(2 * Double.log(4 * m / gamma))))
        var stream = SplitMix64(seed: 9), failures = 0
        for _ in 0..<100 {
            var up = 0.0, down = 0.0
            for _ in 0..<Int(m) {
                let pair = normals(2, &stream)
                guard pair[0].magnitude <= c0 / root else { continue }
                if pair[1] > 0 { up += pair[1] } else { down -= pair[1] }
            }
            if Double.maximum(up, down) / root > bound { failures += 1 }
        }
        let share = Double(failures) / 100
        #expect(share >= witness.lhs - 4 * Double.sqrt(witness.lhs * (1 - witness.lhs) / 100) && witness.lhs > gamma)
    }

    /// B.4/4's lower bound: the law of ||delta||^2 is a quotient of chi-squares, here by simulation (500 draws, 4 standard deviations).
    @Test func oneDeltaTurnsEveryNeuron() throws {
        let witness = try #require(finding("B.4/4").counterexample)
        let x = witness.parameters.compactMap { Double($0.value) }
        let (d, m, gamma, c0, r) = (x[0], x[1], x[2], x[3], x[4])
        #expect((c0 * Double.sqrt(m) + Double.sqrt(m * Double.log(1 / gamma) / 2)) * (1 + r) < m && d > m)
        var stream = SplitMix64(seed: 13), reached = 0
        for _ in 0..<500 {
            let numbers = normals(Int(d), &stream)
            let squares = numbers.map { $0 * $0 }
            let quotient = squares.prefix(Int(m)).reduce(0, +) / squares.dropFirst(Int(m)).reduce(0, +)
            if quotient <= r * r { reached += 1 }
        }
        let share = Double(reached) / 500
        #expect((share - witness.lhs).magnitude <= 4 * Double.sqrt(witness.lhs * (1 - witness.lhs) / 500) && witness.lhs > gamma)
    }
}
