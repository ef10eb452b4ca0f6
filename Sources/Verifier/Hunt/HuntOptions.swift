// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims

/// How a hunt is made. Equal options give equal results, bit for bit, whatever `run.threads`.
public struct HuntOptions: Sendable {
    /// The seed, the generator, the sampler, the trials of a decision at most, the error rate of the whole hunt.
    public var run = RunOptions()
    /// How many cells of each claim are looked at, at most.
    public var cells = 1000
    /// Values that a parameter is restricted to; one without any is looked for over its whole range.
    public var restriction = Grid()

    public init() {}

    /// Draws of a first look at a cell: they only say where to look again.
    static let firstLook = 8
    /// After so many of them a cell whose score is below this is left: the quantity's quantile is below half of its bound.
    static let firstGlance = 2
    static let farAway = -0.7
    /// A draw of more memory is none that a hunt makes, on as many threads as there may be.
    static let drawBytes = 67_108_864.0
    /// A draw of this share of the operations that a cell's trials may take is the largest.
    static let drawShare = 1e-7

    /// The most operations that a draw of a hunt may take: so few that all trials of a decision are within the run's limits too.
    var drawOperations: Double {
        run.limits.operations * Swift.min(Self.drawShare, 1 / Double(run.maxTrials))
    }

    /// Whether a hunt draws from cells where one draw costs this much.
    func affords(_ cost: TrialCost) -> Bool { cost.operations <= drawOperations && cost.bytes <= Self.drawBytes }

    /// - Throws: `CostError` where the threads together may need more memory than they may use.
    public func check() throws(CostError) {
        try run.limits.check(
            TrialCost(operations: 0, bytes: Self.drawBytes), trials: run.threads, threads: run.threads,
            of: "a hunt on \(run.threads) threads")
    }
}
