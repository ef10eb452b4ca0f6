// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims

/// A number of neurons that the ball can flip, exactly.
struct FlipCountTrial: CellTrial {
    let count: @Sendable (UInt64) throws -> Int

    func bracket(_ trial: UInt64) throws -> TrialBracket { TrialBracket(exactly: Double(try count(trial))) }
}
