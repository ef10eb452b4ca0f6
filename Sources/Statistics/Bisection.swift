// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// The end that satisfies `isOutside` of the bracket `inside`, `outside` (both positive, in either order), shrunk to neighbouring
/// doubles. The result satisfies `isOutside` whether or not the predicate is monotone to the last bit.
/// - Precondition: `isOutside(outside)`.
func outerNeighbour(inside: Double, outside: Double, isOutside: (Double) -> Bool) -> Double {
    var (inside, outside) = (inside, outside)
    while true {
        let (low, high) = inside < outside ? (inside, outside) : (outside, inside)
        // Bisect the logarithm while the bracket spans more than a factor of two, then the interval.
        let middle = high > 2 * low ? Double.sqrt(low) * Double.sqrt(high) : low + (high - low) / 2
        guard middle > low, middle < high else { return outside }
        if isOutside(middle) { outside = middle } else { inside = middle }
    }
}
