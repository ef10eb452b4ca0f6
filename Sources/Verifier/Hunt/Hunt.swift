// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims

/// What a hunt tells while it goes on, in the task that it runs in.
public struct HuntEvents {
    /// Called after each stretch of cells with what has been looked at for the claim under way, and how many claims are done.
    public var progress: (_ claim: HuntResult.Claim, _ done: Int) -> Void
    /// Called with every claim that is done.
    public var claimDone: (HuntResult.Claim) throws -> Void

    public init(
        progress: @escaping (HuntResult.Claim, Int) -> Void = { _, _ in },
        claimDone: @escaping (HuntResult.Claim) throws -> Void = { _ in }
    ) {
        (self.progress, self.claimDone) = (progress, claimDone)
    }
}

/// What a hunt found, and beside each refutation the run that says so.
public struct HuntFindings: Sendable {
    /// What was looked at and found, claim by claim.
    public let result: HuntResult
    /// Of one cell each, in the order of the refuted claims.
    public let runs: [RunResult]
}

/// Tries to refute claims over their whole stated domains.
///
/// Of each claim some cells are looked at (`HuntSpace`): by the exact law where one is known, else by a few draws with the attacks of the
/// claim's quantity; the second half of them near those that came nearest to failing. A cell that seems refuted is shrunk to simple
/// parameters by draws of another stream, and then judged by the engine as `verify` judges it, on draws that neither look has seen: that
/// verdict alone counts. The k-th of a claim's judgements may err with 2^-k of the claim's share of the error rate, so that all together
/// keep to it. A hunt for a claim ends with its first confirmed refutation.
public struct Hunt: Sendable {
    /// How it is made.
    public let options: HuntOptions

    /// Cells that are looked at together; the results depend on it, and not on threads.
    static let batch = 16
    /// Proposals for each cell that is to be looked at, at most.
    static let proposals = 500
    /// The nearest cells, whose neighbourhood is searched.
    static let parents = 6
    /// Suspects of a batch that are judged.
    static let suspects = 3

    /// - Throws: a one-line error where the error rate is outside (0, 1), `CostError` where so many threads may need too much.
    public init(_ options: HuntOptions) throws {
        _ = try Engine(options.run)
        try options.check()
        self.options = options
    }

    /// Hunts for refutations of `claims`, one after another.
    ///
    /// - Throws: ``HuntError`` where a claim has no cell to look at, what a quantity's draws or a law throw, and what `events` throw.
    public func run(_ claims: [MeasuredClaim], events: HuntEvents = HuntEvents()) async throws -> HuntFindings {
        var found: [HuntResult.Claim] = [], runs: [RunResult] = []
        for claim in claims {
            var search = ClaimHunt(claim, options, rate: options.run.errorRate / Double(Swift.max(1, claims.count)))
            let refutation = try await search.run { events.progress($0, found.count) }
            let result = search.result(refutation)
            found.append(result)
            if let run = refutation?.run { runs.append(run) }
            try events.claimDone(result)
        }
        return HuntFindings(result: HuntResult(options, claims: found), runs: runs)
    }
}
