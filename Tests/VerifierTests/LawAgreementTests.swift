// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Statistics
import Testing

@testable import Verifier

private func run(_ claims: [Claim], threads: Int = 2) async throws -> RunResult {
    var options = RunOptions()
    options.threads = threads
    return try await Engine(options).run(Plan(entries: claims.map { Plan.Entry(cell: try cell($0, d: 3, m: 7, c0: 1), trials: 500) }))
}

/// The contradiction that a run of one claim ends with; nil where there is none.
private func contradiction(_ claim: Claim) async throws -> LawContradiction? {
    do {
        _ = try await run([claim])
        return nil
    } catch let contradiction as LawContradiction {
        return contradiction
    }
}

@Test("a law that says never, and draws that all violate: an internal error of one line that names cell, counts and probability")
func never() async throws {
    let found = try #require(try await contradiction(.planted(1, law: 0...0)))
    #expect((found.violations, found.trials, found.lower, found.upper) == (256, 256, 0, 0))
    #expect(
        found.description == """
            internal contradiction at X/1 d=3 m=7 gamma=0.05: 256 of 256 draws violate the claim, whose exact probability of violation \
            is 0; \
            chance gives this in less than a share 1e-9 of runs, so that the law or the draws are wrong
            """)
}

@Test("one violation of what the law calls impossible is enough, and one satisfied draw of what it calls certain")
func impossible() async throws {
    let rare = try #require(try await contradiction(.planted(0.02, law: 0...0)))
    #expect(rare.violations > 0 && rare.violations < 20)
    #expect(try await contradiction(.planted(0.98, law: 1...1)) != nil)
    // The least positive double is what an enclosure makes of e^-1000.
    #expect(try await contradiction(.planted(0.02, law: 0...Double.leastNonzeroMagnitude)) != nil)
}

/// The wrong ones are tens of standard deviations off.
@Test(
    "wrong laws end the run, on either side and for events",
    arguments: [
        (0.5, 0.001...0.001, Extremum.supremum), (0.5, 0.9...0.9, .supremum), (0.5, 0.1...0.2, .supremum), (0.02, 0.5...0.5, .supremum),
        (0.5, 0.01...0.01, .event), (0.01, 0.5...0.5, .event), (1, 0...0, .event),
    ])
func wrong(probability: Double, law: ClosedRange<Double>, extremum: Extremum) async throws {
    #expect(try await contradiction(.planted(probability, extremum, law: law)) != nil)
}

@Test(
    "right laws do not, and the verdict is theirs",
    arguments: [
        (0.0, 0...0, Extremum.supremum), (1, 1...1, .supremum), (0.5, 0.5...0.5, .supremum), (0.01, 0.01...0.01, .supremum),
        (0.5, 0.4...0.6, .supremum), (0.01, 0.01...0.01, .event), (0.5, 0.5...0.5, .event),
    ])
func right(probability: Double, law: ClosedRange<Double>, extremum: Extremum) async throws {
    let result = try await run([.planted(probability, extremum, law: law)]).cells[0]
    #expect(result.evidence == .law && result.trials == 256)
    #expect(result.verdict == (probability > 0.125 ? .refuted : .holds))
    #expect(result.probability == .init(lower: law.lowerBound, upper: law.upperBound))
}

@Test("an enclosure of everything contradicts nothing, and the trials decide")
func nothingSaid() async throws {
    let result = try await run([.planted(0.5, law: 0...1)]).cells[0]
    #expect(result.evidence == .trials && result.verdict == .refuted && result.trials < 256)
    // Beyond [0, 1] it says no more.
    #expect(try await contradiction(.planted(0.5, law: -Double.infinity...Double.infinity)) == nil)
}

@Test("undecided draws speak for no law and against none: violations lie between those shown and those not excluded")
func undecided() async throws {
    #expect(try await contradiction(.planted(0, undecided: 1, law: 0...0)) == nil)
    #expect(try await contradiction(.planted(0, undecided: 1, law: 1...1)) == nil)
    #expect(try await contradiction(.planted(0.3, undecided: 0.4, law: 0.6...0.6)) == nil)
    let found = try #require(try await contradiction(.planted(0.3, undecided: 0.4, law: 0.95...0.95)))
    #expect(found.undecided > 0 && found.description.contains("(\(found.undecided) undecided)"))
    #expect(try await contradiction(.planted(0.3, undecided: 0.4, law: 0.06...0.06)) != nil)
}

@Test("the message of an event, and of an enclosure that is wide")
func messages() async throws {
    let event = try #require(try await contradiction(.planted(1, .event, law: 0.001...0.002)))
    #expect(event.description.contains("the event happens in 256 of 256 draws, and its exact probability lies in [0.001, 0.002];"))
}

