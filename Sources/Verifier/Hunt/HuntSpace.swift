// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import RealModule

/// Where a claim is looked for failing: log-uniform over its parameters, and the ends of their ranges, held against the claim's own
/// hypotheses.
///
/// d and m go up to ``largestCount``; gamma from 1e-100 to 0.99; C0 from 1e-12 to 1e6, and 0; C1 from 1e-6 to 1e6, and such that R =
/// C1/sqrt d is 1/2 or log-uniform below it; R by its default rule, at 0, at 1/2, and between; eps likewise.
struct HuntSpace: Sendable {
    let claim: MeasuredClaim
    let restriction: Grid

    /// The largest d and m; larger ones are the business of an argument, not of a search.
    static let largestCount = 1_000_000
    static let leastGamma = 1e-100
    static let largestGamma = 0.99
    static let c0 = 1e-12...1e6
    static let c1 = 1e-6...1e6
    static let leastRadius = 1e-12
    static let leastEpsilon = 1e-12

    static let edgeDimensions = [1, 2, 3]
    static let edgeWidths = Array(1...20)
    static let edgeGammas = [0.05, 0.5, 0.9, 0.99, 0.1, 1e-3, 1e-6, 1e-30, 1e-100]
    static let edgeC0 = [0, 1e-12, 1e-6, 1, 10, 1e3, 1e6]

    /// A point of the whole range: with every parameter log-uniform, or with some of them at an end.
    func point(atEdges: Bool, _ random: inout HuntRandom) -> HuntPoint {
        var point = HuntPoint(d: 1, m: 1, gamma: 0.5, c0: 0, c1: 1, radius: nil, epsilon: nil)
        func isAtEdge(_ random: inout HuntRandom) -> Bool { atEdges && random.chance(0.5) }
        point.d = isAtEdge(&random) ? random.element(Self.edgeDimensions) : random.count(upTo: Self.largestCount)
        point.m = isAtEdge(&random) ? random.element(Self.edgeWidths) : random.count(upTo: Self.largestCount)
        point.gamma = isAtEdge(&random) ? random.element(Self.edgeGammas) : gamma(&random)
        point.c0 = isAtEdge(&random) ? random.element(Self.edgeC0) : random.logUniform(Self.c0.lowerBound, Self.c0.upperBound)
        point.c1 = c1(d: point.d, atEdges: atEdges, &random)
        point.radius = radius(point, atEdges: atEdges, &random)
        point.epsilon = random.chance(0.5) ? nil : random.logUniform(Self.leastEpsilon, 0.99)
        return restricted(point, &random)
    }

    /// As often near 0, near 1 and where few draws decide.
    private func gamma(_ random: inout HuntRandom) -> Double {
        random.element([
            random.logUniform(Self.leastGamma, 0.5), 1 - random.logUniform(1 - Self.largestGamma, 0.5), random.logUniform(1e-3, 0.5),
        ])
    }

    private func c1(d: Int, atEdges: Bool, _ random: inout HuntRandom) -> Double {
        let root = Double(d).squareRoot()
        let free = random.logUniform(Self.c1.lowerBound, Self.c1.upperBound), share = 0.5 * random.logUniform(1e-6, 1)
        let choices = [1, 0.5 * root, share * root, free]
        return atEdges ? random.element(choices) : random.element(Array(choices.dropFirst(2)))
    }

    /// R is at most C1/sqrt d where a claim says so, and 1/2 at most where nothing else is said of it.
    private func radius(_ point: HuntPoint, atEdges: Bool, _ random: inout HuntRandom) -> Double? {
        let scale = claim.dependsOn.contains(.c1) ? point.c1 / Double(point.d).squareRoot() : 0.5
        let free = scale * random.logUniform(Self.leastRadius, 1)
        // The scale itself may be more than 1/2.
        let choices: [Double?] = [nil, nil, free, scale, 0, Swift.min(scale, 0.5)]
        return atEdges ? random.element(choices) : random.element([nil, nil, free])
    }

