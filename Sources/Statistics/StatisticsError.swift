// SPDX-License-Identifier: GPL-3.0-or-later

/// An argument out of its range. The description is one line: argument, value, allowed range.
public enum StatisticsError: Error, Equatable, Sendable, CustomStringConvertible {
    /// `argument` has the value `value`, which does not lie in `range` (a text such as "(0, 1)").
    case outOfRange(argument: String, value: Double, range: String)
    /// `argument` has `count` elements where at least `minimum` are needed.
    case tooFew(argument: String, count: Int, minimum: Int)
    /// Element `index` of `argument` is not a number.
    case notANumber(argument: String, index: Int)

    public var description: String {
        switch self {
        case .outOfRange(let argument, let value, let range):
            "\(argument) is \(Self.text(value)), allowed: \(range)"
        case .tooFew(let argument, let count, let minimum):
            "\(argument) has \(count) elements, allowed: at least \(minimum)"
        case .notANumber(let argument, let index):
            "\(argument)[\(index)] is nan, allowed: any number, infinities included"
        }
    }

    /// The shortest text of a number, without ".0" where it is a whole one.
    private static func text(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? "\(value)"
    }

    /// Throws unless `0 < value < 1`; nan throws too.
    static func requireProbability(_ value: Double, _ argument: String) throws(StatisticsError) {
        guard value > 0, value < 1 else { throw .outOfRange(argument: argument, value: value, range: "(0, 1)") }
    }

    /// Throws where `values` is shorter than `minimum` or holds a nan.
    static func requireNumbers(_ values: [Double], _ argument: String, atLeast minimum: Int = 1) throws(StatisticsError) {
        guard values.count >= minimum else {
            throw .tooFew(argument: argument, count: values.count, minimum: minimum)
        }
        if let index = values.firstIndex(where: \.isNaN) { throw .notANumber(argument: argument, index: index) }
    }
}
