// SPDX-License-Identifier: GPL-3.0-or-later
//
// How often a verdict is wrong where the truth is known: a claim "with probability >= 1-gamma no more than K neurons flip", whose failure
// probability is a tail of the binomial law, at gammas on either side of it. The verifier is told of no law and has its draws alone.
// error-rate [seeds] [trials] [error rate]

import Bounds
import Claims
import Glibc
import LazyPaper
import Quantities
import Verifier

/// No more than `count` neurons flip.
struct Count: Formula {
    let count: Int
    var dependsOn: Set<OptionalParameter> { [.c0] }
    func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { Bound(.init("K", .integer(count))) }
    func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [] }
}

let given = CommandLine.arguments.dropFirst().map { Double($0) ?? .nan }
let seeds = given.count > 0 ? UInt64(given[0]) : 1000
let trials = given.count > 1 ? Int(given[1]) : 20_000
let rate = given.count > 2 ? given[2] : 0.05
let (m, c0, count) = (20, 2.0, 6)

/// P(more than `count` of m neurons flip), each with probability P(|g| <= V): from the C library's erf and lgamma alone.
let truth = {
    let p = erf(c0 / Double(m).squareRoot() / 2.0.squareRoot())
    return (count + 1...m).reduce(0.0) { sum, k in
        let choices = exp(lgamma(Double(m) + 1) - lgamma(Double(k) + 1) - lgamma(Double(m - k) + 1))
        return sum + choices * pow(p, Double(k)) * pow(1 - p, Double(m - k))
    }
}()

let claim = Claim(
    "known", place: "the binomial law", kind: .uniform, statement: "With probability >= 1-gamma no more than \(count) neurons flip",
    domain: "d = 2, m = \(m), C0 = 2", subject: .measured(FlippedNeurons(), bound: Count(count: count), law: .unknown), failing: .gamma,
    check: .supremum("A count of each draw."), decidedBy: .draws)
guard let measured = claim.measured else {
    print("the claim has no quantity")
    exit(70)
}

print("P(violates) = \(truth); \(seeds) seeds, at most \(trials) trials, error rate \(rate)")
print("gamma / P(violates)", "holds", "refuted", "undecided", "wrong", "trials on average", separator: "\t")
var failed = false
for factor in [0.8, 0.95, 0.99, 1.01, 1.05, 1.2] {
    let cell = try Cell(measured, Parameters(d: 2, m: m, gamma: truth * factor, c0: c0))
    let plan = Plan(entries: [.init(cell: cell)])
    var counts: [Verdict: Int] = [:], made = 0
    for seed in 1...seeds {
        var options = RunOptions()
        (options.seed, options.maxTrials, options.errorRate, options.batch) = (seed, trials, rate, 1000)
        let result = try await Engine(options).run(plan).cells[0]
        if let verdict = result.verdict { counts[verdict, default: 0] += 1 }
        made += result.trials
    }
    let (holds, refuted) = (counts[.holds, default: 0], counts[.refuted, default: 0])
    let wrong = factor < 1 ? holds : refuted
    failed = failed || Double(wrong) > rate * Double(seeds)
    print(factor, holds, refuted, Int(seeds) - holds - refuted, wrong, made / Int(seeds), separator: "\t")
}
if failed { exit(1) }
