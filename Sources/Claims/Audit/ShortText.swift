// SPDX-License-Identifier: GPL-3.0-or-later

internal import RealModule

/// Four significant digits, in the fewest characters: "0", "9.355", "58", "1e6", "2.276e-4".
public func shortText(_ x: Double) -> String { shortText(x, digits: 4) }

/// Both sides of a comparison in four significant digits, in up to twelve where four do not tell them apart: "920.469", "920.466".
public func shortTexts(_ lhs: Double, _ rhs: Double) -> (lhs: String, rhs: String) {
    for digits in 4...12 where lhs != rhs {
        let texts = (shortText(lhs, digits: digits), shortText(rhs, digits: digits))
        if texts.0 != texts.1 { return texts }
    }
    return (shortText(lhs), shortText(rhs))
}

/// A parameter's value: in four significant digits where these are all that it has, else exactly.
public func exactText(_ x: Double) -> String {
    let short = shortText(x)
    return Double(short) == x ? short : "\(x)"
}

/// So many significant digits, in the fewest characters.
public func shortText(_ x: Double, digits count: Int) -> String {
    guard x.isFinite, x != 0 else { return x == 0 ? "0" : "\(x)" }
    let last = count - 1
    var exponent = Int(Double.log10(x.magnitude).rounded(.down))
    // In two factors: 10^-exponent overflows for subnormal numbers.
    var digits = (x.magnitude * Double.exp10(Double(-exponent) / 2) * Double.exp10(Double(last) - Double(exponent) / 2)).rounded()
    if digits >= Double.exp10(Double(count)) { (digits, exponent) = (Double.exp10(Double(last)), exponent + 1) }
    let sign = x < 0 ? "-" : ""
    guard (-3...5).contains(exponent) else { return sign + trimmed(digits / Double.exp10(Double(last))) + "e\(exponent)" }
    return sign
        + (exponent >= last
            ? "\(Int(digits) * Int(Double.exp10(Double(exponent - last))))" : trimmed(digits / Double.exp10(Double(last - exponent))))
}

private func trimmed(_ x: Double) -> String { x == x.rounded() ? "\(Int(x))" : "\(x)" }
