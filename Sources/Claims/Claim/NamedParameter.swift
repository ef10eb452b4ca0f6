// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
internal import Support

/// A parameter of a cell, by its names.
public struct NamedParameter: Sendable, Hashable {
    /// As the mathematics has it, and expressions: "C0", "R".
    public let symbol: String
    /// As the command line, plans and JSON have it: "c0", "radius".
    public let key: String
    /// The value, in Double.
    public let value: Double
    /// Whether it is an integer: d and m.
    public let isCount: Bool
    /// Whether it is one of one's own.
    public let isOwn: Bool

    /// d or m.
    public static func count(_ name: String, _ value: Int) -> Self {
        Self(symbol: name, key: name, value: Double(value), isCount: true, isOwn: false)
    }

    /// gamma.
    public static func gamma(_ value: Double) -> Self {
        Self(symbol: "gamma", key: "gamma", value: value, isCount: false, isOwn: false)
    }

    /// One that only some claims depend on.
    public static func optional(_ parameter: OptionalParameter, _ value: Double) -> Self {
        let symbol = parameter == .epsilon ? "eps" : parameter.nameInExpressions
        return Self(symbol: symbol, key: parameter.rawValue, value: value, isCount: false, isOwn: false)
    }

    /// One of one's own.
    public static func own(_ name: String, _ value: Double) -> Self {
        Self(symbol: name, key: name, value: value, isCount: false, isOwn: true)
    }

    /// The value in all its digits: "100", "0.05".
    public var text: String { isCount ? "\(Int(value))" : isOwn ? value.plainText : "\(value)" }
}

/// Which parameters a measured claim has besides those that only some claims depend on.
public struct ClaimParameters: Sendable, Hashable {
    /// d, m and gamma, or those of them that a claim of one's own is about.
    public var basics: Set<BasicParameter>
    /// Names of one's own, in the order in which they are shown.
    public var own: [String]

    public init(basics: Set<BasicParameter> = Set(BasicParameter.allCases), own: [String] = []) {
        (self.basics, self.own) = (basics, own)
    }
}
