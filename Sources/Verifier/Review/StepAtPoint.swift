// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims

/// What is known of one claim at one point, to be told in one step of a review.
struct StepAtPoint {
    let claim: Claim
    let point: Parameters
    /// The claim's cell at the point, where a run has decided it.
    let cell: RunResult.Cell?
    /// What the audit finds over the whole domain; nil where it would draw.
    let row: AuditRow?
    /// What its run would need, where that is more than is allowed.
    var need: String?

    /// - Throws: ``ReviewContradiction`` where a proof over the whole domain and an enclosure at the point disagree.
    func step() throws -> ReviewStep {
        let evaluation = cell == nil ? (row == nil ? nil : self.evaluation) : nil
        let (here, basis) = standing(evaluation)
        if row?.verdict == .proved, basis == .inequality, here == .fails {
            throw ReviewContradiction(claim: claim.id)
        }
        return ReviewStep(
            id: claim.id, place: claim.place, statement: claim.statement, domain: claim.domain, here: here, basis: basis,
            evaluation: evaluation, outcome: row?.outcome, verdict: row?.verdict, assurance: row?.finding.assurance,
            witness: row?.finding.counterexample, text: text(here, basis, evaluation))
    }

    private var evaluation: PointEvaluation? {
        switch claim.decision {
        case .proof(let proof as any PointwiseProof): proof.evaluation(at: point, kind: claim.kind)
        case .proof, .draws, .study: nil
        }
    }

    /// The right-hand side of a claim that is proved and was not run.
    private var bound: BoundValue? {
        guard isProved, cell == nil, let measured = claim.measured else { return nil }
        return try? BoundValue(measured, at: point)
    }

    private var isProved: Bool { row?.verdict == .proved }

    private func standing(_ evaluation: PointEvaluation?) -> (ReviewStep.Standing, ReviewStep.Basis) {
        if let cell {
            switch cell.verdict {
            case .holds, .proved, .reproduced: return (.holds, .run)
            case .refuted: return (.fails, .run)
            case .consistent, .inconclusive, .notReproduced: return isProved ? (.holds, .proof) : (.open, .run)
            case nil: return (.outside, .run)
            }
        }
        if let bound { return (bound.inDomain ? .holds : .outside, .proof) }
        if let evaluation {
            // What no precision decides (an equality) is decided by a proof; so is what its search alone cannot show.
            if evaluation.standing == .open, isProved { return (.holds, .proof) }
            // Values that were tried say nothing of those that were not.
            if evaluation.standing == .holds, !evaluation.at.isEmpty, !isProved { return (.open, .inequality) }
            let standing: ReviewStep.Standing =
                switch evaluation.standing {
                case .holds: .holds
                case .fails: .fails
                case .open: .open
                case .outside: .outside
                }
            return (standing, .inequality)
        }
        return isProved ? (.general, .proof) : (.open, .none)
    }

    // MARK: in words

    private func text(_ here: ReviewStep.Standing, _ basis: ReviewStep.Basis, _ evaluation: PointEvaluation?) -> String {
        let seen: String =
            switch (here, basis) {
            case (.holds, .inequality), (.fails, .inequality): "\(here.rawValue) here: \(comparison(evaluation, here))"
            case (.outside, .inequality): "says nothing here: the point is outside its domain (\(claim.domain))"
            case (.open, .inequality): openInequality(evaluation)
            case (.holds, .run): "holds here, \(evidence)"
            case (.fails, .run): "fails here, \(evidence)"
            case (.outside, .run), (.outside, .proof): "no verdict here: a hypothesis of its own fails at this point"
            case (.open, .run): "not decided here by \(draws)"
            case (.holds, .proof): provedHere(evaluation)
            case (.general, _): "no number to evaluate"
            case (.open, .none), (.open, .proof), (.holds, .none), (.fails, .none), (.fails, .proof), (.outside, .none):
                need.map { "not run here (\($0))" } ?? "nothing to evaluate at this point"
            }
        return "\(seen); \(overall(here, basis))."
    }

    private func provedHere(_ evaluation: PointEvaluation?) -> String {
        if cell != nil { return "not decided here by \(draws) alone" }
        guard let bound else { return "holds here" + numbers(evaluation) }
        let notRun = need.map { "not run here (\($0)); " } ?? ""
        let sign = claim.sense == .lower ? ">=" : "<=", vacuous = bound.vacuous ? " (vacuous)" : ""
        return "\(notRun)holds here, where it says \(sign) \(shortText(bound.value))\(vacuous)"
    }

    /// Both sides of a comparison that enclosures do not decide: an equality, say.
    private func numbers(_ evaluation: PointEvaluation?) -> String {
        guard let evaluation, !evaluation.isOfFailure, let left = evaluation.left, let right = evaluation.right else { return "" }
        let sides = shortTexts(left, right)
        return ": \(sides.lhs) against \(sides.rhs)\(place(evaluation, .holds))"
    }

