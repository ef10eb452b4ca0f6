// SPDX-License-Identifier: GPL-3.0-or-later

internal import RealModule
public import Verifier

/// One dimension of the frontier's map: the widths at which a flip is certified, as decadic logarithms.
public struct CertifiedMapRow: Sendable, Hashable {
    public let d: Double
    /// The end of Theorem 3.1's window of widths, exp(d^0.24) for C4 = 1; nil where the window is empty or beyond the map.
    public let windowEnd: Double?
    /// By the paper's explicit bounds; nil where at no width of the map.
    public let paper: ClosedRange<Double>?
    /// By the sharper ones.
    public let sharper: ClosedRange<Double>?
}

extension LazyPaper {
    /// The widths from d^2.4 to 10^80 at which a flip is certified, for each of the dimensions.
    ///
    /// Looked at on a grid of 1/8 decade: the ends are those of the grid's widths between which nothing else was seen.
    public static func certifiedMap(_ frontier: Frontier, dimensions: [Double]) -> [CertifiedMapRow] {
        let paper = CertifiedFlip(frontier), sharper = SharpFlip(frontier), top = 80.0
        return dimensions.map { d in
            let least = 2.4 * Double.log10(d)
            let widths = stride(from: least, through: Swift.max(least, top), by: 0.125)
            func range(_ holds: (Double) -> Bool) -> ClosedRange<Double>? {
                // The least width is rounded up, as that of a network is.
                let those = widths.filter { holds(Double.exp10($0).rounded(.up)) }
                return those.first.flatMap { first in those.last.map { first...$0 } }
            }
            let end = Double.pow(d, 0.24) / Double.log(10)
            return CertifiedMapRow(
                d: d, windowEnd: end >= least ? end : nil, paper: range { paper.certifies(d, $0) },
                sharper: range { sharper.certifies(d, $0) })
        }
    }
}
