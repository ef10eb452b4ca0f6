// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims

extension RunResult.Cell {
    /// Every parameter that the cell has, in the order in which they are shown: those of one's own last, by name.
    public var named: [NamedParameter] {
        NamedParameter.list(d, m, gamma, [(.c0, c0), (.c1, c1), (.radius, radius), (.epsilon, epsilon)], own: parameters)
    }

    /// Where it is, in all digits: "d=25 m=1000 gamma=0.05 C0=1".
    public var place: String { named.map { "\($0.symbol)=\($0.text)" }.joined(separator: " ") }

    /// The point in the form that a right-hand side is evaluated at; what the claim has not stands at 1, gamma at 1/2.
    ///
    /// - Throws: `ParameterError` where a value is out of range: in a file that was altered, say.
    public func point() throws(ParameterError) -> Parameters {
        try Parameters(
            d: d ?? 1, m: m ?? 1, gamma: gamma ?? 0.5, c0: c0 ?? 0, c1: c1 ?? 1, radius: radius, epsilon: epsilon, own: parameters ?? [:])
    }
}

extension RunComparison.Cell {
    /// Every parameter that the cell has, in the order in which they are shown.
    public var named: [NamedParameter] {
        NamedParameter.list(d, m, gamma, [(.c0, c0), (.c1, c1), (.radius, radius), (.epsilon, epsilon)], own: parameters)
    }
}

extension NamedParameter {
    fileprivate static func list(
        _ d: Int?, _ m: Int?, _ gamma: Double?, _ optional: [(OptionalParameter, Double?)], own: [String: Double]?
    ) -> [NamedParameter] {
        let basics = [d.map { count("d", $0) }, m.map { count("m", $0) }, gamma.map { Self.gamma($0) }].compactMap { $0 }
        let others = optional.compactMap { parameter, value in value.map { Self.optional(parameter, $0) } }
        return basics + others + (own ?? [:]).sorted { $0.key < $1.key }.map { Self.own($0.key, $0.value) }
    }
}

extension Cell {
    /// The parameters as results have them: those that the claim depends on.
    var shown: (d: Int?, m: Int?, gamma: Double?, own: [String: Double]?) {
        let has = claim.parameters.basics.contains, p = parameters
        return (has(.d) ? p.d : nil, has(.m) ? p.m : nil, has(.gamma) ? p.gamma : nil, p.own.isEmpty ? nil : p.own)
    }
}
