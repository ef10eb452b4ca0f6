// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// n independent vectors of N(0, I_q), up to a common rotation: all that their inner products tell.
///
/// Where n < q, by the Bartlett decomposition: rotate so that the first i vectors lie in the span of the first i axes. Vector
/// i (from 0) then has N(0, 1) along each of the first i axes, and along axis i the norm of its part outside them, a chi of
/// q - i degrees, all independent; the rest is 0. So n coordinates serve and q costs nothing. (The lower triangular root
/// of a Wishart matrix, Bartlett 1933.) Where n >= q the vectors are drawn as they are.
struct GaussianRows {
    /// q: the dimension that the vectors really have, >= 0.
    let dimension: Int
    /// n.
    let count: Int

    /// min(n, q).
    var coordinates: Int { Swift.min(count, dimension) }

    var isTriangular: Bool { count < dimension }

    /// Writes vector `index` into `out`, of ``coordinates`` numbers. To be called for 0, 1, ..., n - 1 in this order.
    func draw(_ index: Int, into out: UnsafeMutableBufferPointer<Double>, _ stream: inout RandomStream) {
        guard isTriangular else { return stream.fillNormals(out) }
        stream.fillNormals(UnsafeMutableBufferPointer(rebasing: out[0..<index]))
        out[index] = stream.chi(degrees: Double(dimension - index))
        UnsafeMutableBufferPointer(rebasing: out[(index + 1)...]).update(repeating: 0)
    }
}
