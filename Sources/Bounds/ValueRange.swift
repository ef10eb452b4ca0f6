// SPDX-License-Identifier: GPL-3.0-or-later

internal import Support

/// The real numbers that something may be, in words and as a test.
public struct NumberRange: Sendable {
    /// "a number in (0, 1)".
    public let allowed: String
    private let contains: @Sendable (Double) -> Bool

    /// - Parameters:
    ///   - allowed: the range in words, for messages.
    ///   - contains: asked of finite numbers alone.
    public init(_ allowed: String, _ contains: @escaping @Sendable (Double) -> Bool) {
        self.allowed = allowed
        self.contains = contains
    }

    /// (0, 1): gamma, eps, an error rate.
    public static let betweenZeroAndOne = NumberRange("a number in (0, 1)") { $0 > 0 && $0 < 1 }
    /// [0, inf): C0, R.
    public static let notNegative = NumberRange("a finite number >= 0") { $0 >= 0 }
    /// (0, inf): C1.
    public static let positive = NumberRange("a finite number > 0") { $0 > 0 }
    /// Every finite number.
    public static let finite = NumberRange("a finite number") { _ in true }

    /// - Throws: ``ParameterError`` where `value` is not in the range.
    public func check(_ name: String, _ value: Double) throws(ParameterError) {
        guard value.isFinite, contains(value) else {
            throw ParameterError(parameter: name, value: value.plainText, allowed: allowed)
        }
    }

    /// The number that a user wrote.
    ///
    /// - Throws: ``ParameterError``, with the text as it was written.
    public func number(_ name: String, _ text: String) throws(ParameterError) -> Double {
        func error(_ fault: ParameterError.Fault) -> ParameterError {
            ParameterError(parameter: name, value: text, allowed: allowed, fault: fault)
        }
        guard let decimal = DecimalNumber(text) else { throw error(text.isNoFiniteNumber ? .outOfRange : .notANumber) }
        let value = decimal.double
        guard value.isFinite else { throw error(.outOfRange) }
        guard value != 0 || decimal.isZero else { throw error(.tooCloseToZero) }
        guard contains(value) else { throw error(.outOfRange) }
        return value
    }
}

/// The integers from one to another, in words and as a test.
public struct IntegerRange: Sendable {
    /// The integers allowed.
    public let range: ClosedRange<UInt64>
    /// "an integer from 1 to 1e15".
    public let allowed: String

    /// - Parameters:
    ///   - range: the integers allowed.
    ///   - largest: the upper end as a message writes it, where that is not its digits.
    public init(_ range: ClosedRange<UInt64>, largest: String? = nil) {
        self.range = range
        allowed = "an integer from \(range.lowerBound) to \(largest ?? "\(range.upperBound)")"
    }

    /// What d, m and numbers of trials may be: above it a Double no longer holds every integer that the formulas multiply.
    public static let count = IntegerRange(1...UInt64(Parameters.largestCount), largest: "1e15")
    /// Every integer of 64 bits.
    public static let seed = IntegerRange(0...UInt64.max, largest: "2^64-1")

    /// The integer that a user wrote, so that 1e5 is one and 2.5 is not: exactly, however many digits there are.
    ///
    /// - Throws: ``ParameterError``, with the text as it was written.
    public func integer(_ name: String, _ text: String) throws(ParameterError) -> UInt64 {
        let isNumber = DecimalNumber(text) != nil || text.isNoFiniteNumber
        guard let value = DecimalNumber(text)?.integer, range.contains(value) else {
            throw ParameterError(parameter: name, value: text, allowed: allowed, fault: isNumber ? .outOfRange : .notANumber)
        }
        return value
    }
}

extension String {
    /// Whether this is a word for infinity, or for no number at all, as other programs write it.
    fileprivate var isNoFiniteNumber: Bool {
        let word = first == "-" || first == "+" ? String(dropFirst()).lowercased() : lowercased()
        return ["inf", "infinity", "nan"].contains(word)
    }
}

extension OptionalParameter {
    /// What the parameter may be.
    public var range: NumberRange {
        switch self {
        case .c0, .radius: .notNegative
        case .c1: .positive
        case .epsilon: .betweenZeroAndOne
        }
    }
}
