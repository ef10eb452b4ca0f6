// SPDX-License-Identifier: GPL-3.0-or-later

import Statistics
import Testing

/// P( p leaves the limits at some n <= horizon ), exactly: the law of S_n among the paths that have not left yet, carried
/// forward one trial at a time. What leaves is summed, so nothing cancels however small it is.
func missProbability(_ sequence: BetaBinomialSequence, p: Double, horizon: Int) -> Double {
    var missed = 0.0
    var alive = [1.0]  // alive[i] = P(not left, S_n = first + i)
    var first = 0
    for n in 1...horizon {
        // One trial: S stays or rises by one. In place, from the top.
        alive.append(0)
        for i in stride(from: alive.count - 1, through: 1, by: -1) { alive[i] = alive[i] * (1 - p) + alive[i - 1] * p }
        alive[0] *= 1 - p
        // The limits exclude p for S too small and for S too large.
        while let mass = alive.last, sequence.position(of: p, successes: first + alive.count - 1, trials: n) == .below {
            missed += mass
            alive.removeLast()
        }
        var drop = 0
        while drop < alive.count, sequence.position(of: p, successes: first + drop, trials: n) == .above {
            missed += alive[drop]
            drop += 1
        }
        alive.removeFirst(drop)
        first += drop
    }
    return missed
}

@Suite("Coverage over all n at once, by dynamic programming over all paths")
struct CoverageTests {
    @Test(arguments: [0.05, 1e-3, 1e-5], [1.0, 40, 1000])
    func coverage(alpha: Double, tOpt: Double) throws {
        let sequence = try BetaBinomialSequence(alpha: alpha, tOpt: tOpt)
        for p in [1e-4, 0.01, 0.05, 0.5, 0.99] {
            let missed = missProbability(sequence, p: p, horizon: 3000)
            #expect(missed <= alpha)
            // The bound is not idle either: near p = 1/2 a good part of alpha is spent.
            if p == 0.5 && tOpt == 40 { #expect(missed > alpha / 10) }
        }
    }

    @Test("the tuned sequence covers its own target", arguments: [0.05, 0.01])
    func tunedCoverage(gamma: Double) throws {
        let alpha = 1e-3 / 400
        let sequence = try BetaBinomialSequence.tuned(alpha: alpha, target: gamma)
        let missed = missProbability(sequence, p: gamma, horizon: 3000)
        #expect(missed <= alpha && missed > 0)
    }

    @Test("the harness sees a sequence that does not cover")
    func harness() throws {
        // Limits at level 0.5 miss more often than 0.01.
        #expect(missProbability(try BetaBinomialSequence(alpha: 0.5, tOpt: 40), p: 0.5, horizon: 500) > 0.01)
    }

    @Test("limits, not only position, keep p on the very paths that the harness keeps")
    func limitsOnPaths() throws {
        let sequence = try BetaBinomialSequence(alpha: 0.01, tOpt: 40)
        let p = 0.05
        for n in [10, 50, 200, 1000] {
            for s in 0...(n / 4) {
                let limits = sequence.limits(successes: s, trials: n)
                #expect(limits.contains(p) == (sequence.position(of: p, successes: s, trials: n) == .inside))
            }
        }
    }
}
