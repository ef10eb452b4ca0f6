// SPDX-License-Identifier: GPL-3.0-or-later

import LazyBall
import RealModule
import Sampler
import Testing

/// Dense against reduced draws: scalar functions of a problem have one law. Two-sample Kolmogorov-Smirnov with `trials`
/// draws each; a statistic beyond the limit has probability about 1e-6 (its asymptotic law; ties make it conservative).
@Suite struct ReducedTests {
    static let trials: UInt64 = 4000

    func compare(
        m: Int, d: Int, _ names: [String],
        dense: (DenseInitialization) -> [Double], reduced: (ReducedInitialization) -> [Double]
    ) throws {
        var left = [[Double]](repeating: [], count: names.count), right = left
        for trial in 0..<Self.trials {
            // Different claims: independent streams.
            let a = try dense(DenseInitialization(key: StreamKey(seed: 81, claim: 1, trial: trial), width: m, dimension: d))
            let b = try reduced(ReducedInitialization(key: StreamKey(seed: 81, claim: 2, trial: trial), width: m, dimension: d))
            for k in names.indices {
                left[k].append(a[k])
                right[k].append(b[k])
            }
        }
        for k in names.indices {
            let statistic = kolmogorov(left[k], right[k])
            #expect(statistic < kolmogorovLimit, "\(names[k]) at m = \(m), d = \(d)")
        }
    }

    @Test(arguments: [(40, 1, 0.3), (60, 3, 0.05), (50, 30, 0.7), (200, 6, 0.0)])
    func flips(_ m: Int, _ d: Int, _ radius: Double) throws {
        let delta = (0.2, d > 1 ? 0.3 : 0)
        try compare(
            m: m, d: d, ["|S_v|", "|S'_v|", "|S'_v(delta)|"],
            dense: {
                [
                    Double($0.flippedNeurons(radius: radius)),
                    Double($0.perturbedFlippedNeurons(radius: radius, perturbation: 0.4)),
                    Double($0.flippedNeurons(radius: radius, at: delta)),
                ]
            },
            reduced: {
                [
                    Double($0.flippedNeurons(radius: radius)),
                    Double($0.perturbedFlippedNeurons(radius: radius, perturbation: 0.4)),
                    Double($0.flippedNeurons(radius: radius, at: delta)),
                ]
            })
    }

    @Test(arguments: [(1, 4, 0.3), (70, 2, 0.3)])
    func functionProblem(_ m: Int, _ d: Int, _ radius: Double) throws {
        func functionals(_ p: FunctionProblem) -> [Double] {
            let f = zip(p.preactivations, p.signs).map { max(0, $0 + $1 * radius) * $1 }.reduce(0, +)
            let f0 = zip(p.preactivations, p.signs).map { max(0, $0) * $1 }.reduce(0, +)
            return [f, f0, p.preactivations.max() ?? 0, p.signs.reduce(0, +)]
        }
        try compare(
            m: m, d: d, ["sup f", "f0", "max g", "sum a"],
            dense: { functionals($0.functionProblem(radius: radius)) },
            reduced: { functionals($0.functionProblem(radius: radius)) })
    }

    /// In stretches or at once, dense or reduced, from any generator: the same bits.
    @Test(arguments: [1, 7, 8, 1023, 1024, 1025, 5000], [Generator.philox, .mt19937, .ranlxd2])
    func functionRange(_ m: Int, _ generator: Generator) throws {
        let draw = try ReducedInitialization(key: StreamKey(seed: 85), width: m, dimension: 3, generator: generator)
        #expect(draw.functionRange(radius: 0.3) == FunctionRange(draw.functionProblem(radius: 0.3)))
        let dense = DenseInitialization(draw)
        #expect(dense.functionRange(radius: 0.3) == FunctionRange(dense.functionProblem(radius: 0.3)))
    }

    @Test func valuesAtInitialization() throws {
        try compare(
            m: 9, d: 5, ["f0", "norm of the gradient"],
            dense: { draw in
                var sum = [Double](repeating: 0, count: draw.dimension)
                let (rows, signs) = collect(draw)
                for (row, sign) in zip(rows, signs) where row[0] > 0 {
                    for j in row.indices { sum[j] += sign * row[j] / 3 }
                }
                return [sum[0], norm(sum)]
            },
            reduced: {
                let v = $0.valuesAtInitialization(); return [v.function, v.gradientNorm]
            })
    }

