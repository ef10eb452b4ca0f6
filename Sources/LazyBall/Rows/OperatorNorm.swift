// SPDX-License-Identifier: GPL-3.0-or-later

import OrderedSums
import RealModule
import Support

/// sigma(H), the operator norm of k rows of n numbers: a number that is certainly not below it, and close.
///
/// Iterations (power, Lanczos) only ever give lower bounds. Here Lanczos gives theta a little above lambda_max of the Gram matrix G of the
/// smaller side, and a Cholesky factorization of theta I - G that runs to its end proves lambda_max(G) <= theta + slack:
///
/// - Cholesky in floating point, whatever the order of the sums, factors theta I - G' + E with |E| <= c(p) u |R'||R|, so
///   ||E|| <= c(p) u trace <= c(p) u p theta, p the order (Higham, Accuracy and Stability, section 10.1; Rump,
/// doi:10.1007/s10543-006-0056-1);
/// - the computed G' is within c(q) u ||H||_F^2 of G, q the length of its inner products.
///
/// The slack takes 8 (p + q + 2) u for both c u, which also covers reciprocals in triangular solves; it is about 1e-9 of theta.
enum OperatorNorm {
    /// The rank-deficient cases k = 0 and H = 0 give 0.
    /// - Parameter offset: the first column that counts; the columns before it are left out.
    static func upperBound(_ rows: ResidentRows, fromColumn offset: Int) -> Double {
        let (k, n) = (rows.count, rows.dimension - offset)
        guard k > 0, n > 0 else { return 0 }
        let order = min(k, n)
        let gram = gramMatrix(rows, offset: offset)
        // The trace of either Gram matrix is ||H||_F^2.
        let trace = (0..<order).reduce(0) { $0 + gram[$1 * order + $1] }
        guard trace.isFinite else { return .infinity }
        guard trace > 0 else { return 0 }
        let square = eigenvalueBound(gram, order, terms: max(k, n), mass: trace)
        return Double.sqrt(square) * (1 + 4 * Double.ulpOfOne)
    }

    /// An upper bound of the largest eigenvalue of sum over s of c_s h_s h_s', or 0 if that is larger.
    ///
    /// - Parameters:
    ///   - gram: the lower triangle of the sum as computed, row-major.
    ///   - terms: the number of terms, or the length of the inner products that gave each entry.
    ///   - mass: sum over s of |c_s| ||h_s||^2, > 0; the trace where no c_s is negative.
    static func eigenvalueBound(_ gram: [Double], _ order: Int, terms: Int, mass: Double) -> Double {
        // Signed terms may leave next to nothing, or less, of their mass.
        let estimate = max(lanczos(gram, order), 1e-6 * mass)
        var margin = 1e-3
        while true {
            let theta = min(estimate * (1 + margin), mass * (1 + margin))
            if isPositiveDefinite(theta, minus: gram, order) {
                return theta + 8 * Double(order + terms + 2) * Double.ulpOfOne * (Double(order) * theta + mass)
            }
            margin *= 2
        }
    }

    /// The lower triangle of H'H or HH', whichever is smaller, row-major.
    private static func gramMatrix(_ rows: ResidentRows, offset: Int) -> [Double] {
        let (k, n) = (rows.count, rows.dimension - offset)
        let order = min(k, n)
        var gram = [Double](repeating: 0, count: order * order)
        rows.rows.withUnsafeBufferPointer { all in
            guard let start = all.baseAddress else { return }
            ordered_gram(n <= k, Int32(order), Int32(max(k, n)), 1, start + offset, Int32(rows.dimension), 0, &gram, Int32(order))
        }
        return gram
    }

    /// A lower bound of lambda_max, usually within 1e-3 of it: the largest Ritz value of 40 Lanczos steps.
    private static func lanczos(_ gram: [Double], _ order: Int) -> Double {
        var (alphas, betas): ([Double], [Double]) = ([], [])
        var previous = [Double](repeating: 0, count: order)
        // A fixed start with no pattern that a matrix would share: the fractional parts of multiples of the golden ratio.
        var current = (0..<order).map { i in 0.5 + (Double(i + 1) * 0.618_033_988_749_894_9).truncatingRemainder(dividingBy: 1) }
        ordered_scale(Int32(order), 1 / ordered_norm(Int32(order), current), &current)
        var beta = 0.0
        for _ in 0..<min(order, 40) {
            var next = previous
            ordered_multiply_symmetric(Int32(order), 1, gram, Int32(order), current, -beta, &next)
            let alpha = ordered_dot(Int32(order), next, current)
            alphas.append(alpha)
            ordered_add(Int32(order), -alpha, current, &next)
            beta = ordered_norm(Int32(order), next)
            guard beta > 1e-12 * abs(alphas[0]) else { break }
            betas.append(beta)
            previous = current
            current = next
            ordered_scale(Int32(order), 1 / beta, &current)
        }
        return largestEigenvalue(alphas, betas)
    }

    /// Bisection with Sturm counts on a symmetric tridiagonal matrix.
    private static func largestEigenvalue(_ diagonal: [Double], _ off: [Double]) -> Double {
        var high = 0.0
        for i in diagonal.indices {
            let left = i > 0 ? off[i - 1] : 0
            let right = i < diagonal.count - 1 ? off[i] : 0
            high = max(high, diagonal[i] + left + right)
        }
        return Bisection.bracket(from: diagonal.max() ?? 0, to: high, times: 60) { middle in
            // middle exceeds every eigenvalue iff all pivots of middle I - T are positive.
            var pivot = middle - diagonal[0]
            var above = pivot > 0
            for i in 1..<max(1, diagonal.count) where above {
                pivot = middle - diagonal[i] - off[i - 1] * off[i - 1] / pivot
                above = pivot > 0
            }
            return above
        }.after
    }

    /// Whether Cholesky's factorization of theta I - G ends without a pivot <= 0: left-looking, in blocks.
    private static func isPositiveDefinite(_ theta: Double, minus gram: [Double], _ n: Int) -> Bool {
        let size = 64
        var matrix = gram.map { -$0 }
        for i in 0..<n { matrix[i * n + i] = theta - gram[i * n + i] }
        return matrix.withUnsafeMutableBufferPointer { buffer in
            guard let a = buffer.baseAddress else { return true }
            let stride = Int32(n)
            for j in Swift.stride(from: 0, to: n, by: size) {
                let width = min(size, n - j)
                let block = a + j * n + j
                ordered_gram(false, Int32(width), Int32(j), -1, a + j * n, stride, 1, block, stride)
                guard factor(block, width, n) else { return false }
                let below = n - j - width
                guard below > 0 else { break }
                let panel = a + (j + width) * n
                ordered_product(
                    false, true, Int32(below), Int32(width), Int32(j), -1, panel, stride, a + j * n, stride, 1, panel + j, stride)
                ordered_solve(Int32(below), Int32(width), block, stride, panel + j, stride)
            }
            return true
        }
    }

    /// Cholesky of one diagonal block in place.
    private static func factor(_ a: UnsafeMutablePointer<Double>, _ size: Int, _ stride: Int) -> Bool {
        for j in 0..<size {
            let row = a + j * stride
            var pivot = row[j]
            for k in 0..<j { pivot -= row[k] * row[k] }
            guard pivot > 0 else { return false }
            row[j] = Double.sqrt(pivot)
            for i in j + 1..<max(size, j + 1) {
                let other = a + i * stride
                var value = other[j]
                for k in 0..<j { value -= other[k] * row[k] }
                other[j] = value / row[j]
            }
        }
        return true
    }
}
