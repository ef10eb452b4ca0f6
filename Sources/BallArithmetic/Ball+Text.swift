// SPDX-License-Identifier: GPL-3.0-or-later

internal import ArbShim

extension Ball: CustomStringConvertible {
    /// "[mid +/- rad]" with every digit shown known, to 17 digits.
    public var description: String { text(digits: 17) }

    /// "[mid +/- rad]" in decimal, the enclosure rounded outward; just the number where it is exact and short.
    public func text(digits: Int) -> String { string(digits, withoutRadius: false) }

    /// A decimal number at most every member, of `digits` significant digits: 1e-1000 as it stands, no underflow.
    public func lowerText(digits: Int = 17) -> String { directed(lowerEnd, digits, up: false) }

    /// A decimal number at least every member, of `digits` significant digits.
    public func upperText(digits: Int = 17) -> String { directed(upperEnd, digits, up: true) }

    private func string(_ digits: Int, withoutRadius: Bool) -> String {
        precondition(digits >= 1)
        guard let text = with({ lc_ball_string($0, digits, withoutRadius ? 1 : 0) }) else { return "nan" }
        defer { lc_string_free(text) }
        return String(cString: text)
    }

    /// The decimal next to an exact end, moved by one unit in the last place while it may lie on the wrong side.
    private func directed(_ end: Ball, _ digits: Int, up: Bool) -> String {
        guard end.isFinite else { return up ? "inf" : "-inf" }
        var text = end.string(digits, withoutRadius: true)
        let bits = end.workingPrecision + 4 * digits + 64
        while let read = Ball.withPrecision(bits, { Ball(text) }) {
            if up ? end.isCertainlyLessOrEqual(to: read) : read.isCertainlyLessOrEqual(to: end) { break }
            text = Decimal(text, digits: digits).nudged(up: up)
        }
        return text
    }
}

/// A decimal number as sign, digits and exponent, to step it by one unit in the last place.
private struct Decimal {
    var negative: Bool
    var digits: [Int]
    var exponent: Int

    /// Reads "-1.25e-7", padded to `digits` significant digits.
    init(_ text: String, digits count: Int) {
        let parts = text.lowercased().split(separator: "e")
        var body = parts[0]
        negative = body.hasPrefix("-")
        if negative || body.hasPrefix("+") { body = body.dropFirst() }
        let point = body.split(separator: ".", omittingEmptySubsequences: false)
        let fraction = point.count > 1 ? point[1] : ""
        digits = (point[0] + fraction).compactMap(\.wholeNumberValue)
        exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - fraction.count
        if let first = digits.firstIndex(where: { $0 != 0 }) { digits.removeFirst(first) }
        while digits.count < count {
            digits.append(0)
            exponent -= 1
        }
    }

    /// One unit in the last place up or down, as text.
    func nudged(up: Bool) -> String {
        var digits = digits
        let away = up != negative
        var place = digits.count - 1
        while place >= 0 {
            let next = digits[place] + (away ? 1 : -1)
            digits[place] = (next + 10) % 10
            if (0...9).contains(next) { break }
            place -= 1
        }
        if place < 0, away { digits.insert(1, at: 0) }
        return (negative ? "-" : "") + digits.map(String.init).joined() + "e\(exponent)"
    }
}