    /// Shapes on both sides of the triangular form: k + 1 far below d - 1, about it, far above it; V = 0; d = 1, 2.
    @Test(arguments: [
        (60, 40, 0.1), (60, 12, 0.15), (80, 4, 0.6), (30, 1, 0.5), (30, 2, 0.5), (20, 3, 0.0), (25, 8, 1.3), (2, 50, 0.4), (3, 6, 0.4),
    ])
    func gradientProblem(_ m: Int, _ d: Int, _ radius: Double) throws {
        func functionals(_ p: GradientProblem) -> [Double] {
            let (rows, signs) = collect(p.flippable)
            var signed = p.steadySum, plain = [Double](repeating: 0, count: p.flippable.dimension)
            for (row, sign) in zip(rows, signs) {
                for j in row.indices {
                    signed[j] += row[0] > 0 ? sign * row[j] : 0
                    plain[j] += row[j]
                }
            }
            let first = rows.first ?? [], last = rows.last ?? []
            return [
                Double(rows.count), Double(p.steadyCount), p.steadySum[0], norm(p.steadySum), norm(signed), norm(plain[1...]),
                dot(plain[1...], p.steadySum[1...]), dot(first, last), norm(last), rows.map { norm($0[1...]) }.max() ?? 0,
                first.first ?? 0, signs.reduce(0, +),
            ]
        }
        try compare(
            m: m, d: d,
            ["k", "N'", "x-part", "steady", "grad f", "sum", "sum . steady", "gram", "last", "longest", "g", "signs"],
            dense: { functionals($0.gradientProblem(radius: radius)) },
            reduced: { functionals($0.gradientProblem(radius: radius)) })
    }

    @Test(arguments: [
        (50, 3, 0.1, 0.1, 0.3), (50, 5, 0.3, -0.4, 0.0), (50, 3, 0.0, 0.0, 0.5), (40, 3, 0.2, -1.5, 0.4),
        (40, 3, 0.2, -1.0, 0.0), (60, 3, 0.7, -0.9, 0.05), (60, 3, 0.01, 0.0, 0.02), (40, 3, 0.2, -1.5, 0.0),
    ])
    func directionalProblem(_ m: Int, _ d: Int, _ radius: Double, _ delta0: Double, _ delta1: Double) throws {
        let pair = DirectionPair(delta: (delta0, delta1), r: (0.4, -0.6, 0.3))
        func functionals(_ p: DirectionalProblem) -> [Double] {
            var (phi, square, near, other) = (0.0, 0.0, Double.infinity, 0.0)
            for k in p.signs.indices {
                let (g, h, e) = (p.alongX[k], p.alongDelta[k], p.alongR[k])
                let active = (g > 0 ? 1.0 : 0) - ((1 + delta0) * g + delta1 * h > 0 ? 1 : 0)
                phi += p.signs[k] * active * (0.4 * g - 0.6 * h + 0.3 * e)
                square += g * g
                other += g * h
                near = min(near, abs(g))
            }
            return [
                Double(p.signs.count), phi, square, near, other, p.alongDelta.map(abs).max() ?? 0, p.alongR.reduce(0, +),
                p.alongX.reduce(0, +), p.alongDelta.reduce(0, +),
            ]
        }
        try compare(
            m: m, d: d, ["count", "phi", "sum g^2", "least |g|", "sum gh", "greatest h", "sum of r-parts", "sum of g", "sum of h"],
            dense: { functionals($0.directionalProblem(radius: radius, pair: pair)) },
            reduced: { functionals($0.directionalProblem(radius: radius, pair: pair)) })
    }

    /// 2 Phi(V) - 1 + 4 T(V, tan(angle/2)), T from SciPy 1.x: scipy.special.owens_t.
    @Test(arguments: [
        (0.0, 0.7, 0.22281692032865347), (0.03, 0.0357, 0.011358549895905458), (0.3, 1.0, 0.3030402907689359),
        (1.0, 2.5, 0.3172020539617197), (1e-3, 3.1, 0.9867453462645659), (2.0, Double.pi, 0.04550026389635843), (0.5, 1e-200, 0),
    ])
    func disagreementProbability(_ radius: Double, _ angle: Double, _ fourT: Double) {
        let pair = ActivationPair(delta: (Double.cos(angle) - 1, Double.sin(angle)), radius: radius)
        let expected = Double.erf(radius / Double.sqrt(2)) + fourT
        #expect(abs(pair.disagreementProbability - expected) <= 1e-13 * expected)
    }

