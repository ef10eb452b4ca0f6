// SPDX-License-Identifier: GPL-3.0-or-later

/// How an image is made smaller: the paper does not say.
public enum ImageFilter: String, Sendable, Hashable, CaseIterable {
    /// Each pixel is the mean of the area that it covers.
    case area
    /// Each pixel is interpolated at its centre between the nearest four.
    case bilinear

    /// The matrix A of A X A^T, new x old; each row sums to 1.
    func matrix(from old: Int, to new: Int) -> [Double] {
        switch self {
        case .area:
            // In units of 1/(old new) of the edge all ends are integers, and the shares exact.
            return (0..<new).flatMap { i in
                (0..<old).map { j in
                    let overlap = min((i + 1) * old, (j + 1) * new) - max(i * old, j * new)
                    return Double(max(0, overlap)) / Double(old)
                }
            }
        case .bilinear:
            var rows = [Double](repeating: 0, count: new * old)
            for i in 0..<new {
                let place = (Double(i) + 0.5) * Double(old) / Double(new) - 0.5
                let below = Int(place.rounded(.down)), share = place - Double(below)
                for (j, weight) in [(below, 1 - share), (below + 1, share)] { rows[i * old + min(max(j, 0), old - 1)] += weight }
            }
            return rows
        }
    }
}
