// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tries to refute every row that the audit proves, repairs included, at so many random points of its domain: a deterministic claim itself,
// and of the others each inequality that its proof asserts over a domain. Each point is decided in balls of 64 bits, and what fails is
// confirmed at rising precision. Points are the same on any number of threads.
// counterexamples [points] [seed]

import Claims
import Foundation
import LazyPaper
import Prover

let given = CommandLine.arguments.dropFirst().map { Double($0) ?? .nan }
let points = given.count > 0 ? Int(given[0]) : 1_000_000
let seed = given.count > 1 ? UInt64(given[1]) : 1
let threads = ProcessInfo.processInfo.activeProcessorCount

/// What the audit calls proved by lines of argument.
let rows = LazyPaper.catalogue.all.flatMap { [$0] + $0.repairs }.compactMap { claim -> (Claim, CheckedArgument)? in
    guard case .proof(let proof) = claim.decision, let argument = proof as? CheckedArgument else { return nil }
    return argument.finding().verdict == .proved ? (claim, argument) : nil
}

var (searched, inside, found) = (0, 0, 0)
for (claim, argument) in rows {
    let searches = argument.randomSearches(draw: RandomParameters.draw)
    guard !searches.isEmpty else {
        print("\(claim.id): about no numbers")
        continue
    }
    searched += 1
    for search in searches {
        let outcome = await search.run(points: points / searches.count, seed: seed, threads: threads)
        inside += outcome.inside
        found += outcome.counterexample == nil ? 0 : 1
        let failure = outcome.counterexample.map { ", COUNTEREXAMPLE \($0.text)" } ?? ""
        print("\(claim.id): \(outcome.inside) points of \(outcome.drawn) drawn\(failure)")
    }
}
print("\(searched) rows, \(inside) points, \(found) counterexamples")
exit(found == 0 ? 0 : 1)
