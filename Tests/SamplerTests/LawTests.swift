// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule
import Sampler
import Testing

/// The laws of a stream, against their distribution functions in closed form.
@Suite struct LawTests {
    @Test(arguments: Generator.allCases)
    func normals(_ generator: Generator) {
        let n = 100_000
        var stream = RandomStream(StreamKey(seed: 31), generator: generator)
        let g = filled(n) { stream.fillNormals($0) }
        #expect(kolmogorov(g, normalCDF) < kolmogorovLimit)
        // Moments 1 to 4, whose variances are 1, 2, 15, 96 (that of g^4 is 105 - 9).
        for (power, mean, variance) in [(1, 0, 1), (2, 1, 2), (3, 0, 15), (4, 3, 96)] {
            let powers = g.map { Double.pow($0, power) }
            #expect(abs(powers.standardizedMean(Double(mean), variance: Double(variance))) < normalLimit)
        }
        // Neighbours are uncorrelated.
        let products = (1..<n).map { g[$0 - 1] * g[$0] }
        #expect(abs(products.standardizedMean(0, variance: 1)) < normalLimit)
    }

    /// The middle and the tail, where a coarse or wrong ziggurat would show: |g| <= 1e-3 is uniform there to 1e-6, and
    /// the tail beyond the base layer's edge, 3.654, has its mass and its shape.
    @Test func normalsNearZeroAndFarOut() {
        var stream = RandomStream(StreamKey(seed: 32))
        let n = 8_000_000, edge = 3.6541528853610088
        var (middle, tail) = ([Double](), [Double]())
        for _ in 0..<n / 4000 {
            for x in filled(4000, { stream.fillNormals($0) }) {
                if abs(x) <= 1e-3 { middle.append(x) }
                if abs(x) > edge { tail.append(abs(x)) }
            }
        }
        for (count, p) in [(middle.count, Double.erf(1e-3 / Double.sqrt(2))), (tail.count, Double.erfc(edge / Double.sqrt(2)))] {
            #expect(abs(Double(count) - Double(n) * p) < normalLimit * (Double(n) * p).squareRoot())
        }
        #expect(kolmogorov(middle) { ($0 + 1e-3) / 2e-3 } < kolmogorovLimit)
        #expect(kolmogorov(tail) { 1 - Double.erfc($0 / Double.sqrt(2)) / Double.erfc(edge / Double.sqrt(2)) } < kolmogorovLimit)
        // With 24 bits a layer, some 6000 values in the middle would repeat themselves dozens of times.
        #expect(Set(middle).count == middle.count)
    }

    @Test(arguments: [-1.0, 0.0, 0.3, 1.0, 2.5])
    func normalsAbove(_ low: Double) {
        let sample = draws(20_000, seed: 33) { $0.normal(above: low) }
        let mass = 1 - normalCDF(low)
        #expect(sample.allSatisfy { $0 > low })
        #expect(kolmogorov(sample) { (normalCDF($0) - normalCDF(low)) / mass } < kolmogorovLimit)
    }

    @Test(arguments: [1e-6, 0.1, 1.0, 2.0, 3.0])
    func normalsWithin(_ bound: Double) {
        let sample = draws(20_000, seed: 34) { $0.normal(within: bound) }
        let mass = Double.erf(bound / Double.sqrt(2))
        #expect(sample.allSatisfy { abs($0) <= bound })
        #expect(kolmogorov(sample) { 0.5 * (1 + Double.erf($0 / Double.sqrt(2)) / mass) } < kolmogorovLimit)
    }

    @Test func normalWithinZero() {
        #expect(draws(3, seed: 1) { $0.normal(within: 0) } == [0, 0, 0])
    }

    @Test(arguments: Generator.allCases)
    func uniforms(_ generator: Generator) {
        let sample = draws(50_000, seed: 35, generator: generator) { $0.uniform() }
        #expect(sample.allSatisfy { $0 >= 0 && $0 < 1 })
        #expect(kolmogorov(sample) { $0 } < kolmogorovLimit)
    }

    /// Every one of the 64 bits is used, and is fair.
    @Test func signs() {
        var stream = RandomStream(StreamKey(seed: 36))
        let signs = filled(64 * 10_000) { stream.fillSigns($0) }
        #expect(signs.allSatisfy { $0 == 1 || $0 == -1 })
        for bit in 0..<64 {
            let column = stride(from: bit, to: signs.count, by: 64).map { signs[$0] }
            #expect(abs(column.standardizedMean(0, variance: 1)) < normalLimit)
        }
        // 10,000 words were drawn, no more.
        var words = RandomStream(StreamKey(seed: 36))
        for _ in 0..<10_000 { _ = words.word() }
        #expect(words.word() == stream.word())
    }

    @Test(arguments: [1, 2, 7, 1 << 40, UInt64.max])
    func integersBelow(_ n: UInt64) {
        let sample = draws(20_000, seed: 37) { (Double($0.uniformInteger(below: n)) + 0.5) / Double(n) }
        #expect(sample.allSatisfy { $0 > 0 && $0 <= 1 })
        // A uniform on n points has mean 1/2 and variance (1 - 1/n^2) / 12.
        let variance = (1 - 1 / (Double(n) * Double(n))) / 12
        #expect(n == 1 ? sample.allSatisfy { $0 == 0.5 } : abs(sample.standardizedMean(0.5, variance: variance)) < normalLimit)
    }

    /// Chi-square of 1, 2 and 4 degrees has elementary distribution functions; large degrees by mean and variance.
    @Test func chiSquare() {
        let one = draws(20_000, seed: 38) { $0.chi(degrees: 1) }
        #expect(kolmogorov(one) { Double.erf($0 / Double.sqrt(2)) } < kolmogorovLimit)
        let two = draws(20_000, seed: 39) { $0.chiSquare(degrees: 2) }
        #expect(kolmogorov(two) { 1 - Double.exp(-$0 / 2) } < kolmogorovLimit)
        let four = draws(20_000, seed: 40) { $0.chiSquare(degrees: 4) }
        #expect(kolmogorov(four) { 1 - Double.exp(-$0 / 2) * (1 + $0 / 2) } < kolmogorovLimit)
        let many = draws(20_000, seed: 41) { $0.chiSquare(degrees: 1e6) }
        #expect(abs(many.standardizedMean(1e6, variance: 2e6)) < normalLimit)
        #expect(draws(2, seed: 1) { $0.chiSquare(degrees: 0) } == [0, 0])
    }

    /// Archimedes: a coordinate of the sphere in three dimensions is uniform. The ball's radius to the d is uniform.
    @Test func sphereAndBall() {
        var stream = RandomStream(StreamKey(seed: 42))
        let points = (0..<20_000).map { _ in filled(3) { stream.fillSphere($0) } }
        for axis in 0..<3 {
            #expect(kolmogorov(points.map { $0[axis] }) { ($0 + 1) / 2 } < kolmogorovLimit)
        }
        func norm(_ v: [Double]) -> Double { v.reduce(0) { $0 + $1 * $1 }.squareRoot() }
        #expect(points.allSatisfy { abs(norm($0) - 1) < 1e-15 })
        for dimension in [1, 5] {
            let radii = (0..<20_000).map { _ in norm(filled(dimension) { stream.fillBall($0) }) }
            #expect(kolmogorov(radii) { Double.pow($0, dimension) } < kolmogorovLimit)
        }
    }
}
