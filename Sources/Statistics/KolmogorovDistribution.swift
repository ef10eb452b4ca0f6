// SPDX-License-Identifier: GPL-3.0-or-later

import RealModule

/// Tails of the Kolmogorov-Smirnov statistics under the null hypothesis of a continuous law.
public enum KolmogorovDistribution {
    /// `P(D_n >= d)` of the one-sample statistic.
    ///
    /// Where n d^2 >= 2.2 (p below 0.025) twice Smirnov's one-sided tail, an upper bound whose relative excess is below 1e-3 and
    /// falls fast in the tail; else, for n <= 140, exact by the matrix power of Marsaglia, Tsang, Wang (doi:10.18637/jss.v008.i18);
    /// else the limit law at `x + 1/(6 sqrt n) + (x - 1)/(4n)`, `x = d sqrt n` (Vrbik 2018), good to
    /// 2e-4, where Stephens's correction errs by up to 1e-2.
    /// - Precondition: `count >= 1`, `d` is not nan.
    public static func oneSampleTail(_ d: Double, count: Int) -> Double {
        precondition(count >= 1 && !d.isNaN, "the law of the statistic needs a value")
        let n = Double(count)
        if d <= 0.5 / n { return 1 }
        if d >= 1 { return 0 }
        if n * d * d >= 2.2 { return min(1, 2 * smirnovTail(d, count: count)) }
        if count <= 140 { return max(0, 1 - matrixProbability(d, count: count)) }
        let x = d * Double.sqrt(n)
        return limitTail(x + 1 / (6 * Double.sqrt(n)) + (x - 1) / (4 * n))
    }

    /// `P(max |F_n - G_m| >= d)` of the two-sample statistic, for continuous laws; with ties the true probability is smaller.
    ///
    /// Exact where `n m <= 10^7`: the probability that the lattice path of the merged samples reaches the deviation, of which each
    /// step is one draw from an urn, summed where it reaches it. Else the limit law at `d sqrt(n m/(n + m))`.
    /// - Precondition: `n, m >= 1`, `d` is not nan.
    public static func twoSampleTail(_ d: Double, _ n: Int, _ m: Int) -> Double {
        precondition(n >= 1 && m >= 1 && !d.isNaN, "the law of the statistic needs values in both samples")
        if d <= 0 { return 1 }
        let product = Double(n) * Double(m)
        guard product <= 1e7 else { return limitTail(d * Double.sqrt(product / (Double(n) + Double(m)))) }
        // The statistic is a multiple of 1/(n m).
        return pathTail(reach: Int((d * product).rounded()), n, m)
    }

    /// `Q(x) = 2 sum_{k>=1} (-1)^{k-1} exp(-2 k^2 x^2)`: the limit of `P(sqrt(n) D_n >= x)`.
    public static func limitTail(_ x: Double) -> Double {
        guard x > 0 else { return 1 }
        if x < 1 {
            // The theta function's other expansion converges where the first does not.
            var sum = 0.0
            for k in stride(from: 1.0, through: 9, by: 2) { sum += Double.exp(-k * k * .pi * .pi / (8 * x * x)) }
            return 1 - Double.sqrt(2 * .pi) / x * sum
        }
        var (sum, sign) = (0.0, 1.0)
        for k in 1...6 {
            sum += sign * Double.exp(-2 * Double(k * k) * x * x)
            sign = -sign
        }
        return 2 * sum
    }

    /// Smirnov's `P(D+ >= d) = d sum_{j <= n(1-d)} C(n, j) (d + j/n)^{j-1} (1 - d - j/n)^{n-j}`: positive terms,
    /// each a binomial mass.
    static func smirnovTail(_ d: Double, count: Int) -> Double {
        let n = Double(count)
        var sum = 0.0
        for j in 0...count {
            let p = d + Double(j) / n
            guard p < 1 else { break }
            sum += Double.exp(BinomialTail(trials: count, p: p).logMass(j).value) / p
        }
        return min(1, d * sum)
    }

    private static func pathTail(reach: Int, _ n: Int, _ m: Int) -> Double {
        // mass[j] = P(the path stands at (i, j) and has not reached the deviation before).
        var mass = [Double](repeating: 0, count: m + 1)
        mass[0] = 1
        var reached = 0.0
        mass.withUnsafeMutableBufferPointer { mass in
            for i in 0...n {
                for j in 0...m where i + j > 0 {
                    let left = Double(n + m - i - j + 1)
                    let fromFirst = i > 0 ? mass[j] * (Double(n - i + 1) / left) : 0
                    let fromSecond = j > 0 ? mass[j - 1] * (Double(m - j + 1) / left) : 0
                    let arriving = fromFirst + fromSecond
                    let isReached = abs(i * m - j * n) >= reach
                    if isReached { reached += arriving }
                    mass[j] = isReached ? 0 : arriving
                }
            }
        }
        return min(1, reached)
    }

    /// `P(D_n < d) = (n!/n^n) (H^n)_{kk}`, H the (2k-1) x (2k-1) matrix of Durbin, `d = (k - h)/n`, `0 <= h < 1`.
    private static func matrixProbability(_ d: Double, count: Int) -> Double {
        let n = Double(count)
        let k = Int(n * d) + 1
        let size = 2 * k - 1
        let h = Double(k) - n * d
        let base = durbinMatrix(size: size, h: h)
        // H^n by squaring; its entries stay below e^n, which count <= 140 keeps far from overflow.
        var result = SquareMatrix.identity(size)
        var (square, exponent) = (base, count)
        while exponent > 0 {
            if exponent & 1 == 1 { result = result * square }
            exponent >>= 1
            if exponent > 0 { square = square * square }
        }
        var probability = result[k - 1, k - 1]
        for i in 1...count { probability *= Double(i) / n }
        return probability
    }

    private static func durbinMatrix(size: Int, h: Double) -> SquareMatrix {
        var matrix = SquareMatrix(size: size)
        for i in 0..<size {
            for j in 0..<size where i - j + 1 >= 0 { matrix[i, j] = 1 }
        }
        for i in 0..<size {
            matrix[i, 0] -= Double.pow(h, i + 1)
            matrix[size - 1, i] -= Double.pow(h, size - i)
        }
        if 2 * h > 1 { matrix[size - 1, 0] += Double.pow(2 * h - 1, size) }
        for i in 0..<size {
            for j in 0..<size where i - j + 1 > 0 {
                for g in 1...(i - j + 1) { matrix[i, j] /= Double(g) }
            }
        }
        return matrix
    }
}

/// A small dense matrix, row by row.
private struct SquareMatrix {
    let size: Int
    private var entries: [Double]

    init(size: Int) {
        self.size = size
        entries = [Double](repeating: 0, count: size * size)
    }

    static func identity(_ size: Int) -> SquareMatrix {
        var matrix = SquareMatrix(size: size)
        for i in 0..<size { matrix[i, i] = 1 }
        return matrix
    }

    subscript(i: Int, j: Int) -> Double {
        get { entries[i * size + j] }
        set { entries[i * size + j] = newValue }
    }

    static func * (a: SquareMatrix, b: SquareMatrix) -> SquareMatrix {
        var product = SquareMatrix(size: a.size)
        for i in 0..<a.size {
            for k in 0..<a.size {
                let factor = a[i, k]
                for j in 0..<a.size { product[i, j] += factor * b[k, j] }
            }
        }
        return product
    }
}