    @Test(arguments: [(40, 60, 0.05, 0.02), (40, 6, 0.1, 0.2), (30, 1, 0.3, 0.5), (30, 2, 0.3, 0.0), (20, 12, 0.0, 0.1), (3, 6, 0.2, 0.1)])
    func differenceProblem(_ m: Int, _ d: Int, _ radius: Double, _ perturbation: Double) throws {
        func functionals(_ p: DifferenceProblem<DrawnRows>) -> [Double] {
            let (rows, signs) = collect(p.movable)
            var sum = [Double](repeating: 0, count: p.movable.dimension)
            for (row, sign) in zip(rows, signs) { for j in row.indices { sum[j] += sign * row[j] } }
            let first = rows.first ?? [], last = rows.last ?? []
            return [Double(rows.count), norm(sum), sum[0], dot(first, last), norm(last), rows.map { norm($0) }.max() ?? 0]
        }
        try compare(
            m: m, d: d, ["count", "norm of the sum", "x-part", "gram", "last", "longest"],
            dense: { functionals($0.differenceProblem(radius: radius, perturbation: perturbation)) },
            reduced: { functionals($0.differenceProblem(radius: radius, perturbation: perturbation)) })
    }

    /// The dimension drops out of the rows, and of a width's worth of other numbers.
    /// The part of a sum of n rows orthogonal to a plane: sqrt n times the length of d - 2 normals; of one, |z|; of two, a Rayleigh law.
    @Test func transversalLengths() throws {
        func lengths(_ d: Int) throws -> [Double] {
            try (0..<UInt64(Self.trials)).map { trial in
                let draw = try ReducedInitialization(key: StreamKey(seed: 86, trial: trial), width: 10, dimension: d)
                var scalars = draw.gradientScalars(radius: 0.3)
                return scalars.transversalLength(of: 4) / 2
            }
        }
        #expect(try lengths(2).allSatisfy { $0 == 0 })
        #expect(kolmogorov(try lengths(3)) { Double.erf($0 / Double.sqrt(2)) } < kolmogorovLimit)
        #expect(kolmogorov(try lengths(4)) { 1 - Double.exp(-$0 * $0 / 2) } < kolmogorovLimit)
    }

    @Test func shapes() throws {
        let reduced = try ReducedInitialization(key: StreamKey(seed: 82), width: 1000, dimension: 1_000_000)
        let gradient = reduced.gradientProblem(radius: 0.02)
        #expect(gradient.flippable.dimension == gradient.flippable.count + 2)
        let difference = reduced.differenceProblem(radius: 0.02, perturbation: 1e-5)
        #expect(difference.movable.dimension == difference.movable.count + 1)
        let line = try ReducedInitialization(key: StreamKey(seed: 82), width: 10, dimension: 1)
        #expect(line.gradientProblem(radius: 0.5).flippable.dimension == 1)
        // Beyond the budget the rows are those of the dense draw.
        let small = try ReducedInitialization(key: StreamKey(seed: 83), width: 100, dimension: 5)
        let replayed = small.differenceProblem(radius: 0.1, perturbation: 0.1, residentBytes: 100)
        let dense = DenseInitialization(small).differenceProblem(radius: 0.1, perturbation: 0.1)
        #expect(collect(replayed.movable).rows == collect(dense.movable).rows)
    }

    @Test func repeats() throws {
        let draw = try ReducedInitialization(key: StreamKey(seed: 84), width: 300, dimension: 20, generator: .mt19937)
        #expect(draw.gradientProblem(radius: 0.1).flippable.rows == draw.gradientProblem(radius: 0.1).flippable.rows)
        #expect(draw.flippedNeurons(radius: 0.1) == draw.flippedNeurons(radius: 0.1))
        #expect(draw.functionProblem(radius: 0.1).preactivations == draw.functionProblem(radius: 0.1).preactivations)
    }
}
