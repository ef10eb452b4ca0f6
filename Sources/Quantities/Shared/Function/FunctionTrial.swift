// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims

/// A function of one draw's range of f, exactly.
struct FunctionTrial: CellTrial {
    let value: @Sendable (UInt64) throws -> Double

    func bracket(_ trial: UInt64) throws -> TrialBracket { TrialBracket(exactly: try value(trial)) }
}
