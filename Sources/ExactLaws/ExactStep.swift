// SPDX-License-Identifier: GPL-3.0-or-later

import BallArithmetic
import Bounds

/// The two sides of a claim `left <= right` at a point, each enclosed.
struct Sides: Sendable {
    let left: Ball
    let right: Ball
    /// How the left side was found.
    let method: String

    init(_ left: Ball, atMost right: Ball, _ method: String) {
        self.left = left
        self.right = right
        self.method = method
    }
}

/// A step of a proof that an exact law or a closed form decides at every point of its domain.
public struct ExactStep: Sendable {
    /// The step's ID in the transcription of the paper: "B.7/a". A repair's ends in "*".
    public let id: String
    /// The inequality that is evaluated, left <= right.
    public let statement: String
    /// The stated domain in words.
    public let domain: String
    /// What the sides depend on, in the order of a sweep.
    public let variables: [StepVariable]
    /// The coarse grid of the sweep.
    let grid: StepGrid
    /// Whether a point lies in the stated domain.
    let contains: @Sendable (StepPoint) -> Bool
    /// The sides at a point, at about so many bits; nil where the claim says nothing there (a negative radicand).
    let sides: @Sendable (StepPoint, Int) -> Sides?
    /// The reasoning that covers the whole domain, where there is one.
    let argument: Argument?

    init(
        _ id: String, _ statement: String, domain: String, grid: StepGrid,
        contains: @escaping @Sendable (StepPoint) -> Bool = { _ in true }, argument: Argument? = nil,
        sides: @escaping @Sendable (StepPoint, Int) -> Sides?
    ) {
        self.id = id
        self.statement = statement
        self.domain = domain
        variables = grid.variables
        self.grid = grid
        self.contains = contains
        self.argument = argument
        self.sides = sides
    }
}

/// Why a step holds on its whole domain: a chain of reasoning whose every numerical link is evaluated.
struct Argument: Sendable {
    /// A link that is a finite statement on balls.
    struct Check: Sendable {
        let statement: String
        let holds: @Sendable () -> Bool

        init(_ statement: String, _ holds: @escaping @Sendable () -> Bool) {
            self.statement = statement
            self.holds = holds
        }
    }

    let text: String
    /// The steps that it uses, which must have arguments that hold.
    let restsOn: [String]
    let checks: [Check]

    init(_ text: String, restsOn: [String] = [], _ checks: [Check] = []) {
        self.text = text
        self.restsOn = restsOn
        self.checks = checks
    }

    /// Whether every link and every step that it rests on holds.
    var holds: Bool {
        checks.allSatisfy { $0.holds() } && restsOn.allSatisfy { ExactSteps.step($0)?.argument?.holds ?? false }
    }
}
