// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import RealModule
import Testing

@testable import Experiments
@testable import LazyPaper

@Test("5/1: an error of exactly 1 % or more is not what the paper found, less is")
func errorVerdicts() {
    #expect(row("5/1", lazy: Planted.lazy(errors: 21))?.verdict == .reproduced)
    let failing = row("5/1", lazy: Planted.lazy(errors: 22))
    #expect(failing?.verdict == .notReproduced && failing?.finding.note.contains("16 of 16 at C0 = 10") == true)
}

@Test("a network that training leaves in one ball is that of the larger balls, and counts once")
func distinctNetworks() {
    var records = Planted.lazy(errors: 22).filter { $0.d == 25 && $0.run == 1 }
    #expect(records.distinctNetworks.map(\.c0) == [10, 20, 40])
    for index in records.indices where records[index].c0 >= 20 { records[index].leaves = false }
    #expect(records.distinctNetworks.map(\.c0) == [10, 20])
}

@Test(
    "5/2: exponents that exclude each other are refuted whatever the records; planted ones are reproduced or not"
)
func scalingVerdicts() {
    #expect(row("5/2", lazy: Planted.lazy())?.verdict == .reproduced)
    #expect(row("5/2", lazy: Planted.lazy(step: -0.5))?.verdict == .notReproduced)
    #expect(row("5/2", lazy: Planted.lazy(noise: 1))?.verdict == .inconclusive)
    // Images whose norm does not go with d leave room for the three; those of a fixed range of pixels do not.
    #expect(row("5/2", lazy: Planted.lazy(), ceilings: ceilings(normExponent: 0))?.verdict == .reproduced)
    #expect(row("5/2", lazy: Planted.lazy(), ceilings: ceilings(normExponent: 0.3))?.verdict == .reproduced)
    let excluded = row("5/2", lazy: Planted.lazy(), ceilings: ceilings(normExponent: 0.5))
    #expect(excluded?.verdict == .refuted && abs((excluded?.finding.counterexample?.lhs ?? 0) - 0.5) < 1e-9)
    #expect(row("5/6", lazy: Planted.lazy(scaling: .normalized))?.verdict == .reproduced)
    #expect(row("5/6", lazy: Planted.lazy())?.verdict == .inconclusive, "no record without bias")
    #expect(row("5/6", lazy: Planted.lazy(growth: (0.3, 0.2, -0.2), scaling: .normalized))?.verdict == .notReproduced)
}

@Test("5/3: growth step by step within a run is reproduced, a fall is not, what is within the noise stays open")
func growthVerdicts() {
    #expect(row("5/3", lazy: Planted.lazy())?.verdict == .reproduced)
    #expect(row("5/3", lazy: Planted.lazy(growth: (0.3, 0.2, -0.2)))?.verdict == .notReproduced)
    #expect(row("5/3", lazy: Planted.lazy(growth: (0.3, 0.2, 0)))?.verdict == .inconclusive)
    // Steps, not a line through all: a fall at the end that a fit would miss.
    var records = Planted.lazy(growth: (0.5, 0.5, 0.5))
    for index in records.indices where records[index].c0 == 40 && records[index].d == 25 {
        let spread = records[index].step
        records[index].step = Spread(low: spread.low / 2, median: spread.median / 2, high: spread.high / 2, mean: spread.mean / 2)
    }
    let found = row("5/3", lazy: records)
    #expect(
        found?.verdict == .notReproduced
            && found?.finding.note.contains("falls at d = 25 from C0 = 20 to 40 (rises in 0 of 4 runs)") == true)
}

@Test("5/4 and 5/5: a sharp drop at the place is reproduced; one elsewhere, a slow one, or none is not; two runs tell nothing")
func robustVerdicts() {
    let sharp = Planted.adversarial(left: 5, right: 25, width: 4)
    #expect(row("5/4", adversarial: sharp)?.verdict == .reproduced && row("5/5", adversarial: sharp)?.verdict == .reproduced)
    let elsewhere = Planted.adversarial(left: 2, right: 59, width: 1)
    #expect(row("5/4", adversarial: elsewhere)?.verdict == .notReproduced && row("5/5", adversarial: elsewhere)?.verdict == .notReproduced)
    let never = Planted.adversarial(left: 100, right: 100, width: 4)
    #expect(row("5/4", adversarial: never)?.verdict == .notReproduced && row("5/5", adversarial: never)?.verdict == .notReproduced)
    #expect(row("5/5", adversarial: sharp.filter { $0.run < 3 })?.verdict == .inconclusive)
}

