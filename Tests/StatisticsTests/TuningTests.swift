// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule
import Statistics
import Testing

@Suite("Tuning for a target")
struct TuningTests {
    @Test("trialsToDecide is the first number of trials that decides", arguments: [0.2, 0.05, 0.01])
    func first(gamma: Double) throws {
        let sequence = try BetaBinomialSequence(alpha: 1e-4, tOpt: 100)
        let trials = try #require(try sequence.trialsToDecide(gamma: gamma))
        #expect(sequence.limits(successes: 0, trials: trials).upper <= gamma)
        #expect(sequence.limits(successes: 0, trials: trials - 1).upper > gamma)
    }

    @Test("the tuned sequence needs few trials more than the simple test", arguments: [0.05, 0.01], [1e-3 / 400, 1e-2])
    func tuned(gamma: Double, alpha: Double) throws {
        let simple = Int((-Double.log(alpha) / -Double.log(onePlus: -gamma)).rounded(.up))
        let strict = try BetaBinomialSequence.tuned(alpha: alpha, target: gamma, slack: 0)
        let fewest = try #require(try strict.trialsToDecide(gamma: gamma))
        #expect(fewest >= simple && fewest <= simple + 2)
        let loose = try BetaBinomialSequence.tuned(alpha: alpha, target: gamma)
        let trials = try #require(try loose.trialsToDecide(gamma: gamma))
        #expect(trials >= fewest && Double(trials) <= 1.05 * Double(fewest))
        #expect(loose.tOpt > strict.tOpt)
    }

    @Test func errors() throws {
        let sequence = try BetaBinomialSequence(alpha: 1e-4, tOpt: 100)
        #expect(throws: StatisticsError.outOfRange(argument: "gamma", value: 1, range: "(0, 1)")) {
            try sequence.trialsToDecide(gamma: 1)
        }
        #expect(throws: StatisticsError.outOfRange(argument: "slack", value: -1, range: "[0, inf)")) {
            try BetaBinomialSequence.tuned(alpha: 0.1, target: 0.1, slack: -1)
        }
    }
}
