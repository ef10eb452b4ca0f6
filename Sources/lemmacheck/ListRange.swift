// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Support

/// Values as a list may abbreviate them, in characters that no shell expands: `0.1..30x1.5` for 0.1, 0.15, 0.225, ... up to 30, and
/// `10..50+10` for 10, 20, ..., 50.
///
/// They are computed in decimals, so that `0.1..1x1.5` has the very 0.225 that somebody else types.
struct ListRange {
    /// More values than anybody means.
    static let most = 10_000

    /// The values, as they would be typed.
    let items: [String]

    /// - Parameter areCounts: whether each value is rounded to the nearest integer.
    /// - Returns: nil where `text` is no range but a single value.
    /// - Throws: ``WrongUsage`` where it is a range that is written wrongly, or one of too many values.
    init?(_ text: String, of name: String, areCounts: Bool) throws {
        guard let dots = text.firstRange(of: "..") else { return nil }
        let rest = text[dots.upperBound...]
        let wrong = WrongUsage.error(
            "\(name) = \(text.inOneLine(atMost: 60)) is no range: 0.1..30x1.5 (each the last times 1.5) or 10..50+10 "
                + "(each the last plus 10) is allowed")
        // The exponent of 1e+5 is no step.
        guard let mark = rest.lastIndex(where: { $0 == "x" || $0 == "+" }), mark > rest.startIndex, rest[rest.index(before: mark)] != "e",
            let first = Self.decimal(text[..<dots.lowerBound]), let last = Self.decimal(rest[..<mark]),
            let step = Self.decimal(rest[rest.index(after: mark)...]), first <= last
        else { throw wrong }
        let isFactor = rest[mark] == "x"
        guard isFactor ? step > 1 && first > 0 : step > 0 else { throw wrong }
        var items: [String] = [], value = first
        while value <= last {
            guard items.count < Self.most else {
                throw WrongUsage.error("\(name) = \(text.inOneLine(atMost: 60)) has more than \(Self.most) values")
            }
            items.append("\(areCounts ? Self.rounded(value) : value)")
            value = isFactor ? value * step : value + step
            guard !value.isNaN else { throw wrong }
        }
        self.items = items
    }

    private static func rounded(_ value: Decimal) -> Decimal {
        var (value, result) = (value, Decimal())
        NSDecimalRound(&result, &value, 0, .plain)
        return result
    }

    private static func decimal(_ text: Substring) -> Decimal? {
        // Decimal reads the longest number that the text begins with.
        guard Double(text)?.isFinite == true, let value = Decimal(string: String(text)), !value.isNaN else { return nil }
        return value
    }
}
