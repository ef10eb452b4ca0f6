// SPDX-License-Identifier: GPL-3.0-or-later

internal import RealModule

/// Four significant digits, in the fewest characters: "0", "9.355", "58", "1e6", "2.276e-4".
public func shortText(_ x: Double) -> String {
    guard x.isFinite, x != 0 else { return x == 0 ? "0" : "\(x)" }
    var exponent = Int(Double.log10(x.magnitude).rounded(.down))
    // In two factors: 10^-exponent overflows for subnormal numbers.
    var digits = (x.magnitude * Double.exp10(Double(-exponent) / 2) * Double.exp10(3 - Double(exponent) / 2)).rounded()
    if digits >= 10_000 { (digits, exponent) = (1000, exponent + 1) }
    let sign = x < 0 ? "-" : ""
    guard (-3...5).contains(exponent) else { return sign + trimmed(digits / 1000) + "e\(exponent)" }
    return sign
        + (exponent >= 3
            ? "\(Int(digits) * Int(Double.exp10(Double(exponent - 3))))" : trimmed(digits / Double.exp10(Double(3 - exponent))))
}

private func trimmed(_ x: Double) -> String { x == x.rounded() ? "\(Int(x))" : "\(x)" }
