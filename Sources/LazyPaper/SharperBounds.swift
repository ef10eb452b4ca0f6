// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
public import Verifier

/// A bound of the paper beside one that is sharper, at one point.
public struct SharperRow: Sendable, Hashable, Codable {
    /// The paper's claim and the sharper one: "B.9/1", "B.9/1+".
    public let claim: String
    public let sharper: String
    public let d: Double
    public let m: Double
    /// The paper's right-hand side; absent where a radicand is negative, so that it says nothing.
    public let paper: Double?
    /// The sharper right-hand side; absent where it says nothing.
    public let bound: Double?
}

extension LazyPaper {
    /// The paper's bounds beside the sharper ones, at d = 784, m = 1e5 and at d = 1e8, m = d^2.4, for the frontier's gamma, C0 and C1.
    public static func sharperRows(_ frontier: Frontier) -> [SharperRow] {
        let points: [(d: Double, m: Double)] = [(784, 100_000), (1e8, WidthRule.power(12, 5).width(1e8))]
        return catalogue.measured.filter { $0.id.hasSuffix("+") }.flatMap { sharper -> [SharperRow] in
            guard let paper = catalogue.claim(String(sharper.id.dropLast()))?.measured else { return [] }
            return points.map { point in
                let p = Arguments(
                    d: point.d, m: point.m, gamma: frontier.gamma, c0: frontier.c0, c1: frontier.c1,
                    radius: Double.minimum(0.5, frontier.c1 / point.d.squareRoot()), epsilon: 0.5)
                return SharperRow(
                    claim: paper.id, sharper: sharper.id, d: point.d, m: point.m, paper: finite(paper.bound(p).value),
                    bound: finite(sharper.bound(p).value))
            }
        }
    }

    private static func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }
}
