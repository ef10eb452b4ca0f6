// SPDX-License-Identifier: GPL-3.0-or-later

import LazyBall
import RealModule
import Sampler
import Testing

func cosine(_ angle: Double) -> Double { Double.cos(angle) }

/// Every W is in the ball, and is what its name says.
@Suite struct BallPointTests {
    static let sizes: [(m: Int, d: Int, radius: Double)] = [
        (1, 1, 0.5), (200, 1, 0.3), (200, 3, 0.3), (50, 100, 1.0), (300, 7, 1e-3), (300, 7, 1e-6), (64, 40, 0),
    ]

    func points(
        _ point: BallPoint, _ size: (m: Int, d: Int, radius: Double), tileRows: Int? = nil
    ) throws -> [(initial: [Double], moved: [Double], sign: Double)] {
        let dense = try DenseInitialization(key: StreamKey(seed: 71), width: size.m, dimension: size.d, tileRows: tileRows)
        var result: [(initial: [Double], moved: [Double], sign: Double)] = []
        dense.forEachTile(radius: size.radius, at: point) { initialization, weights in
            #expect(initialization.start == weights.start && initialization.count == weights.count)
            for k in 0..<weights.count {
                let range = k * size.d..<(k + 1) * size.d
                result.append((Array(initialization.rows[range]), Array(weights.rows[range]), weights.signs[k]))
            }
        }
        #expect(result.count == size.m)
        return result
    }

    func distance(_ p: (initial: [Double], moved: [Double], sign: Double)) -> Double {
        norm(zip(p.initial, p.moved).map { $1 - $0 })
    }

    @Test(arguments: BallPoint.allCases, sizes)
    func isInTheBall(_ point: BallPoint, _ size: (m: Int, d: Int, radius: Double)) throws {
        let whole = WholeDraw(StreamKey(seed: 71), width: size.m, dimension: size.d)
        let moved = try points(point, size)
        for (s, p) in moved.enumerated() {
            #expect(p.initial == whole.rows[s] && p.sign == whole.signs[s])
            #expect(distance(p) <= size.radius * (1 + 1e-12))
        }
        #expect(try points(point, size, tileRows: 3).map(\.moved) == moved.map(\.moved))
        if point == .uniformOnSphere && size.radius >= 1e-3 {
            #expect(moved.allSatisfy { distance($0) >= size.radius * (1 - 1e-9) })
        }
    }

    /// The distance to the d-th power, and a coordinate of the direction, have the laws of the uniform ball.
    @Test func uniformInBallIsUniform() throws {
        let sample = try points(.uniformInBall, (20_000, 3, 0.5))
        #expect(kolmogorov(sample.map { distance($0) / 0.5 }) { $0 * $0 * $0 } < kolmogorovLimit)
        let heights = sample.map { ($0.moved[2] - $0.initial[2]) / distance($0) }
        #expect(kolmogorov(heights) { ($0 + 1) / 2 } < kolmogorovLimit)
    }

    @Test func flipAllFlipsWhatCanFlip() throws {
        let size = (m: 2000, d: 3, radius: 0.3)
        let moved = try points(.flipAll, size)
        for p in moved {
            let flipped = (p.moved[0] > 0) != (p.initial[0] > 0)
            #expect(flipped == (abs(p.initial[0]) <= size.radius))
        }
        let dense = try DenseInitialization(key: StreamKey(seed: 71), width: size.m, dimension: size.d)
        #expect(moved.count { ($0.moved[0] > 0) != ($0.initial[0] > 0) } == dense.flippedNeurons(radius: size.radius))
    }

    /// f at the maximizer is the supremum in closed form, and no random point of the ball beats it.
    @Test func extremesOfTheFunction() throws {
        let size = (m: 500, d: 4, radius: 0.3)
        func value(_ point: BallPoint) throws -> Double {
            try points(point, size).reduce(0) { $0 + $1.sign * max(0, $1.moved[0]) } / Double(size.m).squareRoot()
        }
        let problem = try DenseInitialization(key: StreamKey(seed: 71), width: size.m, dimension: size.d)
            .functionProblem(radius: size.radius)
        var (highest, lowest) = (0.0, 0.0)
        for (g, a) in zip(problem.preactivations, problem.signs) {
            highest += a * max(0, g + a * size.radius)
            lowest += a * max(0, g - a * size.radius)
        }
        let scale = Double(size.m).squareRoot()
        #expect(abs(try value(.maximizeFunction) - highest / scale) < 1e-12)
        #expect(abs(try value(.minimizeFunction) - lowest / scale) < 1e-12)
        for point in BallPoint.allCases {
            let f = try value(point)
            #expect(f <= highest / scale + 1e-12 && f >= lowest / scale - 1e-12)
        }
    }
}
