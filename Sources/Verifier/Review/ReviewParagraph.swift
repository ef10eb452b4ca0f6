// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims

/// A review in one paragraph, for a report on the paper: statements first, then the lines of the proof that fail or stay open, the
/// command that repeats it last.
struct ReviewParagraph {
    private let review: Review
    /// Those of the review's steps, in its order.
    private let claims: [Claim]

    init(_ review: Review, _ claims: [Claim]) { (self.review, self.claims) = (review, claims) }

    var text: String {
        let draws =
            review.run.cells.isEmpty
            ? ""
            : " (seed \(review.run.seed); some verdict of its draws is wrong with probability at most \(shortText(review.run.errorRate)))"
        let opening = "\(review.subject) at \(review.pointText), checked by number with lemmacheck \(review.run.version)\(draws)."
        let parts =
            [opening] + statements + notRun.map { "\($0.id): \($0.text)" } + [lines, witnesses] + ["To repeat: `\(review.command)`."]
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Of each claim with a bound on a quantity, a sentence.
    private var statements: [String] {
        review.run.cells.compactMap { cell in
            guard let claim = claims.first(where: { $0.id == cell.claim }) else { return nil }
            return sentence(cell, claim)
        }
    }

    /// Statements with a bound whose run would need too much.
    private var notRun: [ReviewStep] {
        let measured = Set(review.run.cells.map(\.claim))
        return review.steps.filter { step in
            claims.contains { $0.id == step.id && !$0.isRepair && $0.measured != nil } && !measured.contains(step.id)
        }
    }

    private func sentence(_ cell: RunResult.Cell, _ claim: Claim) -> String {
        // What draws leave open here a proof may still decide.
        let step = review.steps.first { $0.id == cell.claim }, isProved = step?.here == .holds && step?.verdict == .proved
        let verb: String =
            switch cell.verdict {
            case .consistent where isProved, .inconclusive where isProved: "holds here by its proof, though draws alone do not decide it"
            case .consistent: "is not refuted here, and not certified either"
            case .inconclusive, .notReproduced: "is not decided here"
            case .holds, .proved, .reproduced: "holds here"
            case .refuted: "fails here"
            case nil: "has a hypothesis that fails here"
            }
        var text = "\(claim.id) \(verb)"
        guard cell.verdict != nil else { return text + "." }
        var parts = ["the bound \(claim.sense == .lower ? ">=" : "<=") \(shortText(cell.bound))" + (cell.vacuous ? " is vacuous" : "")]
        if let quantile = cell.quantile, quantile.value.isFinite {
            let level = claim.sense == .upper ? "1-gamma" : "gamma"
            parts.append("the \(level) quantile of the \(claim.quantityText) is \(shortText(quantile.value))\(limits(quantile))")
        }
        if let slack = cell.slack, slack.isFinite, !cell.vacuous { parts.append("slack \(shortText(slack))") }
        if cell.verdict == .refuted, cell.probabilityOf == .violation {
            let isLaw = cell.evidence == .law
            parts.append("P(violates) is \(isLaw ? "" : "at least ")\(shortText(cell.probability.lower))")
        }
        if isProved { parts.append("proved over its whole domain" + (step?.assurance.map { ", \($0.rawValue)" } ?? "")) }
        text += " (\(parts.joined(separator: "; ")))."
        return text
    }

    private func limits(_ quantile: RunResult.Quantile) -> String {
        guard quantile.lower.isFinite, quantile.upper.isFinite else { return "" }
        return " [\(shortText(quantile.lower)), \(shortText(quantile.upper))]"
    }

    /// Of the lines of the proof: how many stand how, each that fails here, and those that fail elsewhere.
    private var lines: String {
        let measured = Set(review.run.cells.map(\.claim) + notRun.map(\.id))
        // Repairs are left to the table, but where they are what was asked for.
        let isOfRepairs = review.steps.allSatisfy { $0.id.hasSuffix("*") }
        let steps = review.steps.filter { !measured.contains($0.id) && (isOfRepairs || !$0.id.hasSuffix("*")) }
        guard !steps.isEmpty else { return "" }
        if steps.count == 1, measured.isEmpty { return "\(steps[0].id) (\(steps[0].statementLine)): \(steps[0].text)" }
        let phrases: [(ReviewStep.Standing, one: String, more: String)] = [
            (.holds, "holds here", "hold here"),
            (
                .general, "is proved over its domain without a number at the point",
                "are proved over their domain without a number at the point"
            ),
            (.fails, "fails", "fail"),
            (.outside, "says nothing at this point", "say nothing at this point"),
            (.open, "is not decided at it", "are not decided at it"),
        ]
        let counts = phrases.compactMap { standing, one, more -> String? in
            let number = steps.count { $0.here == standing }
            guard number > 0 else { return nil }
            let named = standing == .open ? " (\(Self.list(steps.filter { $0.here == standing }.map(\.id))))" : ""
            return "\(number) \(number == 1 ? one : more)\(named)"
        }
        let other = measured.isEmpty ? "" : "other "
        let opening = steps.count == 1 ? "Of its one \(other)line" : "Of its \(steps.count) \(other)lines"
        let failing = steps.filter { $0.here == .fails }.map { "\($0.id) (\($0.statementLine)) \($0.text)" }
        let elsewhere = review.steps.filter { $0.here != .fails && $0.verdict == .refuted && !$0.id.hasSuffix("*") }.map(\.id)
        let rest =
            elsewhere.isEmpty ? [] : ["Refuted elsewhere in \(elsewhere.count == 1 ? "its" : "their") domain: \(Self.list(elsewhere))."]
        return (["\(opening) \(Self.list(counts))."] + failing + rest).joined(separator: " ")
    }

    private var witnesses: String {
        review.witnesses.map { witness in
            let moved = witness.moved.count == 1 ? "one neuron" : "\(witness.moved.count) neurons"
            return "A draw that violates \(witness.claim) at d = \(witness.parameters.d), m = \(witness.parameters.m): trial "
                + "\(witness.draw.trial), with \(moved) moved within the ball the value is \(shortText(witness.value)) against the bound "
                + "\(shortText(witness.bound))."
        }.joined(separator: " ")
    }

    private static func list(_ items: [String]) -> String {
        items.count < 2 ? items.joined() : items.dropLast().joined(separator: ", ") + " and " + items[items.count - 1]
    }
}

extension Review {
    /// "d = 300, m = 20000, gamma = 0.01, C0 = 3", with those of C1, R and eps that a claim of the review depends on.
    public var pointText: String {
        var parts = ["d = \(point.d)", "m = \(point.m)", "gamma = \(exactText(point.gamma))", "C0 = \(exactText(point.c0))"]
        // What follows from the others where it is not chosen.
        let usual = try? Parameters(d: point.d, m: point.m, gamma: point.gamma, c0: point.c0, c1: point.c1)
        func follows(_ value: Double, _ usual: Double?) -> String { value == usual ? shortText(value) : exactText(value) }
        if run.cells.contains(where: { $0.c1 != nil }) || run.cells.isEmpty || point.c1 != 1 { parts.append("C1 = \(exactText(point.c1))") }
        if run.cells.contains(where: { $0.radius != nil }) || run.cells.isEmpty || point.radius != usual?.radius {
            parts.append("R = \(follows(point.radius, usual?.radius))")
        }
        if run.cells.contains(where: { $0.epsilon != nil }) || point.epsilon != usual?.epsilon {
            parts.append("eps = \(follows(point.epsilon, usual?.epsilon))")
        }
        return parts.joined(separator: ", ")
    }
}
