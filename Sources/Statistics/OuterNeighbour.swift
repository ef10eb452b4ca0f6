// SPDX-License-Identifier: GPL-3.0-or-later

import Support

/// The end that satisfies `isOutside` of the bracket `inside`, `outside` (both positive, in either order), shrunk to neighbouring
/// doubles. The result satisfies `isOutside` whether or not the predicate is monotone to the last bit.
/// - Precondition: `isOutside(outside)`.
func outerNeighbour(inside: Double, outside: Double, isOutside: (Double) -> Bool) -> Double {
    // Halves the logarithm while the bracket spans more than a factor of two, then the interval.
    Bisection.exhaustively(
        from: inside, to: outside,
        middle: { low, high in high > 2 * low ? low.squareRoot() * high.squareRoot() : low + (high - low) / 2 }, where: isOutside
    ).after
}
