// SPDX-License-Identifier: GPL-3.0-or-later

/// What a draw must tell for the problems that range over delta, ||delta|| <= R: B.9/1, B.8/j, B.4/4.
///
/// `movable` has every neuron that can change sign at all (``FlipGeometry/canDiffer(g:rest:radius:perturbation:)``), with all d
/// coordinates, x = e_0.
/// The others are active at x and at every x + delta, or at none of them, whatever W: they cancel.
public struct DifferenceProblem<Rows: RowTiles>: Sendable {
    /// m >= 1, all neurons counted.
    public let width: Int
    /// V >= 0.
    public let radius: Double
    /// The bound R >= 0 on ||delta||.
    public let perturbation: Double
    /// The neurons that can change sign.
    public let movable: Rows

    /// - Precondition: `width` >= 1, `radius` >= 0, `perturbation` >= 0.
    public init(width: Int, radius: Double, perturbation: Double, movable: Rows) {
        precondition(width >= 1 && radius >= 0 && perturbation >= 0)
        self.width = width
        self.radius = radius
        self.perturbation = perturbation
        self.movable = movable
    }
}
