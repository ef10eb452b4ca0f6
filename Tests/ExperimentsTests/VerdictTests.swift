// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import RealModule
import Testing

@testable import Experiments
@testable import LazyPaper

/// Records that follow planted laws: what each rule of the rows must find.
private enum Planted {
    static func lazy(
        relative: Double = -0.5, gradient: Double = 0.5, step: Double = -1, growth: (Double, Double, Double) = (0.3, 0.2, 0.1),
        errors: Int = 0,
        scaling: SampleScaling = .unnormalized, noise: Double = 0.01
    ) -> [LazyRecord] {
        var random = TestRandom(9)
        var records: [LazyRecord] = []
        for d in [25, 100, 400, 784] {
            for c0 in [10.0, 20, 40] {
                for run in 1...4 {
                    func spread(_ exponent: Double, _ growth: Double) -> Spread {
                        let value = Double.pow(Double(d), exponent) * Double.pow(c0, growth) * Double.exp(noise * random.normal())
                        return Spread(low: value / 2, median: value, high: 2 * value, mean: value)
                    }
                    records.append(
                        LazyRecord(
                            scaling: scaling, d: d, m: 100_000, c0: c0, run: run, steps: 1, leaves: true, errors: errors, images: 2115,
                            measured: 10,
                            neverFlipped: 0, relative: spread(relative, growth.0), gradient: spread(gradient, growth.1),
                            step: spread(step, growth.2)))
                }
            }
        }
        return records
    }

    static func adversarial(left: Double, right: Double, width: Double) -> [AdversarialRecord] {
        func record(_ d: Int, _ m: Int, _ c0: Double, _ radius: Double, _ run: Int, _ accuracy: Double) -> AdversarialRecord {
            AdversarialRecord(
                d: d, m: m, c0: c0, radius: radius, run: run, rounds: 1, attacked: 1, robustTraining: 1, images: 1000, right: 1000,
                robust: Int(1000 * min(1, max(0, accuracy))))
        }
        var records: [AdversarialRecord] = []
        for run in 1...2 {
            for k in 1...10 { records.append(record(100, 1000, 10, Double(k) / 10.0, run, 0.5 - (Double(k) - left) / width)) }
            for c0 in [5.0, 10, 15, 20, 25, 30, 40, 60] { records.append(record(784, 316, c0, 0.2, run, 0.5 + (c0 - right) / (5 * width))) }
        }
        return records
    }
}

private func row(_ id: String, lazy: [LazyRecord] = [], adversarial: [AdversarialRecord] = []) -> AuditRow? {
    guard let claim = LazyPaper.catalogue.claim(id) else { return nil }
    return ExperimentFindings(RunRecords(lazy: lazy, adversarial: adversarial), source: "planted", images: .mnist).rows([claim]).first
}

@Test("5/1: an error of exactly 1 % or more refutes, less does not")
func errorVerdicts() {
    #expect(row("5/1", lazy: Planted.lazy(errors: 21))?.verdict == .holds)
    #expect(row("5/1", lazy: Planted.lazy(errors: 22))?.verdict == .refuted)
    #expect(row("5/1", lazy: Planted.lazy(errors: 22))?.finding.counterexample?.lhs == 22.0 / 2115)
}

@Test("5/2 and 5/6: planted exponents hold, others are refuted with a witness, noise leaves them open")
func scalingVerdicts() {
    #expect(row("5/2", lazy: Planted.lazy())?.verdict == .holds)
    let flat = row("5/2", lazy: Planted.lazy(step: -0.5))
    #expect(flat?.verdict == .refuted && abs((flat?.finding.counterexample?.lhs ?? 0) - 0.5) < 0.05)
    #expect(row("5/2", lazy: Planted.lazy(noise: 1))?.verdict == .consistent)
    #expect(row("5/6", lazy: Planted.lazy(scaling: .normalized))?.verdict == .holds)
    #expect(row("5/6", lazy: Planted.lazy())?.verdict == .inconclusive, "no record without bias")
    #expect(row("5/6", lazy: Planted.lazy(growth: (0.3, 0.2, -0.2), scaling: .normalized))?.verdict == .refuted)
}

