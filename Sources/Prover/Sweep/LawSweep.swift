// SPDX-License-Identifier: GPL-3.0-or-later

public import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws

/// A claim that an exact law or a closed form decides at every point of its domain: evaluated on a grid, simplest point first, with the
/// argument that covers the whole domain where there is one.
public struct LawSweep: Sendable {
    /// The two sides of a claim `left <= right` at a point, each enclosed, and how the left one was found.
    public struct Sides: Sendable {
        let inequality: Inequality<Ball>
        let method: String

        public init(_ left: Ball, atMost right: Ball, _ method: String) {
            inequality = Inequality(left, atMost: right)
            self.method = method
        }
    }

    /// The grid of the sweep; its variables are what the sides depend on.
    let grid: SweepGrid
    /// Whether a point lies in the stated domain.
    let contains: @Sendable (SweepPoint) -> Bool
    /// The sides at a point, at about so many bits; nil where the claim says nothing there (a negative radicand).
    let sides: @Sendable (SweepPoint, Int) -> Sides?
    /// The reasoning that covers the whole domain, where there is one.
    let argument: WholeDomainArgument?
    /// Beside a refutation: whether the statement that the claim serves survives, and by which route.
    let route: String

    public init(
        grid: SweepGrid, contains: @escaping @Sendable (SweepPoint) -> Bool = { _ in true }, argument: WholeDomainArgument? = nil,
        route: String = "", sides: @escaping @Sendable (SweepPoint, Int) -> Sides?
    ) {
        self.grid = grid
        self.contains = contains
        self.argument = argument
        self.route = route
        self.sides = sides
    }

    /// What the sides depend on, in the order of a sweep.
    public var variables: [SweepVariable] { grid.variables }
}

/// Why a claim holds on its whole domain: a chain of reasoning whose every numerical link is evaluated.
public struct WholeDomainArgument: Sendable {
    let text: String
    /// The claims that it uses, whose own arguments must hold.
    let restsOn: [LawSweep]
    let lines: [CheckedLine]

    public init(_ text: String, restsOn: [LawSweep] = [], _ lines: [CheckedLine] = []) {
        self.text = text
        self.restsOn = restsOn
        self.lines = lines
    }

    /// Whether every link and every claim that it rests on holds.
    var holds: Bool {
        lines.allSatisfy { $0.evidence.standing != .failed } && restsOn.allSatisfy { $0.argument?.holds ?? false }
    }
}
