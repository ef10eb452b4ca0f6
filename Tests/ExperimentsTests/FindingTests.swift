// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import Foundation
import RealModule
import Statistics
import Testing

@testable import Experiments
@testable import LazyPaper

/// scipy.stats.t.ppf of SciPy 1.15.
@Test(
    "Student's quantiles against SciPy",
    arguments: [
        (0.975, 1.0, 12.706204736174694), (0.995, 2, 9.924843200918287), (0.995, 4, 4.604094871349992), (0.9995, 3, 12.923978636687961),
        (0.6, 10, 0.2601848294920803), (0.1, 2.5, -1.7302509288071761),
    ])
func student(probability: Double, degrees: Double, expected: Double) {
    #expect(abs(MeanInterval.studentQuantile(probability, degrees: degrees) - expected) < 1e-10 * abs(expected))
}

@Test("A mean's limits, and what they refuse")
func meanInterval() throws {
    let interval = try MeanInterval([1, 2, 3, 4], confidence: 0.95)
    // 2.5 -+ 3.182446305284263 sqrt(5/3)/2.
    #expect(abs(interval.upper - 4.554260) < 1e-6 && abs(interval.lower - 0.445740) < 1e-6)
    #expect(throws: StatisticsError.tooFew(argument: "values", count: 1, minimum: 2)) { try MeanInterval([1]) }
    #expect(throws: StatisticsError.outOfRange(argument: "values", value: .infinity, range: "finite numbers")) {
        try MeanInterval([1, .infinity])
    }
}

@Test("A power law's exponent, exact and with noise; none where a run has one point or an infinite one")
func powerLaw() throws {
    let exact = try #require(PowerLaw([1.0, 3].map { a in [2.0, 5, 40].map { (x: $0, y: a * Double.pow($0, -0.75)) } }))
    #expect(abs(exact.exponent + 0.75) < 1e-12 && exact.upper - exact.lower < 1e-10)
    #expect(exact.distance(from: -1) > 0.2499 && exact.distance(from: -0.75) < 1e-12)
    let spread = try #require(PowerLaw([-0.4, -0.6].map { b in [2.0, 8].map { (x: $0, y: Double.pow($0, b)) } }))
    #expect(spread.distance(from: -1) == 0 && spread.reach(from: -0.5) > 1)
    #expect(PowerLaw([[(x: 2, y: 1)], [(x: 2, y: 1)]]) == nil)
    #expect(PowerLaw([[(x: 2, y: 1), (x: 3, y: .infinity)], [(x: 2, y: 1), (x: 3, y: 1)]]) == nil)
}

@Test("Where a curve passes a level")
func curve() {
    let falling = RobustCurve([.init(at: 3, robustAccuracy: 0), .init(at: 1, robustAccuracy: 1), .init(at: 2, robustAccuracy: 0.8)])
    #expect(falling.falls(to: 0.9) == 1.5 && falling.falls(to: 0.4) == 2.5 && falling.rises(to: 0.5) == nil)
    let rising = RobustCurve([.init(at: 1, robustAccuracy: 0), .init(at: 3, robustAccuracy: 1)])
    #expect(rising.rises(to: 0.25) == 1.5 && rising.falls(to: 0.25) == nil)
}

@Test("The tables of the recorded run are read back as they were written, and a damaged line is named")
func tables() throws {
    let records = try RunRecords.recorded()
    #expect(try [LazyRecord](table: records.lazy.table, path: "x") == records.lazy && !records.lazy.isEmpty)
    #expect(try [AdversarialRecord](table: records.adversarial.table, path: "x") == records.adversarial && !records.adversarial.isEmpty)
    #expect(try [Histogram](table: records.histograms.table, path: "x").map(\.counts) == records.histograms.map(\.counts))
    #expect(records.histograms.allSatisfy { $0.counts.reduce(0, +) == $0.images })
    // With every cell filled in.
    var whole = records.adversarial[0]
    (whole.distance, whole.curve) = (7.5, [0.25, 0.5])
    #expect(try [AdversarialRecord](table: [whole].table, path: "x") == [whole])
    let damaged = [whole].table.split(separator: "\n").prefix(2).joined(separator: "\n").split(separator: ",").dropLast()
        .joined(separator: ",")
    #expect { try [AdversarialRecord](table: damaged, path: "x") } throws: { "\($0)".hasPrefix("x:2: has 14 cells") }
    let text = [whole].table.split(separator: "\n").prefix(2).joined(separator: "\n")
    let wrong = text + "\n" + text.split(separator: "\n")[1].split(separator: ",").dropLast().joined(separator: ",") + ",1 many\n"
    #expect { try [AdversarialRecord](table: wrong, path: "x") } throws: {
        "\($0)" == "x:3: 'curve' is '1 many'; allowed: numbers with a space between them"
    }
}
