// SPDX-License-Identifier: GPL-3.0-or-later
//
// Seconds a trial of each draw at m = 1e5, C0 = 10, and the memory that a dense one needs. One thread.
// draws dense | draws reduced

import Glibc
import LazyBall
import Sampler

func time(_ name: String, _ trials: UInt64, _ body: (UInt64) throws -> Int) rethrows {
    let clock = ContinuousClock()
    var sink = 0
    let elapsed = try clock.measure { for trial in 0..<trials { sink &+= try body(trial) } }
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    print(name, "\(seconds / Double(trials) * 1e6) us a trial", sink == .min ? "" : "", separator: "\t")
}

func peakMegabytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
}

let m = 100_000
let radius = 10 / Double(m).squareRoot()
let claim = StreamKey.identifier("benchmark")

func rows(_ tiles: some RowTiles) -> Int {
    var total = 0
    tiles.forEachTile { total += $0.count }
    return total
}

func dense(_ d: Int) throws {
    func draw(_ trial: UInt64) throws -> DenseInitialization {
        try DenseInitialization(key: StreamKey(seed: 1, claim: claim, trial: trial), width: m, dimension: d)
    }
    let reach = 1 / Double(d).squareRoot()
    let pair = DirectionPair(delta: (0, reach), r: (0, 0, 1))
    try time("dense d=\(d) flipped-neurons", 2) { try draw($0).flippedNeurons(radius: radius) }
    try time("dense d=\(d) perturbed-flipped-neurons", 2) { try draw($0).perturbedFlippedNeurons(radius: radius, perturbation: reach) }
    try time("dense d=\(d) function", 2) { try draw($0).functionProblem(radius: radius).signs.count }
    try time("dense d=\(d) directional", 2) { try draw($0).directionalProblem(radius: radius, pair: pair).signs.count }
    try time("dense d=\(d) gradient", 2) { try draw($0).gradientProblem(radius: radius).steadyCount }
    try time("dense d=\(d) difference, and one pass", 2) {
        rows(try draw($0).differenceProblem(radius: radius, perturbation: reach).movable)
    }
    print("peak memory", "\(peakMegabytes()) MB", separator: "\t")
}

func reduced(_ d: Int) throws {
    func draw(_ trial: UInt64) throws -> ReducedInitialization {
        try ReducedInitialization(key: StreamKey(seed: 1, claim: claim, trial: trial), width: m, dimension: d)
    }
    let reach = 1 / Double(d).squareRoot()
    let pair = DirectionPair(delta: (0, reach), r: (0, 0, 1))
    try time("reduced d=\(d) flipped-neurons", 100_000) { try draw($0).flippedNeurons(radius: radius) }
    try time("reduced d=\(d) perturbed-flipped-neurons", 20) { try draw($0).perturbedFlippedNeurons(radius: radius, perturbation: reach) }
    try time("reduced d=\(d) function", 200) { try draw($0).functionProblem(radius: radius).signs.count }
    try time("reduced d=\(d) directional, R = 1/sqrt d", 200) { try draw($0).directionalProblem(radius: radius, pair: pair).signs.count }
    try time("reduced d=\(d) gradient", 20) { try draw($0).gradientProblem(radius: radius).steadyCount }
}

if CommandLine.arguments.dropFirst().first == "dense" {
    try dense(784)
} else {
    for d in [784, 2500, 1_000_000] { try reduced(d) }
}
