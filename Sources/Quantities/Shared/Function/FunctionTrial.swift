// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims

/// A function of one draw's range of f, in closed form up to rounding.
struct FunctionTrial: CellTrial {
    let value: @Sendable (UInt64) throws -> TrialBracket

    func bracket(_ trial: UInt64) throws -> TrialBracket { try value(trial) }
}

extension TrialBracket {
    /// A value in closed form that rounding has moved by at most `rounding`; no W exceeds `most` either.
    init(closedForm value: Double, rounding: Double, atMost most: Double = .infinity) {
        self.init(attained: value, certified: Swift.min(value + rounding, most), rounding: rounding)
    }
}
