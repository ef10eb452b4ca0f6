// SPDX-License-Identifier: GPL-3.0-or-later

/// What a draw must tell for Lemma B.8 at a fixed (r, delta): three coordinates of each neuron that can disagree with
/// itself between x and x + delta (the others contribute 0 to the supremum), and its sign.
public struct DirectionalProblem: Sendable {
    /// m >= 1, all neurons counted.
    public let width: Int
    /// V >= 0.
    public let radius: Double
    /// r and delta.
    public let pair: DirectionPair
    /// Coordinates of w_{s,0} along x, along the part of delta orthogonal to x, along the rest of r. Equal lengths.
    public let alongX: [Double]
    /// Along the part of delta orthogonal to x.
    public let alongDelta: [Double]
    /// Along the rest of r.
    public let alongR: [Double]
    /// a_s, +1 or -1; as many as there are coordinates.
    public let signs: [Double]

    /// - Precondition: `width` >= 1, `radius` >= 0 and the four arrays are of equal length.
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
