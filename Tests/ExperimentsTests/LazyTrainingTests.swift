// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import LazyBall
import RealModule
import Sampler
import Testing

@testable import Experiments
@testable import LazyPaper

/// SGD as written: a batch of samples a step, all of W touched, distances anew each time.
private struct PlainSGD {
    struct Stop {
        let network: Network
        let steps: Int
        let leaves: Bool
    }

    static func stops(
        _ initial: Network, _ samples: Samples, rate: Double, passes: [[Int]], radii: [Double], batch: Int = 1
    ) -> [Stop] {
        var (current, steps) = (initial, 0)
        var stops: [Stop] = []
        let batches = passes.flatMap { pass in
            stride(from: 0, to: pass.count, by: batch).map { pass[$0..<min(pass.count, $0 + batch)] }
        }
        for chosen in batches {
            var rows = current.rows
            for i in chosen {
                let moved = step(current, samples.row(i), samples.labels[i], rate / Double(chosen.count))
                for k in rows.indices { rows[k] += moved.rows[k] - current.rows[k] }
            }
            let next = Network(dimension: current.dimension, rows: rows, signs: current.signs)
            while stops.count < radii.count, next.distance(to: initial) > radii[stops.count] {
                stops.append(Stop(network: current, steps: steps, leaves: true))
            }
            if stops.count == radii.count { return stops }
            (current, steps) = (next, steps + 1)
        }
        while stops.count < radii.count { stops.append(Stop(network: current, steps: steps, leaves: false)) }
        return stops
    }

    static func step(_ network: Network, _ x: [Double], _ y: Double, _ rate: Double) -> Network {
        let d = network.dimension
        let slope = -y / (1 + Double.exp(y * network.value(at: x)))
        var rows = network.rows
        for s in network.signs.indices where network.preactivation(s, at: x) > 0 {
            for k in 0..<d { rows[s * d + k] -= rate * slope * network.signs[s] * x[k] / Double(network.width).squareRoot() }
        }
        return Network(dimension: d, rows: rows, signs: network.signs)
    }
}

@Test(
    "SGD in blocks is plain SGD: the same stops and the same W, at every block size and batch",
    arguments: [(1, 1), (2, 1), (5, 1), (32, 1), (32, 4), (8, 7), (32, 50), (4, 80), (32, 210)])
func blocks(size: Int, batch: Int) throws {
    var random = TestRandom(11)
    let count = 210
    let samples = random.samples(count, inputs: 6, bias: true)
    let initial = random.network(m: 37, d: samples.width)
    let passes = [(0..<count).map { $0 * 11 % count }, (0..<count).map { $0 * 13 % count }, Array(0..<count)]
    let radii = batch < 50 ? [0.05, 0.0500001, 0.12, 0.5, 40] : [0.01, 0.0100001, 0.03, 0.05, 40]
    let expected = PlainSGD.stops(initial, samples, rate: 0.1, passes: passes, radii: radii, batch: batch)
    #expect(expected[batch < 200 ? 2 : 1].leaves && !expected[4].leaves, "the instance has both kinds of end")
    var settings = LazyTraining.Settings()
    settings.batch = batch
    var training = LazyTraining(initial, samples, settings, blockSize: size)
    var (pass, seen) = (0, 0)
    training.run(
        radii: radii,
        nextPass: {
            defer { pass += 1 }; return passes[pass]
        }
    ) { balls, stop in
        #expect(balls.lowerBound == seen)
        seen = balls.upperBound
        for ball in balls {
            #expect(stop.steps == expected[ball].steps && stop.leaves == expected[ball].leaves)
            #expect(stop.network.distance(to: expected[ball].network) < 1e-12)
        }
        #expect(abs(stop.distance - stop.network.distance(to: initial)) < 1e-12)
        #expect(!stop.leaves || stop.network.isWithin(radii[balls.lowerBound], of: initial))
    }
    #expect(seen == radii.count)
}

@Test("The least flipping step with a bias: f has its sign before it and not beyond, the bias fixed, the gradient that of the inputs")
func flippingWithBias() throws {
    var random = TestRandom(5)
    let samples = random.samples(40, inputs: 5, bias: true)
    let network = random.network(m: 50, d: 6)
    let measurement = LazyMeasurement(network, test: samples, measured: samples)
    #expect(measurement.errors == (0..<40).count { network.value(at: samples.row($0)) * samples.labels[$0] <= 0 })
    var flipped = 0
    for i in 0..<40 {
        let x = samples.row(i)
        let gradient = network.gradient(at: x).prefix(5)
        let norm = gradient.reduce(0) { $0 + $1 * $1 }.squareRoot()
        #expect(abs(measurement.gradient[i] - norm) < 1e-12 * norm)
        let value = network.value(at: x)
        func sign(_ eta: Double) -> Double {
            var moved = x
            for k in 0..<5 { moved[k] -= (value < 0 ? -1 : 1) * eta * gradient[k] }
            return network.value(at: moved) * value
        }
        let eta = measurement.step[i]
        guard eta.isFinite else {
            #expect((1...2000).allSatisfy { sign(Double($0) * 0.01) > 0 })
            continue
        }
        flipped += 1
        #expect((0..<200).allSatisfy { sign(eta * Double($0) / 200 * (1 - 1e-9)) > 0 })
        #expect(sign(eta * (1 + 1e-9)) < 1e-9)
        let length = x.prefix(5).reduce(0) { $0 + $1 * $1 }.squareRoot()
        #expect(abs(measurement.relative[i] - eta * norm / length) < 1e-12 * measurement.relative[i])
    }
    #expect(flipped > 10)
}

@Test(
    "A recorded network that is not as 5/1 says again, by plain code: the same errors on all test images",
    .enabled(if: MNIST.isThere, "MNIST's files are not beside the repository"))
func recordedErrors() throws {
    let data = try DigitData(folder: MNIST.folder)
    let failing = try ExperimentFindings.recorded().unnormalized.filter { $0.testError >= 0.01 }
    let record = try #require(failing.min { ($0.m, $0.d, $0.c0, $0.run) < ($1.m, $1.d, $1.c0, $1.run) })
    let unit = LazyUnit(scaling: record.scaling, side: 5, m: record.m, run: record.run, radii: [record.c0])
    try #require(unit.d == record.d, "the test is written for images of 5 x 5")
    let initial = unit.initial
    var stream = RandomStream(unit.orderKey)
    let order = ExperimentStream.permutation(data.training.count, &stream)
    let samples = Samples(data.training, side: 5, scaling: .unnormalized)
    let stop = PlainSGD.stops(initial, samples, rate: 0.1, passes: [order], radii: [record.c0 / Double(record.m).squareRoot()])[0]
    #expect(stop.steps == record.steps && stop.leaves == record.leaves)
    let test = Samples(data.test, side: 5, scaling: .unnormalized)
    #expect((0..<test.count).count { stop.network.value(at: test.row($0)) * test.labels[$0] <= 0 } == record.errors)
}