    /// A point near another: every second parameter is moved by a factor, now and then to an end.
    func neighbour(of start: HuntPoint, _ random: inout HuntRandom) -> HuntPoint {
        var point = start
        let reach = random.element([0.2, 0.7, 2.0])
        func factor(_ random: inout HuntRandom) -> Double { Double.exp(reach * random.symmetric()) }
        let keepsRadius = random.chance(0.5)
        if random.chance(0.5) { point.d = count(Double(point.d) * factor(&random)) }
        if random.chance(0.5) { point.m = count(Double(point.m) * factor(&random)) }
        if random.chance(0.5) { point.gamma = nearGamma(point.gamma, factor(&random)) }
        if random.chance(0.5) { point.c0 = Swift.min(Self.c0.upperBound, point.c0 * factor(&random)) }
        if keepsRadius { point.c1 = start.c1 * (Double(point.d) / Double(start.d)).squareRoot() }
        if random.chance(0.5) { point.c1 *= factor(&random) }
        point.c1 = Swift.min(Self.c1.upperBound, Swift.max(Self.c1.lowerBound, point.c1))
        if let radius = point.radius, random.chance(0.5) { point.radius = random.chance(0.5) ? nil : radius * factor(&random) }
        if let epsilon = point.epsilon, random.chance(0.5) { point.epsilon = Swift.min(0.99, epsilon * factor(&random)) }
        guard random.chance(0.25) else { return restricted(point, &random) }
        let other = self.point(atEdges: true, &random)
        switch random.element(Array(0..<5)) {
        case 0: point.d = other.d
        case 1: point.m = other.m
        case 2: point.gamma = other.gamma
        case 3: point.c0 = other.c0
        default: (point.c1, point.radius) = (other.c1, other.radius)
        }
        return restricted(point, &random)
    }

    private func count(_ x: Double) -> Int { Swift.min(Self.largestCount, Swift.max(1, Int(x.rounded()))) }

    /// The odds of gamma times a factor.
    private func nearGamma(_ gamma: Double, _ factor: Double) -> Double {
        let odds = gamma / (1 - gamma) * factor
        return Swift.min(Self.largestGamma, Swift.max(Self.leastGamma, odds / (1 + odds)))
    }

    /// The point with the values that the user has restricted parameters to.
    private func restricted(_ start: HuntPoint, _ random: inout HuntRandom) -> HuntPoint {
        var point = start
        if !restriction.d.isEmpty { point.d = random.element(restriction.d) }
        if !restriction.m.isEmpty { point.m = random.element(restriction.m) }
        if !restriction.gamma.isEmpty { point.gamma = random.element(restriction.gamma) }
        if !restriction.c0.isEmpty { point.c0 = random.element(restriction.c0) }
        if !restriction.c1.isEmpty { point.c1 = random.element(restriction.c1) }
        if !restriction.radius.isEmpty { point.radius = random.element(restriction.radius) }
        if !restriction.epsilon.isEmpty { point.epsilon = random.element(restriction.epsilon) }
        return point
    }
}

/// What a hunt varies.
enum HuntParameter: Sendable, Hashable {
    case d, m, gamma, c0, c1, radius, epsilon
}

extension HuntSpace {
    /// Whether the claim has the parameter and the user has not restricted it.
    func isFree(_ parameter: HuntParameter) -> Bool {
        switch parameter {
        case .d: restriction.d.isEmpty
        case .m: restriction.m.isEmpty
        case .gamma: restriction.gamma.isEmpty
        case .c0: restriction.c0.isEmpty && claim.dependsOn.contains(.c0)
        case .c1: restriction.c1.isEmpty && claim.dependsOn.contains(.c1)
        case .radius: restriction.radius.isEmpty && claim.dependsOn.contains(.radius)
        case .epsilon: restriction.epsilon.isEmpty && claim.dependsOn.contains(.epsilon)
        }
    }
}
