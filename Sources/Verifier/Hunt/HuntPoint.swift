// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Support

/// Parameters under way: R and eps nil where they follow the default rules.
struct HuntPoint: Sendable, Hashable {
    var d: Int
    var m: Int
    var gamma: Double
    var c0: Double
    var c1: Double
    var radius: Double?
    var epsilon: Double?

    /// The cell of a claim there; nil where the claim is not defined.
    func cell(of claim: MeasuredClaim) -> Cell? {
        // A parameter that the claim does not depend on keeps its default, so that equal cells are one.
        let uses = claim.dependsOn
        guard
            let parameters = try? Parameters(
                d: d, m: m, gamma: gamma, c0: uses.contains(.c0) ? c0 : 0, c1: uses.contains(.c1) ? c1 : 1,
                radius: uses.contains(.radius) ? radius : nil, epsilon: uses.contains(.epsilon) ? epsilon : nil)
        else { return nil }
        return try? Cell(claim, parameters)
    }

    /// The point of a cell: R and eps are nil where they are what their rules give.
    init(_ cell: Cell) {
        let p = cell.parameters
        let usual = try? Parameters(d: p.d, m: p.m, gamma: p.gamma, c0: p.c0, c1: p.c1)
        self.init(
            d: p.d, m: p.m, gamma: p.gamma, c0: p.c0, c1: p.c1, radius: p.radius == usual?.radius ? nil : p.radius,
            epsilon: p.epsilon == usual?.epsilon ? nil : p.epsilon)
    }

    init(d: Int, m: Int, gamma: Double, c0: Double, c1: Double, radius: Double?, epsilon: Double?) {
        (self.d, self.m, self.gamma, self.c0, self.c1, self.radius, self.epsilon) = (d, m, gamma, c0, c1, radius, epsilon)
    }
}

extension Cell {
    /// The options of the command line that name this cell: `--d 2 --m 1000 --gamma 0.05 --c0 10.0`.
    var arguments: [String] {
        let point = HuntPoint(self)
        var words = ["--d", "\(point.d)", "--m", "\(point.m)", "--gamma", point.gamma.plainText]
        let optional: [(OptionalParameter, Double?)] = [
            (.c0, point.c0), (.c1, point.c1), (.radius, point.radius), (.epsilon, point.epsilon),
        ]
        for case (let parameter, let value?) in optional where claim.dependsOn.contains(parameter) {
            words += ["--\(parameter.rawValue)", value.plainText]
        }
        return words
    }
}
