// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
public import Claims
internal import Laws

extension LawSweep: Proof {
    /// Evaluates the claim on its grid, simplest point first, and its argument.
    public func finding() -> Finding {
        let sweep = Sweep(self)
        let decided = sweep.counterexample ?? sweep.tightest
        let gamma = decided.flatMap(\.gammaBeside)
        return Finding(
            sweep.verdict, method: decided?.method ?? "closed form", counterexample: sweep.counterexample.map(\.counterexample),
            probability: gamma == nil ? nil : decided?.left.value, gamma: gamma, note: sweep.note, evidence: sweep.evidence,
            boundary: sweep.boundary)
    }
}

/// What a sweep met on its grid.
private struct Sweep {
    let law: LawSweep
    let verdict: Verdict
    /// The simplest point of the grid that refutes, where one does, shrunk to the least round d and m.
    let counterexample: SweepEvaluation?
    /// How many points of the grid satisfy. Points where the claim says nothing are not counted anywhere.
    let satisfied: Int
    /// Every point of the grid that refutes, simplest first: where the claim fails.
    let violations: [SweepEvaluation]
    /// The points of the grid that no precision decided.
    let undecided: [SweepEvaluation]
    /// The point of the grid with the largest left side relative to its right side.
    let tightest: SweepEvaluation?

    init(_ law: LawSweep) {
        var satisfied = 0
        var violations: [SweepEvaluation] = []
        var undecided: [SweepEvaluation] = []
        var tightest: SweepEvaluation?
        for point in law.grid.points() {
            guard let evaluation = law.evaluate(at: point, ladder: LawSweep.sweepLadder) else { continue }
            switch evaluation.outcome {
            case .satisfied: satisfied += 1
            case .violated: violations.append(evaluation)
            case .undecided: undecided.append(evaluation)
            }
            if evaluation.logRatio > tightest?.logRatio ?? -.infinity { tightest = evaluation }
        }
        self.law = law
        (self.satisfied, self.violations, self.undecided, self.tightest) = (satisfied, violations, undecided, tightest)
        if !violations.isEmpty {
            verdict = .refuted
        } else if let argument = law.argument, argument.holds {
            verdict = .proved
        } else {
            verdict = undecided.isEmpty ? .holds : .inconclusive
        }
        counterexample = violations.first.map(law.shrunk)
    }

    var note: String {
        var parts: [String] = []
        if verdict != .proved || satisfied > 0 {
            parts.append("On the grid: \(satisfied) points hold, \(violations.count) fail, \(undecided.count) stay open.")
        }
        if verdict != .refuted, let tightest, !tightest.parameters.isEmpty {
            parts.append(
                "Tightest at \(tightest.parameters): \(shortText(tightest.left.value)) against \(shortText(tightest.right.value)).")
        }
        if verdict == .refuted, !law.route.isEmpty { parts.append(law.route) }
        return parts.joined(separator: " ")
    }

    var evidence: [Evidence] {
        var lines: [Evidence] = []
        if verdict == .proved, let argument = law.argument {
            lines.append(Evidence(argument.text, .argued))
            lines += argument.lines.map(\.evidence)
        }
        // The law is an identity in distribution, of which no machine has seen more than its values.
        if let law = (counterexample ?? tightest)?.method { lines.append(Evidence("the left side is evaluated as: \(law)", .argued)) }
        if satisfied > 0 {
            lines.append(Evidence("both sides enclosed at \(satisfied) points of the grid where the step holds", .shown))
        }
        if let open = undecided.first { lines.append(Evidence("undecided at \(open.parameters)", .failed)) }
        return lines
    }

    /// The violations on the grid, simplest first, at most a dozen.
    var boundary: BoundaryTable? {
        guard !violations.isEmpty else { return nil }
        let shown = violations.prefix(12)
        let caption = "Points of the grid where it fails" + (violations.count > 12 ? " (the 12 simplest of \(violations.count)):" : ":")
        return BoundaryTable(
            caption: caption, columns: ["point", "left side", "right side"],
            rows: shown.map { [$0.parameters, shortText($0.left.value), shortText($0.right.value)] })
    }
}

extension SweepEvaluation {
    /// log(left / right), from the logarithms' upper ends; -infinity where it is not defined.
    fileprivate var logRatio: Double {
        let ratio = left.logUpper - right.logUpper
        return ratio.isNaN ? -.infinity : ratio
    }

    /// gamma, where the right side is gamma itself.
    fileprivate var gammaBeside: Double? {
        let gamma = point.parameters.gamma
        return right.lower <= gamma && gamma <= right.upper ? gamma : nil
    }

    fileprivate var counterexample: Counterexample {
        Counterexample(law.variables, lhs: left.value, rhs: right.value, excess: (left.lower - right.upper).nextDown)
    }
}