@Test("5/8: pairs with and without the projection decide it, where the projection has anything to do")
func projectionVerdicts() {
    func pairs(gain: Int, distance: Double) -> [AdversarialRecord] {
        let with = Planted.adversarial(left: 5, right: 25, width: 4).filter { $0.d == 100 }.map { record in
            var record = record
            record.right = 900
            return record
        }
        return with
            + with.map { record in
                var free = record
                (free.projects, free.distance) = (false, distance)
                if free.run == 2 { free.right += gain }
                return free
            }
    }
    #expect(row("5/8", adversarial: pairs(gain: 10, distance: 12))?.verdict == .reproduced)
    #expect(row("5/8", adversarial: pairs(gain: 11, distance: 12))?.verdict == .notReproduced)
    #expect(row("5/8", adversarial: pairs(gain: 0, distance: 9))?.verdict == .inconclusive)
    #expect(row("5/8", adversarial: pairs(gain: 0, distance: 12).filter(\.projects))?.verdict == .inconclusive)
    // Networks without the projection are no part of Figure 4.
    #expect(row("5/4", adversarial: pairs(gain: 0, distance: 12))?.finding.note.contains("(d = 100)") == true)
}

@Test("5/10: refuted where no classifier can be robust, whatever the networks; else a matter of the networks")
func ceilingVerdicts() {
    let robust = Planted.adversarial(left: 9, right: 25, width: 1)
    #expect(row("5/10", adversarial: robust)?.verdict == .reproduced)
    #expect(row("5/10", adversarial: robust, ceilings: ceilings(normExponent: 0, matching: 100))?.verdict == .reproduced)
    let lost = row("5/10", adversarial: robust, ceilings: ceilings(normExponent: 0, matching: 900))
    #expect(lost?.verdict == .refuted && lost?.finding.note.contains("at d = 100, ||delta|| = 3/sqrt d at most 1100 of the 2000") == true)
    // Where it says nothing below 5/sqrt d.
    #expect(row("5/10", adversarial: robust, ceilings: ceilings(normExponent: 0, matching: 900, from: 5))?.verdict == .reproduced)
    #expect(row("5/10", adversarial: Planted.adversarial(left: 2, right: 25, width: 1))?.verdict == .notReproduced)
}

@Test("A repair stands only where its records bear it: none where networks in larger balls err too")
func repairs() {
    let rows = { (errors: Int, onlySmall: Bool) in
        var records = Planted.lazy(errors: errors)
        for index in records.indices where onlySmall && records[index].c0 > 10 { records[index].errors = 0 }
        // Two hundred different networks: enough for three in a hundred.
        records += records.map { record in
            var copy = record
            copy.run += 4
            return copy
        }
        records += records.map { record in
            var copy = record
            copy.m = 1000
            return copy
        }
        records += records.map { record in
            var copy = record
            copy.m += 1
            return copy
        }
        return (try? planted(RunRecords(lazy: records), .mnist))?.rows([.claim51]).map(\.id)
    }
    #expect(rows(0, false) == ["5/1"] && rows(22, true) == ["5/1", "5/1*"] && rows(85, false) == ["5/1"])
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
        let mnist = try planted(records, .mnist).rows([claim])
        let others = try planted(records, .other("images of noise")).rows([claim])
        #expect(
            mnist.first?.verdict == .notReproduced && mnist.first?.finding.isJudged == true && others.map(\.finding.isJudged) == [false])
        let finding = try #require(others.first).finding
        #expect(finding.counterexample == nil && finding.evidence.isEmpty && finding.note.contains("these are other images"))
        let table = try #require(finding.boundary)
        #expect(
            table.rows.allSatisfy { row in
                row.count == table.columns.count && !row.contains("not reproduced") && !row.contains("reproduced")
            })
        #expect(table.rows.count == mnist.first?.finding.boundary?.rows.count)
    }
}
