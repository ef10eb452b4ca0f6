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
    /// Looked at on a grid of a decade, the ends then found to 1/16 of one: of several ranges, the hull is given.
    public static func certifiedMap(_ frontier: Frontier, dimensions: [Double]) -> [CertifiedMapRow] {
        let paper = CertifiedFlip(frontier), sharper = SharpFlip(frontier), top = 80.0
        return dimensions.map { d in
            let least = 2.4 * Double.log10(d)
            let widths = Array(stride(from: least, through: Swift.max(least, top), by: 1))
            func range(_ holds: (Double) -> Bool) -> ClosedRange<Double>? {
                // The least width is rounded up, as that of a network is.
                func isCertified(_ exponent: Double) -> Bool { holds(Double.exp10(exponent).rounded(.up)) }
                let those = widths.filter(isCertified)
                guard var first = those.first, var last = those.last else { return nil }
                for halving in 1...4 {
                    let step = Double.exp2(-Double(halving))
                    if first - step >= least, isCertified(first - step) { first -= step }
                    if last + step <= top, isCertified(last + step) { last += step }
                }
                return first...last
            }
            let end = Double.pow(d, 0.24) / Double.log(10)
            return CertifiedMapRow(
                d: d, windowEnd: end >= least ? end : nil, paper: range { paper.certifies(d, $0) },
                sharper: range { sharper.certifies(d, $0) })
        }
    }
}
