// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Experiments
internal import Verifier

/// The audit of the whole paper: what arithmetic and exact laws decide, the Verifier's draws for what they do not,
/// and the recorded run of the experiments.
public enum CompleteAudit {
    /// The rows of the claims `ids`, of all of them where it is empty, each with its repairs, in the paper's order.
    ///
    /// The same rows on any number of threads.
    public static func rows(_ ids: [String] = [], threads: Int = 1) async throws -> [AuditRow] {
        let wanted = ids.isEmpty ? Catalogue.all.map(\.id) : ids
        let experiments = try ExperimentRows.recorded()
        let decided = Set((Audit.standard.steps + experiments.steps).map(\.id))
        let drawn = wanted.filter { !decided.contains($0) }
        var providers = Audit.standard.providers + [experiments]
        if !drawn.isEmpty { providers.append(try await verified(drawn, threads: threads)) }
        if !Set(drawn).isDisjoint(with: ["3.1/1", "3.2/1"]) { providers.append(GivenRows(try await FlippingRows.rows(threads: threads))) }
        let known = Set(providers.flatMap(\.steps).map(\.id))
        let chosen = wanted.filter(known.contains)
        return chosen.isEmpty ? [] : await Audit(providers).rows(concurrently: chosen)
    }

    /// The default plan's cells of these claims that a few seconds decide: m up to 1e4.
    private static func verified(_ ids: [String], threads: Int) async throws -> VerifierProvider {
        let claims = Set(ids.compactMap(BoundedClaim.init(rawValue:)))
        let plan = try DefaultPlan.plan().filtered(to: claims)
        let entries = plan.entries.filter { $0.cell.parameters.m <= 10_000 && $0.cell.parameters.d <= 100 }
        var options = RunOptions()
        options.threads = threads
        return VerifierProvider(try await Engine(options).run(Plan(entries: entries)))
    }
}
