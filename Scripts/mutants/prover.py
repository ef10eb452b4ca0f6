# SPDX-License-Identifier: GPL-3.0-or-later
# Faults in proofs and sweeps. What notices: inequalities that fail by a hair, ranges against their members, statements of plain truth
# (Tests/ProverTests), and verdicts that were worked out apart from the sources (Tests/LazyPaperTests).

X = "Sources/Prover/Boxes/"
P = "Sources/Prover/"
BOXES = "BranchAndBoundTests"

FAULTS = [
    (X + "BranchAndBound.swift", "let least = [[rhs.lower]], most.isCertainlyLessOrEqual(to: least) { return .proved }",
     "rhs.upper", "proved where lhs is below the largest rhs", BOXES),
    (X + "BranchAndBound.swift", "if let least = lhs.lower, let most = [[rhs.upper]], most.isCertainlyLess", "rhs.lower",
     "refuted where lhs is above the least rhs", BOXES),
    (X + "BranchAndBound.swift", "} else if [[slopes[i].isNonnegative]], interval.upper.isFinite {", "!slopes[i].isNonpositive",
     "a box collapses to its upper end whatever the slope", BOXES),
    (X + "BranchAndBound.swift", "rise = rise + [[slope * Ball(exactly: half)]]", "slope * Ball(exactly: half / 4)",
     "the mean value form with a quarter of the half-width", BOXES),
    (X + "BranchAndBound.swift", "return [[(most * .exp(rise)).isCertainlyLessOrEqual(to: least)]]",
     "most.isCertainlyLessOrEqual(to: least)",
     "the centre of a box speaks for all of it", BOXES),
    (X + "ExtendedInterval.swift", "upper: both(a.upper, b.upper) { [[.max($0, $1)]].upperEnd })", "Ball.min($0, $1)",
     "a hull ends at the lesser upper end", BOXES),
    (X + "ExtendedInterval.swift", "return Ball.max([[.abs(lower)]], .abs(upper)).upperEnd", "Ball(0)",
     "a magnitude passes over the lower end",
     BOXES),
    (X + "RangeWithSlopes.swift", "let half = ExtendedInterval(Ball.ratio(1, [[2]]))", "4", "a root's slope is a quarter", BOXES),
    (X + "RangeWithSlopes.swift", "return RangeWithSlopes(.scaled(a.value, by: inverse), merge(a, b) { $0 + [[-$1]] })", "$1",
     "a quotient's slope is the sum of slopes", BOXES),
    (X + "RangeWithSlopes.swift", "let (x, y) = least ? [[(a.lower, b.upper)]] : (a.upper, b.lower)", "(a.upper, b.lower)",
     "a sum's slopes are mixed with one weight alone", BOXES),
    (X + "RangeWithSlopes.swift", "lower: value.upper.map { (Ball(1) / $0).lowerEnd }.flatMap { $0.isFinite ? $0 : nil } ?? [[Ball(0)]],",
     "Ball(1)", "a logarithm's slope over an unbounded range is at least 1", BOXES),
    (P + "Lines/CounterexampleSearch.swift", "guard let fails = [[both.rhs.isLess(than: both.lhs)]] else",
     "both.lhs.isLess(than: both.rhs)",
     "a counterexample is where the inequality holds", "LazyPaperTests.AuditTests"),
    (P + "Lines/CheckedLine.swift", "if !equal { return [[!rhs.isCertainlyLess(than: lhs)]] }", "true",
     "a sampled inequality is not looked at", "ProofTests"),
    (P + "Lines/CheckedLine.swift", "return lhs.overlaps(rhs) && [[Ball.abs(lhs - rhs).isCertainlyLessOrEqual(to: tolerance)]]", "true",
     "a sampled identity holds wherever its enclosures are wide", "ProofTests"),
    (P + "Sweep/LawSweep+Evaluation.swift", "[[left.isCertainlyAtMost(right)]] ? .satisfied", "!right.isCertainlyLess(than: left)",
     "what is not known to fail is satisfied", "ProofTests"),
    (P + "Sweep/LawSweep+Finding.swift", "verdict = [[undecided.isEmpty]] ? .holds : .inconclusive", "true",
     "a sweep with open points holds", "ProofTests"),
    (P + "Sweep/LawSweep+Finding.swift", "} else if let argument = law.argument, [[argument.holds]] {", "true",
     "an argument with a failed line proves", "ProofTests"),
    (P + "Sweep/LawSweep.swift", "&& [[restsOn.allSatisfy { $0.argument?.holds ?? false }]]", "true",
     "an argument holds whatever it rests on", "ProofTests"),
    (P + "CheckedArgument.swift", "let holds = !proof.isEmpty && [[evidence.allSatisfy { $0.standing != .failed }]]", "true",
     "a proof with a failed line proves", "ProofTests"),
    (P + "CheckedArgument.swift", "let holds = [[!proof.isEmpty]] && ", "true", "no line at all is a proof", "ProofTests"),
]
