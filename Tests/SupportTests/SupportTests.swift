// SPDX-License-Identifier: GPL-3.0-or-later

import Support
import Testing

struct BisectionTests {
    @Test func findsEveryFirstInteger() {
        for high in 1...40 {
            for first in 1...high {
                #expect(Bisection.firstInteger(after: 0, upTo: high) { $0 >= first } == first)
            }
        }
        #expect(Bisection.firstInteger(after: -3, upTo: 9) { _ in false } == 9)
        #expect(Bisection.firstInteger(after: 0, upTo: .max) { $0 >= 1 << 61 } == 1 << 61)
    }

    @Test func endsAtNeighbouringDoubles() {
        let root = Bisection.exhaustively(from: 1, to: 2) { $0 * $0 >= 2 }
        #expect(root.before * root.before < 2 && root.after * root.after >= 2 && root.before.nextUp == root.after)
        // From above, where the condition holds below.
        let down = Bisection.exhaustively(from: 2, to: 1) { $0 * $0 < 2 }
        #expect(down.after == root.before && down.before == root.after)
        let integer = Bisection.exhaustively(from: 0, to: 1e17, middle: { (($0 + $1) / 2).rounded() }) { $0 >= 12_345_678_901 }
        #expect(integer == .init(before: 12_345_678_900, after: 12_345_678_901))
    }

    @Test func halvesAsOftenAsSaid() {
        var count = 0
        let bracket = Bisection.bracket(from: 0, to: 8, times: 5) { x in
            count += 1
            return x > 3
        }
        #expect(count == 5 && bracket == .init(before: 3, after: 3.25))
        #expect(Bisection.bracket(from: 0, to: 8, times: 0) { _ in true } == .init(before: 0, after: 8))
    }

    struct Refusal: Error, Equatable {}

    @Test func passesErrorsOn() {
        #expect(throws: Refusal()) { try Bisection.firstInteger(after: 0, upTo: 8) { _ throws(Refusal) in throw Refusal() } }
    }
}

struct ParallelTests {
    struct Failure: Error, Equatable { let index: Int }

    @Test(arguments: [0, 1, 2, 5, 100]) func keepsTheOrder(threads: Int) async {
        for chunk in [1, 3, 50] {
            #expect(await Parallel.map(37, threads: threads, chunk: chunk) { $0 * $0 } == (0..<37).map { $0 * $0 })
            #expect(await Parallel.map(0, threads: threads, chunk: chunk) { $0 }.isEmpty)
        }
    }

    @Test(arguments: [1, 4]) func throwsTheFirstFailure(threads: Int) async {
        await #expect(throws: Failure(index: 3)) {
            try await Parallel.map(20, threads: threads) { index throws(Failure) in
                if index == 3 { throw Failure(index: index) }
                return index
            }
        }
    }

    @Test(arguments: [1, 3]) func stopsWhereItIsInterrupted(threads: Int) async {
        var told: [Int] = []
        let results = await Parallel.map(30, threads: threads, progress: { told.append($0) }, isInterrupted: { told.count >= 10 }) { $0 }
        let begun = results.compactMap { $0 }
        #expect(begun == Array(0..<begun.count) && begun.count >= 10 && begun.count < 10 + threads)
        #expect(told == Array(1...begun.count) && results.count == 30)
    }
}

struct SplitMix64Tests {
    /// The first outputs of the reference implementation (Vigna, prng.di.unimi.it/splitmix64.c) for seed 1234567.
    @Test func isTheReference() {
        var random = SplitMix64(seed: 1_234_567)
        let words = (0..<5).map { _ in random.next() }
        #expect(
            words == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
                16_408_922_859_458_223_821,
            ])
    }

    @Test func uniformNumbersLieInTheirIntervals() {
        var (a, b, c) = (SplitMix64(seed: 5), SplitMix64(seed: 5), SplitMix64(seed: 5))
        for _ in 0..<1000 {
            let (x, y, z) = (a.uniform(), b.openUniform(), c.symmetric())
            #expect(x >= 0 && x < 1 && y > 0 && y - x <= 0x1p-53 && z == 2 * y - 1)
        }
    }
}