/// How a judge who has seen these counts agrees with the law, in a run of so many cells.
private func contradicts(
    _ violations: Int, of trials: Int = 256, _ probability: ClosedRange<Double>, cells: Int = 1, looks: Int = 1
) throws -> Bool {
    let prepared = try PreparedCell(cell(.planted(0, law: probability), d: 1, m: 1, c0: 0))
    var judge = try CellJudge(allowed: 0.05, alpha: 1e-3)
    for trial in 0..<trials { judge.record(trial < violations ? .violates : .satisfied) }
    do {
        try LawAgreement.check(prepared, judge, cells: cells, looks: looks)
        return false
    } catch {
        return true
    }
}

/// First and last counts with a tail below 1e-9/(2 cells), n = 256:
///
///     python3 -c "from scipy.stats import binom; n = 256
///     for p in 0.05, 0.5, 0.001:
///         for c in 1, 1000:
///             t = 0.5e-9 / c; print(p, c, next(k for k in range(n + 1) if binom.sf(k - 1, n, p) < t),
///                                   max((k for k in range(n + 1) if binom.cdf(k, n, p) < t), default=-1))"
private let boundaries: [(p: Double, cells: Int, upper: Int, lower: Int)] = [
    (0.05, 1, 40, -1), (0.05, 1000, 45, -1), (0.5, 1, 177, 79), (0.5, 1000, 185, 71), (0.001, 1, 8, -1), (0.001, 1000, 10, -1),
]

@Test("the boundary counts are SciPy's", arguments: boundaries)
func boundary(p: Double, cells: Int, upper: Int, lower: Int) throws {
    for k in [upper - 1, upper, upper + 1] { #expect(try contradicts(k, p...p, cells: cells) == (k >= upper), "\(k)") }
    for k in [lower, lower + 1] where k >= 0 { #expect(try contradicts(k, p...p, cells: cells) == (k <= lower), "\(k)") }
    // So many numbers of trials at which it might have ended cost as much as so many cells.
    #expect(try !contradicts(upper - 1, p...p, looks: cells) && contradicts(upper, p...p, looks: cells))
    // An enclosure is as good as its nearer end.
    let wide = p / 2...p
    #expect(try !contradicts(upper - 1, wide, cells: cells) && contradicts(upper, wide, cells: cells))
}

/// Tails in SciPy: `2 * binom.sf(39, 256, 0.05)`, `2 * binom.cdf(79, 256, 0.5)`, `2 * binom.sf(7, 256, 0.001)`.
@Test(
    "the doubled tails are SciPy's",
    arguments: [
        (40, 0.05, 4.057821295969996e-10), (79, 0.5, 8.408944601611662e-10), (8, 0.001, 6.573705474251194e-10),
    ])
func tails(count: Int, p: Double, expected: Double) {
    let found = BinomialPlausibility.twoSided(successes: count...count, trials: 256, probability: p...p)
    #expect(abs(found / expected - 1) < 1e-10)
}

@Test("a plausible count has no small tail; without a trial nothing is contradicted")
func plausible() throws {
    #expect(BinomialPlausibility.twoSided(successes: 13...13, trials: 256, probability: 0.05...0.05) > 0.5)
    #expect(BinomialPlausibility.twoSided(successes: 0...256, trials: 256, probability: 0.3...0.3) == 1)
    #expect(try !contradicts(0, of: 0, 0...0) && !contradicts(0, of: 0, 1...1))
}

@Test("the cells of the run that have a law share the error: more of them, and a count is no contradiction any more")
func shared() async throws {
    // 45 are needed among 1000 cells, 40 alone (SciPy, above).
    #expect(try contradicts(42, 0.05...0.05) && !contradicts(42, 0.05...0.05, cells: 1000))
}

@Test("a law that throws, or a trial without a value, ends the run with its own error")
func errors() async throws {
    let quantity = PlantedQuantity(probability: 0, extremum: .supremum)
    await #expect(throws: ParameterError.self) { try await run([.planted(quantity, law: .known(UndefinedLaw()))]) }
    let broken = PlantedQuantity(probability: 0, extremum: .supremum, constant: .nan)
    let error = await #expect(throws: UnusableTrial.self) { try await run([.planted(broken, law: .unknown)]) }
    #expect(error?.description == "trial 0 of X/1 d=3 m=7 gamma=0.05 gives nan; any number, infinities included, is allowed")
}

@Test("the same result on any number of threads")
func threads() async throws {
    let claims = [Claim.planted(0.5, undecided: 0.2, law: 0.5...0.6)]
    let one = try await run(claims, threads: 1)
    for threads in [2, 3, 64] { #expect(try await run(claims, threads: threads) == one) }
}

@Test("gamma far below the last place of 1: no quantile, and no error")
func tinyGamma() async throws {
    let claim = Claim.planted(PlantedQuantity(probability: 0, extremum: .supremum), law: .unknown)
    let cell = try Cell(#require(claim.measured), Parameters(d: 1, m: 1, gamma: 1e-30, c0: 0))
    var options = RunOptions()
    options.maxTrials = 32
    let found = try await Engine(options).run(Plan(entries: [.init(cell: cell)])).cells[0]
    #expect(found.quantile == nil && found.maximum == 0 && found.verdict == .inconclusive)
}
