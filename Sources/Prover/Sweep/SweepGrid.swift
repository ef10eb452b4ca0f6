// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds

/// Finite lists of values, one a variable, each from the simplest to the least simple. A point's complexity is the sum of its
/// places in the lists; points are visited by complexity, ties in the order of the lists, so that the first point that refutes a
/// claim is a simplest one of the grid.
public struct SweepGrid: Sendable {
    var d: [Int]?
    var m: [Int]?
    var gamma: [Double]?
    var c0: [Double]?
    var radius: [Double]?
    var epsilon: [Double]?
    var order: [Int]?
    var threshold: [Double]?

    public init(
        d: [Int]? = nil, m: [Int]? = nil, gamma: [Double]? = nil, c0: [Double]? = nil, radius: [Double]? = nil, epsilon: [Double]? = nil,
        order: [Int]? = nil, threshold: [Double]? = nil
    ) {
        (self.d, self.m, self.gamma, self.c0) = (d, m, gamma, c0)
        (self.radius, self.epsilon, self.order, self.threshold) = (radius, epsilon, order, threshold)
    }

    public static let gammas = [0.5, 0.1, 0.05, 0.01, 1e-3, 1e-4, 1e-6, 1e-9, 1e-30, 1e-300, 0.9, 0.99]
    public static let widths = [1, 2, 10, 100, 1000, 100_000, 1_000_000, 1_000_000_000]
    public static let dimensions = [1, 2, 3, 5, 10, 25, 100, 784]
    public static let radii = [0.5, 0.25, 0.1, 0.01, 0]

    /// The variables that the grid varies, in the order of ``SweepVariable``.
    var variables: [SweepVariable] {
        SweepVariable.allCases.filter {
            switch $0 {
            case .d: d != nil
            case .m: m != nil
            case .gamma: gamma != nil
            case .c0: c0 != nil
            case .radius: radius != nil
            case .epsilon: epsilon != nil
            case .order: order != nil
            case .threshold: threshold != nil
            }
        }
    }

    /// All points, simplest first. A variable without a list takes a neutral value: d = m = 1, gamma = 1/2, C0 = R = 0.
    func points() -> [SweepPoint] {
        let sizes = [
            d?.count, m?.count, gamma?.count, c0?.count, radius?.count, epsilon?.count, order?.count, threshold?.count,
        ].map { $0 ?? 1 }
        var indices: [[Int]] = []
        var current = [Int](repeating: 0, count: sizes.count)
        repeat { indices.append(current) } while Self.advance(&current, sizes)
        // The sort is made stable by the place in the list.
        let order = indices.indices.sorted { (complexity(indices[$0]), $0) < (complexity(indices[$1]), $1) }
        return order.map { point(indices[$0]) }
    }

    private func complexity(_ index: [Int]) -> Int { index.reduce(0, +) }

    /// The next multi-index, the last place running fastest; false after the last.
    private static func advance(_ index: inout [Int], _ sizes: [Int]) -> Bool {
        for place in sizes.indices.reversed() {
            index[place] += 1
            if index[place] < sizes[place] { return true }
            index[place] = 0
        }
        return false
    }

    private func point(_ i: [Int]) -> SweepPoint {
        do {
            let parameters = try Parameters(
                d: d?[i[0]] ?? 1, m: m?[i[1]] ?? 1, gamma: gamma?[i[2]] ?? 0.5, c0: c0?[i[3]] ?? 0, radius: radius?[i[4]] ?? 0,
                epsilon: epsilon?[i[5]] ?? 0.5)
            return try SweepPoint(parameters, order: order?[i[6]] ?? 2, threshold: threshold?[i[7]] ?? 1)
        } catch {
            // The lists are written in this module.
            preconditionFailure(error.description)
        }
    }
}
