// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
public import Claims
internal import Support

/// The audit: what is found of each claim over its whole stated domain, by its own decision, and of the repairs of those that are refuted.
public struct Audit: Sendable {
    private let catalogue: Catalogue
    private let plan: Plan

    /// Cells with a larger m or d are left out: a few seconds decide the rest.
    static let largestWidth = 10_000
    static let largestDimension = 100

    /// - Parameters:
    ///   - catalogue: the paper.
    ///   - plan: whose cells decide the claims that draws are to decide.
    public init(catalogue: Catalogue, plan: Plan) {
        self.catalogue = catalogue
        self.plan = plan
    }

    /// The rows of `claims`, of all in the catalogue where nil, in their order, each once; one that does not stand is followed by its
    /// repairs.
    ///
    /// The same rows on any number of threads.
    ///
    /// - Parameters:
    ///   - claims: all of the catalogue where nil.
    ///   - threads: at least 1.
    ///   - progress: is told how many claims are decided, of how many; the repairs of those that do not stand are more of them.
    /// - Throws: where recorded data cannot be read, or a run of draws fails.
    public func rows(
        _ claims: [Claim]? = nil, threads: Int, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws -> [AuditRow] {
        let claims = Self.eachOnce(claims ?? catalogue.all)
        let findings = try await self.findings(of: claims, threads: threads) { progress($0, claims.count) }
        let open = claims.filter { findings[$0]?.verdict.isPositive == false }
        let repairs = Self.eachOnce(open.flatMap(\.repairs))
        let repaired = try await self.findings(of: repairs, threads: threads) {
            progress(claims.count + $0, claims.count + repairs.count)
        }
        return claims.flatMap { claim -> [AuditRow] in
            guard let finding = findings[claim] else { return [] }
            let repairs =
                finding.verdict.isPositive
                ? []
                : claim.repairs.compactMap { repair in
                    repaired[repair].map { AuditRow(repair, $0) }
                }
            let holding = repairs.filter { $0.verdict.isPositive }
            return [AuditRow(claim, finding, repairs: holding.map(\.id))] + repairs
        }
    }

    private static func eachOnce(_ claims: [Claim]) -> [Claim] {
        var seen: Set<Claim> = []
        return claims.filter { seen.insert($0).inserted }
    }

    /// A finding of every claim: proofs beside each other, all draws in one run, then one study after another, each on all threads.
    ///
    /// - Parameter claims: each once.
    private func findings(of claims: [Claim], threads: Int, progress: (Int) -> Void) async throws -> [Claim: Finding] {
        var proofs: [(claim: Claim, proof: any Proof)] = [], studies: [(claim: Claim, study: any Study)] = []
        var drawn: [Claim] = []
        for claim in claims {
            switch claim.decision {
            case .proof(let proof): proofs.append((claim, proof))
            case .draws: drawn.append(claim)
            case .study(let study): studies.append((claim, study))
            }
        }
        var findings = try await drawnFindings(of: drawn, threads: threads)
        let chosen = proofs
        var done = findings.count
        func tell(_ more: Int) {
            done += more
            progress(done)
        }
        tell(0)
        let proved = try await Parallel.map(
            chosen.count, threads: threads, finished: { tell($1.count) }, { try chosen[$0].proof.finding() })
        for (claim, finding) in zip(chosen.map(\.claim), proved) { findings[claim] = finding }
        for (claim, study) in studies {
            findings[claim] = try await study.finding(threads: threads)
            tell(1)
        }
        return findings
    }

    /// The findings of one run of the plan's cells of these claims.
    private func drawnFindings(of claims: [Claim], threads: Int) async throws -> [Claim: Finding] {
        guard !claims.isEmpty else { return [:] }
        let entries = plan.filtered(to: Set(claims.compactMap(\.measured))).entries.filter {
            $0.cell.parameters.m <= Self.largestWidth && $0.cell.parameters.d <= Self.largestDimension
        }
        var options = RunOptions()
        options.threads = threads
        let result = try await Engine(options).run(Plan(entries: entries))
        var findings: [Claim: Finding] = [:]
        for claim in claims {
            let cells = result.cells.filter { $0.claim == claim.id && $0.verdict != nil }
            if let measured = claim.measured, !cells.isEmpty {
                findings[claim] = DrawnFinding.finding(of: cells, measured)
            } else {
                findings[claim] = DrawnFinding.none
            }
        }
        return findings
    }
}
