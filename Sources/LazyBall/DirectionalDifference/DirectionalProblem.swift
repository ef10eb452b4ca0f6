// SPDX-License-Identifier: GPL-3.0-or-later

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