@Test("5/3: growth holds, a fall is refuted, what is within the noise stays open")
func growthVerdicts() {
    #expect(row("5/3", lazy: Planted.lazy())?.verdict == .holds)
    #expect(row("5/3", lazy: Planted.lazy(growth: (0.3, 0.2, -0.2)))?.verdict == .refuted)
    #expect(row("5/3", lazy: Planted.lazy(growth: (0.3, 0.2, 0)))?.verdict == .consistent)
}

@Test("5/4 and 5/5: a sharp drop at the place holds; one elsewhere, a slow one, or none is refuted")
func robustVerdicts() {
    let sharp = Planted.adversarial(left: 5, right: 25, width: 4)
    #expect(row("5/4", adversarial: sharp)?.verdict == .holds && row("5/5", adversarial: sharp)?.verdict == .holds)
    let elsewhere = Planted.adversarial(left: 2, right: 59, width: 1)
    #expect(row("5/4", adversarial: elsewhere)?.verdict == .refuted && row("5/5", adversarial: elsewhere)?.verdict == .refuted)
    #expect((row("5/4", adversarial: elsewhere)?.finding.counterexample?.lhs ?? 0) > 2)
    let never = Planted.adversarial(left: 100, right: 100, width: 4)
    #expect(row("5/4", adversarial: never)?.verdict == .refuted && row("5/5", adversarial: never)?.verdict == .refuted)
}

@Test("A repair stands only where its records bear it: none where errors are larger than its constant too")
func repairs() {
    let rows = { (errors: Int) in
        ExperimentFindings(RunRecords(lazy: Planted.lazy(errors: errors)), source: "planted", images: .mnist).rows([.claim51]).map(\.id)
    }
    #expect(rows(0) == ["5/1"] && rows(22) == ["5/1", "5/1*"] && rows(85) == ["5/1"])
}

@Test("Every claim of Section 5 has a row that the recorded run decides, with a witness where it is refuted")
func recordedRows() throws {
    let findings = try ExperimentFindings.recorded()
    for claim in Claim.section5 {
        let all = findings.rows([claim])
        let row = try #require(all.first)
        #expect(row.repairs == all.dropFirst().map(\.id) && all.dropFirst().allSatisfy { $0.verdict == .holds })
        #expect((row.finding.counterexample != nil) == (row.verdict == .refuted), "\(claim.id)")
        // What no recorded run speaks of says so.
        #expect(row.verdict == .inconclusive || row.finding.boundary?.rows.isEmpty == false)
    }
    #expect(Claim.section5.prefix(7).map(\.id) == (1...7).map { "5/\($0)" })
}

@Test("Records of other images judge no claim: neither a verdict nor a witness, and no column that has one")
func otherImages() throws {
    for (id, lazy, adversarial) in [
        ("5/1", Planted.lazy(errors: 85), []), ("5/2", Planted.lazy(step: -0.5), []),
        ("5/4", [], Planted.adversarial(left: 2, right: 59, width: 1)),
    ] {
        let records = RunRecords(lazy: lazy, adversarial: adversarial)
        let claim = try #require(LazyPaper.catalogue.claim(id))
        let mnist = ExperimentFindings(records, source: "planted", images: .mnist).rows([claim])
        let others = ExperimentFindings(records, source: "planted", images: .other("images of noise")).rows([claim])
        #expect(mnist.first?.verdict == .refuted && mnist.first?.finding.isJudged == true && others.map(\.finding.isJudged) == [false])
        let finding = try #require(others.first).finding
        #expect(finding.counterexample == nil && finding.evidence.isEmpty && finding.note.contains("these are other images"))
        let table = try #require(finding.boundary)
        #expect(table.rows.allSatisfy { row in row.count == table.columns.count && !row.contains("refuted") && !row.contains("holds") })
        #expect(table.rows.count == mnist.first?.finding.boundary?.rows.count)
    }
}
