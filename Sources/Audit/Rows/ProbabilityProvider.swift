// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import ExactLaws

/// The probability steps, from their exact laws: each step's sweep over its grid and the argument that covers its domain, as a row.
public struct ProbabilityProvider: AuditProvider {
    public init() {}

    public var steps: [AuditStep] { ExactSteps.all.filter { !$0.id.hasSuffix("*") }.map(Self.step) }

    public func rows(for id: String) -> [AuditRow] {
        guard let step = ExactSteps.step(id), !id.hasSuffix("*") else { return [] }
        var row = Self.row(step.sweep())
        guard row.verdict == .refuted else { return [row] }
        let repairs = ExactSteps.all.filter { $0.id != id && $0.id.prefix { $0 != "*" } == id }.map { Self.row($0.sweep()) }
        row.note = [row.note, Routes.table[id] ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        row.repairs = repairs.filter { $0.verdict == .proved || $0.verdict == .holds }.map(\.id)
        return [row] + repairs
    }

    private static func step(_ step: ExactStep) -> AuditStep {
        let lemma = step.id.prefix { $0 != "/" }
        let lettered = step.id.drop { $0 != "/" }.dropFirst().first?.isLetter ?? false
        let place = step.id.hasPrefix("T.") ? "Appendix B, tools" : lettered ? "Lemma \(lemma), proof" : "Lemma \(lemma)"
        return AuditStep(id: step.id, kind: .probability, statement: step.statement, place: place, domain: step.domain)
    }

    private static func row(_ finding: StepFinding) -> AuditRow {
        let decided = finding.witness ?? finding.tightest
        let gamma = decided.flatMap(gammaBeside)
        return AuditRow(
            step(finding.step), verdict(finding.verdict), method: decided?.method ?? "closed form", witness: finding.witness.map(witness),
            probability: gamma == nil ? nil : decided?.left.value, gamma: gamma, note: note(finding), evidence: evidence(finding),
            boundary: boundary(finding))
    }

    private static func verdict(_ verdict: StepFinding.Verdict) -> AuditVerdict {
        switch verdict {
        case .proved: .proved
        case .refuted: .refuted
        case .holds: .holds
        case .inconclusive: .inconclusive
        }
    }

    /// gamma, where the right side is gamma itself.
    private static func gammaBeside(_ evaluation: StepEvaluation) -> Double? {
        let gamma = evaluation.point.parameters.gamma
        return evaluation.right.lower <= gamma && gamma <= evaluation.right.upper ? gamma : nil
    }

    /// "d=2 gamma=0.05" as parameters, with the command line's spelling.
    private static func witness(_ evaluation: StepEvaluation) -> Witness {
        let parameters = evaluation.parameters.split(separator: " ").map { pair -> Witness.Parameter in
            let parts = pair.split(separator: "=", maxSplits: 1)
            return .init(String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
        }
        return Witness(
            parameters, lhs: evaluation.left.value, rhs: evaluation.right.value, excess: (evaluation.left.lower - evaluation.right.upper).nextDown)
    }

    private static func note(_ finding: StepFinding) -> String {
        var parts: [String] = []
        if finding.verdict != .proved || finding.satisfied > 0 {
            parts.append("On the grid: \(finding.satisfied) points hold, \(finding.violations.count) fail, "
                + "\(finding.undecided) stay open.")
        }
        if finding.verdict != .refuted, let tightest = finding.tightest, !tightest.parameters.isEmpty {
            parts.append("Tightest at \(tightest.parameters): \(shortText(tightest.left.value)) against "
                + "\(shortText(tightest.right.value)).")
        }
        return parts.joined(separator: " ")
    }

    private static func evidence(_ finding: StepFinding) -> [Evidence] {
        var lines = finding.argument.map { [Evidence($0, .argued)] } ?? []
        if finding.satisfied > 0 { lines.append(Evidence("both sides enclosed at \(finding.satisfied) points of the grid where "
            + "the step holds", .shown)) }
        if let open = finding.firstUndecided { lines.append(Evidence("undecided at \(open.parameters)", .failed)) }
        return lines
    }

    /// The violations on the grid, simplest first, at most a dozen.
    private static func boundary(_ finding: StepFinding) -> BoundaryTable? {
        guard !finding.violations.isEmpty else { return nil }
        let shown = finding.violations.prefix(12)
        let caption = "Points of the grid where it fails" + (finding.violations.count > 12 ? " (the 12 simplest of "
            + "\(finding.violations.count)):" : ":")
        return BoundaryTable(
            caption: caption, columns: ["point", "left side", "right side"],
            rows: shown.map { [$0.parameters, shortText($0.left.value), shortText($0.right.value)] })
    }
}
