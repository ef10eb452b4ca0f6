// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims

/// Makes a ``Review``: runs the statements that have a bound on a quantity, evaluates the rest, audits all, looks for witnesses.
public struct Reviewer: Sendable {
    private let options: RunOptions
    private let catalogue: Catalogue
    private let place: WitnessPlace

    /// - Parameters:
    ///   - options: of the run at the point.
    ///   - catalogue: the paper.
    ///   - place: where the witnesses are looked for.
    public init(_ options: RunOptions, in catalogue: Catalogue, witnessesAt place: WitnessPlace) {
        (self.options, self.catalogue, self.place) = (options, catalogue, place)
    }

    /// The review of `claims` at `point`.
    ///
    /// - Parameters:
    ///   - claims: in the order of the review.
    ///   - subject: what they are, in words.
    ///   - point: one for all of them.
    ///   - command: the command that repeats it.
    ///   - progress: is told what is being done.
    /// - Throws: `ParameterError` where a claim forbids the point, `CostError` where the run of a claim alone would need too much,
    ///   ``ReviewContradiction``, and where a run fails.
    public func review(
        _ claims: [Claim], subject: String, at point: Parameters, command: String, progress: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws -> Review {
        // A repair and a sharper bound are decided by their proofs: they need no draws beside those of the claim that they stand by.
        let drawn = claims.filter { !$0.isRepair && (claims.count == 1 || !$0.id.hasSuffix("+")) }
        let entries = try drawn.compactMap(\.measured).map { Plan.Entry(cell: try Cell($0, point)) }
        let needs = try excessiveNeeds(of: entries, amongMany: claims.count > 1)
        progress("the audit and the run at this point")
        // Beside each other: neither keeps all processors busy to its end.
        async let audit = audited(claims)
        var result = try await Engine(options).run(Plan(entries: entries.filter { needs[$0.cell.claim.id] == nil }))
        let rows = try await audit
        let all = claims.flatMap { claim in [claim] + (rows[claim]?.verdict.isPositive == false ? claim.repairs : []) }
        result = result.recounted
        let cells = Dictionary(result.cells.map { ($0.claim, $0) }) { first, _ in first }
        let steps = try all.map { try StepAtPoint(claim: $0, point: point, cell: cells[$0.id], row: rows[$0], need: needs[$0.id]).step() }
        let search = WitnessSearch(options, in: catalogue, at: place)
        let witnesses = try search.findings(for: result, progress: { progress("a witness against \($0)") }).map(\.witness)
        var review = Review(
            subject: subject, command: command, point: .init(point), run: result, steps: steps, witnesses: witnesses, paragraph: "")
        review.paragraph = ReviewParagraph(review, all).text
        return review
    }

    /// What the draws of some statements need beyond the limits, by claim: a lemma's other lines are reviewed without them.
    ///
    /// - Throws: `CostError` where a claim is reviewed alone.
    private func excessiveNeeds(of entries: [Plan.Entry], amongMany: Bool) throws -> [String: String] {
        var needs: [String: String] = [:]
        for entry in entries {
            do { try Plan(entries: [entry]).checkCosts(options) } catch {
                guard amongMany else { throw error }
                needs[entry.cell.claim.id] = error.what
            }
        }
        return needs
    }

    /// The audit's rows of the claims that it decides without draws, and of their repairs.
    private func audited(_ claims: [Claim]) async throws -> [Claim: AuditRow] {
        let proofs = claims.filter { if case .proof = $0.decision { true } else { false } }
        let rows = try await Audit(catalogue: catalogue, plan: Plan(entries: [])).rows(proofs, threads: options.threads)
        return Dictionary(rows.map { ($0.claim, $0) }) { first, _ in first }
    }
}
