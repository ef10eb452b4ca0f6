// SPDX-License-Identifier: GPL-3.0-or-later

internal import Synchronization

/// How far a run is, for whoever looks on while it goes.
public final class StepCount: Sendable {
    private let count = Atomic<Int>(0)

    public init() {}

    /// SGD's steps of all networks so far.
    public var value: Int { count.load(ordering: .relaxed) }

    func add(_ steps: Int) { count.wrappingAdd(steps, ordering: .relaxed) }
}

/// How far a run of experiments is.
public struct ExperimentProgress: Sendable, Hashable {
    /// Networks done, and of how many.
    public let done: Int
    public let total: Int
    /// The share of the work that is done, by the operations that each network is expected to take.
    public let share: Double
}
