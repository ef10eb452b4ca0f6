// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims

/// How a point came to be looked at.
enum HuntOrigin: Sendable {
    case random, atEdges, nearby
}

/// What a hunt for one claim has looked at so far.
struct HuntRecord: Sendable {
    let claim: MeasuredClaim
    private var looked: [(look: HuntLook, origin: HuntOrigin)] = []
    /// Draws of looks after the first.
    var furtherDraws = 0
    var suspects = 0
    var outOfDomain = 0
    var vacuous = 0
    var tooLarge = 0

    init(_ claim: MeasuredClaim) { self.claim = claim }

    var count: Int { looked.count }

    /// What a hunt says that has nothing to look at.
    var emptiness: HuntError { HuntError(claim: claim.id, outOfDomain: outOfDomain, vacuous: vacuous, tooLarge: tooLarge) }

    mutating func add(_ look: HuntLook, _ origin: HuntOrigin) { looked.append((look, origin)) }

    /// The cells whose claim came nearest to failing as far as looks of one way tell, the nearest first; equals in the order of the looks.
    func nearest(_ most: Int, _ way: HuntLook.Way) -> [HuntLook] {
        let order = looked.indices.filter { looked[$0].look.score > -.infinity && looked[$0].look.way == way }
            .sorted { (looked[$1].look.score, $0) < (looked[$0].look.score, $1) }
        return order.prefix(most).map { looked[$0].look }
    }

    /// The ends that a claim is most likely to fail at, as far as the claim has the parameter.
    private static let extremes: [(name: String, parameter: OptionalParameter?, test: @Sendable (Parameters) -> Bool)] = [
        ("d <= 2", nil, { $0.d <= 2 }), ("m <= 20", nil, { $0.m <= 20 }), ("4 m <= d", nil, { 4 * Double($0.m) <= Double($0.d) }),
        ("gamma >= 0.9", nil, { $0.gamma >= 0.9 }), ("gamma <= 1e-6", nil, { $0.gamma <= 1e-6 }),
        ("C0 <= 1e-6", .c0, { $0.c0 <= 1e-6 }), ("C0 >= 1000", .c0, { $0.c0 >= 1000 }), ("C1 >= 10", .c1, { $0.c1 >= 10 }),
        ("R = 0", .radius, { $0.radius == 0 }), ("R >= 1/4", .radius, { $0.radius >= 0.25 }),
        ("eps <= 1e-6", .epsilon, { $0.epsilon <= 1e-6 }),
    ]

    private static let values: [(name: String, parameter: OptionalParameter?, value: @Sendable (Parameters) -> Double)] = [
        ("d", nil, { Double($0.d) }), ("m", nil, { Double($0.m) }), ("gamma", nil, { $0.gamma }), ("c0", .c0, { $0.c0 }),
        ("c1", .c1, { $0.c1 }), ("radius", .radius, { $0.radius }), ("epsilon", .epsilon, { $0.epsilon }),
    ]

    private func has(_ parameter: OptionalParameter?) -> Bool { parameter.map(claim.dependsOn.contains) ?? true }

    var searched: HuntResult.Searched {
        let points = looked.map(\.look.cell.parameters)
        return HuntResult.Searched(
            cells: looked.count, byLaw: looked.count { $0.look.isByLaw }, random: looked.count { $0.origin == .random },
            atEdges: looked.count { $0.origin == .atEdges }, nearby: looked.count { $0.origin == .nearby },
            draws: furtherDraws + looked.reduce(0) { $0 + $1.look.draws }, suspects: suspects, outOfDomain: outOfDomain, vacuous: vacuous,
            tooLarge: tooLarge,
            ranges: Self.values.filter { has($0.parameter) }.compactMap { name, _, value in
                let values = points.map(value)
                guard let from = values.min(), let to = values.max() else { return nil }
                return HuntResult.Range(parameter: name, from: from, to: to)
            },
            extremes: Self.extremes.filter { has($0.parameter) }.map { name, _, test in
                HuntResult.Count(of: name, cells: points.count(where: test))
            },
            nearest: nearest(3, .usual).map { HuntResult.Near(cell: Witness.Point($0.cell), ratio: $0.ratio) })
    }
}
