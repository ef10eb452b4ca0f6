// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Verifier

extension NamedParameter {
    /// "C0=0.3333333": up to seven digits, counts and gamma in full.
    var short: String { "\(symbol)=\(isCount || key == "gamma" ? text : Digits.text(value, 7))" }
}

extension RunResult.Cell {
    /// Where it is, in few digits.
    var shortPlace: String { named.map(\.short).joined(separator: " ") }
}
