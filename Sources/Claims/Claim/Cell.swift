// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds

/// A claim at one point of its parameters: what a verdict is about.
public struct Cell: Sendable, Hashable, CustomStringConvertible {
    /// What is said.
    public let claim: MeasuredClaim
    /// At which point.
    public let parameters: Parameters

    /// - Throws: `ParameterError` where the quantity is not defined at `parameters` (R > 1/2 in Lemmas B.4 and B.6, say).
    public init(_ claim: MeasuredClaim, _ parameters: Parameters) throws(ParameterError) {
        try claim.check(parameters)
        self.claim = claim
        self.parameters = parameters
    }

    /// The value of an optional parameter, where the claim depends on it.
    public func value(of parameter: OptionalParameter) -> Double? {
        guard claim.dependsOn.contains(parameter) else { return nil }
        return switch parameter {
        case .c0: parameters.c0
        case .c1: parameters.c1
        case .radius: parameters.radius
        case .epsilon: parameters.epsilon
        }
    }

    /// The claim and every parameter that it depends on, in a fixed order: names the cell in messages and keys its streams,
    /// so that a cell's draws do not depend on which other cells are in the plan.
    public var description: String {
        named.reduce(claim.id) { $0 + " \($1.key)=\($1.text)" }
    }

    /// Every parameter that the claim depends on, in the order in which they are shown.
    public var named: [NamedParameter] {
        let p = parameters, has = claim.parameters.basics.contains
        var list: [NamedParameter] = []
        if has(.d) { list.append(.count("d", p.d)) }
        if has(.m) { list.append(.count("m", p.m)) }
        if has(.gamma) { list.append(.gamma(p.gamma)) }
        for parameter in OptionalParameter.allCases {
            if let value = value(of: parameter) { list.append(.optional(parameter, value)) }
        }
        return list + claim.parameters.own.compactMap { name in p.own[name].map { .own(name, $0) } }
    }
}
