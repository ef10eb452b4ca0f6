// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
public import Claims
public import Testing

extension Claim: CustomTestStringConvertible {
    public var testDescription: String { id }
}

/// The cell of a claim that draws can verify, gamma = 0.05.
func cell(_ claim: Claim, d: Int, m: Int, c0: Double, radius: Double? = nil, epsilon: Double? = nil) throws -> Cell {
    try Cell(#require(claim.measured), Parameters(d: d, m: m, gamma: 0.05, c0: c0, radius: radius, epsilon: epsilon))
}
