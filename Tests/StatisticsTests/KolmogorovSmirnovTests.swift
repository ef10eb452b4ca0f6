// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule
import Statistics
import Testing

@Suite("Kolmogorov-Smirnov")
struct KolmogorovSmirnovTests {
    @Test("the distance agrees with SciPy's", arguments: kolmogorovRows.indices)
    func distance(index: Int) throws {
        let row = kolmogorovRows[index]
        // ((i step) mod 1)^power, i = 1...n: the samples of the reference script.
        let sample = (1...row.n).map { Double.pow((Double($0) * 0.6180339887498949).truncatingRemainder(dividingBy: 1), row.power) }
        #expect(abs(try KolmogorovSmirnov.distance(of: sample) { $0 } - row.distance) <= 1e-14)
    }

    @Test func errors() {
        #expect(throws: StatisticsError.tooFew(argument: "values", count: 0, minimum: 1)) { try KolmogorovSmirnov.distance(of: []) { $0 } }
        #expect(throws: StatisticsError.notANumber(argument: "values", index: 0)) { try KolmogorovSmirnov.distance(of: [.nan]) { $0 } }
        #expect(throws: StatisticsError.outOfRange(argument: "cdf", value: 2, range: "[0, 1]")) {
            try KolmogorovSmirnov.distance(of: [2]) { $0 }
        }
    }
}
