// SPDX-License-Identifier: GPL-3.0-or-later

/// A number as people write one: a sign or none, decimal digits with at most one point, an exponent or none: 25, 0.05, 1e5, -1.5E-3.
///
/// ASCII alone: neither the digits of other scripts, nor 0x10, 1_000, inf and nan, nor spaces around it.
public struct DecimalNumber: Sendable, Hashable {
    public let isNegative: Bool
    /// The digits from the first that is not 0 to the last that is not 0; empty for zero.
    private let digits: [UInt8]
    /// The number is +-0.digits times 10 to this power.
    private let exponent: Int
    private let text: String

    /// An exponent beyond this is taken for this: neither a Double nor an integer of 64 bits comes near it.
    private static let largestExponent = 1_000_000_000

    /// The number that `text` writes; nil where it writes none.
    public init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        let whole = Self.leadingDigits(&rest)
        var fraction: ArraySlice<UInt8> = []
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            fraction = Self.leadingDigits(&rest)
        }
        guard !whole.isEmpty || !fraction.isEmpty, let power = Self.power(rest) else { return nil }
        let written = whole + fraction
        let leadingZeros = written.prefix { $0 == 0 }.count
        digits = Array(written.dropFirst(leadingZeros).reversed().drop { $0 == 0 }.reversed())
        exponent = whole.count - leadingZeros + power
        self.text = text
    }

    private static func leadingDigits(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        rest = rest.dropFirst(digits.count)
        return digits.map { $0 - UInt8(ascii: "0") }[...]
    }

    /// The power of ten behind the digits: 0 where nothing stands there, nil where anything but an exponent does.
    private static func power(_ tail: ArraySlice<UInt8>) -> Int? {
        guard let mark = tail.first else { return 0 }
        guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return nil }
        var rest = tail.dropFirst()
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        let digits = leadingDigits(&rest)
        guard !digits.isEmpty, rest.isEmpty else { return nil }
        let size = digits.reduce(0) { Swift.min(10 * $0 + Int($1), largestExponent) }
        return isNegative ? -size : size
    }

    public var isZero: Bool { digits.isEmpty }

    /// The nearest Double: infinite beyond the largest, 0 below half the least. Zero has no sign.
    public var double: Double {
        guard !isZero, let value = Double(text) else { return 0 }
        return value == 0 ? 0 : value
    }

    /// Exactly this number, where it is an integer from 0 to 2^64 - 1.
    public var integer: UInt64? {
        guard !isZero else { return 0 }
        guard !isNegative, exponent >= digits.count, exponent <= 20 else { return nil }
        var value: UInt64 = 0
        for place in 0..<exponent {
            let (tens, tooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, stillTooLarge) = tens.addingReportingOverflow(place < digits.count ? UInt64(digits[place]) : 0)
            guard !tooLarge, !stillTooLarge else { return nil }
            value = sum
        }
        return value
    }
}