    private func comparison(_ evaluation: PointEvaluation?, _ here: ReviewStep.Standing) -> String {
        guard let evaluation, let left = evaluation.left, let right = evaluation.right else { return "decided on enclosures" }
        if evaluation.isOfFailure {
            return "it fails with probability at least \(shortText(left)), more than the \(shortText(right)) that it allows"
        }
        let sides = shortTexts(left, right)
        return "\(sides.lhs) \(here == .fails ? ">" : "<=") \(sides.rhs)\(place(evaluation, here))"
    }

    /// Where beside the point: "at q = 3, the tightest of 39 values".
    private func place(_ evaluation: PointEvaluation, _ here: ReviewStep.Standing) -> String {
        guard !evaluation.at.isEmpty else { return "" }
        let values = evaluation.at.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
        let rest = here == .fails || evaluation.tried == 1 ? "" : ", the tightest of the \(evaluation.tried) tried"
        return " at \(values)\(rest)"
    }

    private func openInequality(_ evaluation: PointEvaluation?) -> String {
        guard let evaluation, let left = evaluation.left, let right = evaluation.right else { return "not decided here" }
        if evaluation.isOfFailure {
            return left > 0
                ? "not refuted here: its failure has probability at least \(shortText(left)), and \(shortText(right)) is allowed"
                : "not refuted here: no failure is shown"
        }
        let sides = shortTexts(left, right)
        if evaluation.standing == .holds {
            let names = evaluation.at.map(\.name).joined(separator: ", ")
            let tightest = evaluation.at.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
            let values = evaluation.tried == 1 ? "the value" : "all \(evaluation.tried) values"
            return
                "holds here at \(values) of \(names) tried, most tightly at \(tightest), \(sides.lhs) <= "
                + "\(sides.rhs); of others nothing is shown"
        }
        return "not decided here: \(sides.lhs) against \(sides.rhs)"
    }

    private var draws: String {
        let count = cell?.trials ?? 0
        return "\(count) \(count == 1 ? "draw" : "draws")"
    }

    /// What a cell's verdict rests on: "by its law: P(violates) is 3e-4", "in 982 draws".
    private var evidence: String {
        guard let cell else { return "" }
        let p = cell.probability
        switch (cell.evidence, cell.verdict) {
        case (.law, _): return "by its law\(cell.probabilityOf == .violation ? ": P(violates) is \(shortText(p.upper))" : "")"
        case (.trials, .refuted):
            return cell.probabilityOf == nil
                ? "by a draw that violates it" : "in \(draws): P(violates) is at least \(shortText(p.lower))"
        case (.trials, _): return cell.probabilityOf == nil ? "in each of \(draws)" : "in \(draws)"
        }
    }

    /// What the audit says, set against what was seen here.
    private func overall(_ here: ReviewStep.Standing, _ basis: ReviewStep.Basis) -> String {
        guard let row else { return "over its whole domain draws of its own decide it: `lemmacheck audit \(claim.id)`" }
        guard row.finding.isJudged else { return "the audit gives no verdict" }
        let assurance = row.finding.assurance.map { " (\($0.rawValue))" } ?? ""
        switch row.verdict {
        case .proved:
            switch (here, basis) {
            case (.holds, .proof): return "its proof\(assurance) covers this point"
            case (.general, _): return "proved\(assurance) over its domain: \(claim.domain)"
            case (.holds, _): return "as everywhere in its domain: proved\(assurance)"
            case (.outside, _): return "within its domain it is proved\(assurance)"
            case (.fails, _):
                return "though it is proved\(assurance): this verdict of the run is wrong, which its error rate allows"
            case (.open, _): return "it is proved\(assurance) over its domain"
            }
        case .refuted:
            let witness = row.finding.counterexample.map { ": \($0.text)" } ?? ""
            switch here {
            case .fails: return "over its whole domain it is refuted\(assurance)"
            case .holds: return "elsewhere it fails, so that over its whole domain it is refuted\(assurance)\(witness)"
            case .open, .outside, .general: return "over its whole domain it is refuted\(assurance)\(witness)"
            }
        case .holds, .consistent, .inconclusive, .reproduced, .notReproduced: return "the audit says \(row.verdict.rawValue)"
        }
    }
}

/// A proof and a number that contradict each other: nothing that the program says of the claim is to be trusted.
public struct ReviewContradiction: Error, Sendable, CustomStringConvertible {
    /// The claim's ID.
    public let claim: String
    public var description: String { "\(claim) is proved over its whole domain, and its inequality fails at this point of it" }
}
