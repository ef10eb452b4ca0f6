// SPDX-License-Identifier: GPL-3.0-or-later

/// What a draw (W0, a) must tell for the problems about the gradient at x: Lemma B.7 and steps B.7/e-h, B.8/i.
///
/// Coordinates are orthonormal with x = e_0, so that a row's coordinate 0 is g_s = <w_{s,0}, x>. `dimension` is d for a
/// dense draw; a reduced draw may use fewer coordinates, those of the span of x, the flippable rows and the aggregate.
///
/// A neuron is *flippable* iff some w in its ball is active at x and some is not: ``FlipGeometry/canFlip(_:radius:)`` of g_s, none where V = 0.
/// A neuron with g_s > V is *steady active*; the steady ones enter only through their signed sum and their number, since each can be moved by any
/// vector of length V without leaving its half-space.
public struct GradientProblem: Sendable {
    /// The network's width m >= 1.
    public let width: Int
    /// The radius V >= 0 of the ball of each neuron.
    public let radius: Double
    /// The flippable neurons: weights at initialization and output signs.
    public let flippable: ResidentRows
    /// The sum of a_s w_{s,0} over the steady active neurons, `flippable.dimension` numbers.
    public let steadySum: [Double]
    /// The number of steady active neurons.
    public let steadyCount: Int

    public init(width: Int, radius: Double, flippable: ResidentRows, steadySum: [Double], steadyCount: Int) {
        precondition(width >= 1 && radius >= 0 && steadyCount >= 0 && steadySum.count == flippable.dimension)
        self.width = width
        self.radius = radius
        self.flippable = flippable
        self.steadySum = steadySum
        self.steadyCount = steadyCount
    }
}

/// What a draw must tell for the function value at x, Lemma B.5: g_s = <w_{s,0}, x> and a_s of all m neurons.
public struct FunctionProblem: Sendable {
    public let radius: Double
    /// m numbers.
    public let preactivations: [Double]
    /// m numbers, each +1 or -1.
    public let signs: [Double]

    public init(radius: Double, preactivations: [Double], signs: [Double]) {
        precondition(radius >= 0 && preactivations.count == signs.count && !signs.isEmpty)
        self.radius = radius
        self.preactivations = preactivations
        self.signs = signs
    }
}

/// A fixed pair (r, delta) of Lemma B.8 in the orthonormal basis that Gram-Schmidt makes of (x, delta, r).
///
/// x = (1, 0, 0), delta = (delta.0, delta.1, 0) with delta.1 >= 0, r = (r.0, r.1, r.2) with r.2 >= 0. Where the span has
/// fewer than three dimensions the missing coordinates of delta and r are 0, and a weight has no component there.
public struct DirectionPair: Sendable, Hashable {
    public let delta: (Double, Double)
    public let r: (Double, Double, Double)

    public init(delta: (Double, Double), r: (Double, Double, Double)) {
        self.delta = delta
        self.r = r
    }

    /// Which of the three basis vectors exist: the second iff delta is not parallel to x or r leaves span(x), and so on.
    public var spanDimension: Int { r.2 != 0 ? 3 : (delta.1 != 0 || r.1 != 0 ? 2 : 1) }

    public static func == (a: Self, b: Self) -> Bool { a.delta == b.delta && a.r == b.r }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(delta.0)
        hasher.combine(delta.1)
        hasher.combine(r.0)
        hasher.combine(r.1)
        hasher.combine(r.2)
    }
}

/// What a draw must tell for Lemma B.8 at a fixed (r, delta): three coordinates of each neuron that can disagree with
/// itself between x and x + delta (the others contribute 0 to the supremum), and its sign.
public struct DirectionalProblem: Sendable {
    public let width: Int
    public let radius: Double
    public let pair: DirectionPair
    /// Coordinates of w_{s,0} along x, along the part of delta orthogonal to x, along the rest of r. Equal lengths.
    public let alongX: [Double]
    public let alongDelta: [Double]
    public let alongR: [Double]
    public let signs: [Double]

    public init(
        width: Int, radius: Double, pair: DirectionPair, alongX: [Double], alongDelta: [Double], alongR: [Double],
        signs: [Double]
    ) {
        precondition(width >= 1 && radius >= 0)
        precondition(alongX.count == signs.count && alongDelta.count == signs.count && alongR.count == signs.count)
        self.width = width
        self.radius = radius
        self.pair = pair
        self.alongX = alongX
        self.alongDelta = alongDelta
        self.alongR = alongR
        self.signs = signs
    }
}

/// What a draw must tell for the problems that range over delta, ||delta|| <= R: B.9/1, B.8/j, B.4/4.
///
/// `movable` has every neuron that can change sign at all (``FlipGeometry/canDiffer(g:rest:radius:perturbation:)``), with all d
/// coordinates, x = e_0.
/// The others are active at x and at every x + delta, or at none of them, whatever W: they cancel.
public struct DifferenceProblem<Rows: RowTiles>: Sendable {
    public let width: Int
    public let radius: Double
    /// The bound R >= 0 on ||delta||.
    public let perturbation: Double
    public let movable: Rows

    public init(width: Int, radius: Double, perturbation: Double, movable: Rows) {
        precondition(width >= 1 && radius >= 0 && perturbation >= 0)
        self.width = width
        self.radius = radius
        self.perturbation = perturbation
        self.movable = movable
    }
}
