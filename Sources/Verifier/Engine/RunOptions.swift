// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims
public import Sampler

/// What a run does besides its plan. Equal options and plans give equal results, bit for bit, whatever `threads`.
public struct RunOptions: Sendable {
    /// The same seed gives the same draws.
    public var seed: UInt64 = 1
    /// Where the random numbers come from.
    public var generator: Generator = .philox
    /// Whether all of W0 is drawn or only what a quantity needs.
    public var sampler: SamplerKind = .reduced
    /// The largest number of trials a cell, where the plan does not say.
    public var maxTrials: Int = 4000
    /// The family-wise error rate, in (0, 1): the probability that any verdict of the run is wrong.
    public var errorRate: Double = 1e-3
    /// How many threads draw, at least 1.
    public var threads: Int = 1
    /// Trials given out at a time; the results do not depend on it.
    public var batch: Int = 32

    /// What a run may need: one that needs more is refused before anything is drawn.
    public var limits = CostLimits()

    public init() {}
}
