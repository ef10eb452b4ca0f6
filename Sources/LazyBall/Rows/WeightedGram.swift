// SPDX-License-Identifier: GPL-3.0-or-later

import OrderedSums
import RealModule

/// Upper bounds of lambda_max(sum over s of c_s w w'), w the rows' coordinates from a column on, c_s by a formula.
enum WeightedGram {
    /// - Parameters:
    ///   - signed: whether the formula may be negative; the bound is then of the operator norm.
    ///   - weight: c_s from g_s and a_s.
    static func bound(
        _ rows: some RowTiles, fromColumn offset: Int, signed: Bool = false, weight: (Double, Double) -> Double
    ) -> Double {
        let n = rows.dimension - offset
        guard n > 0, rows.count > 0 else { return 0 }
        if rows.count < n { return few(rows, offset, signed: signed, weight) }
        var gram = [Double](repeating: 0, count: n * n)
        var mass = 0.0
        var scaled = [Double](repeating: 0, count: ResidentRows.tileRows * n)
        rows.forEachBlock { block in
            guard let start = block.rows.baseAddress else { return }
            for sign in signed ? [1.0, -1.0] : [1.0] {
                var kept = 0
                for s in 0..<block.count {
                    let row = start + s * block.dimension
                    let c = sign * weight(row[0], block.signs[s])
                    guard c > 0 else { continue }
                    let root = Double.sqrt(c)
                    var square = 0.0
                    for i in 0..<n {
                        let value = root * row[offset + i]
                        scaled[kept * n + i] = value
                        square += value * value
                    }
                    mass += square
                    kept += 1
                }
                guard kept > 0 else { continue }
                ordered_gram(true, Int32(n), Int32(kept), sign, scaled, Int32(n), 1, &gram, Int32(n))
            }
        }
        guard mass.isFinite else { return .infinity }
        guard mass > 0 else { return 0 }
        let high = OperatorNorm.eigenvalueBound(gram, n, terms: rows.count + 4, mass: mass)
        guard signed else { return high }
        return max(high, OperatorNorm.eigenvalueBound(gram.map { -$0 }, n, terms: rows.count + 4, mass: mass))
    }

    /// Fewer rows than coordinates: the rows with c_s > 0 and those with c_s < 0 each by their own inner products.
    private static func few(_ rows: some RowTiles, _ offset: Int, signed: Bool, _ weight: (Double, Double) -> Double) -> Double {
        var largest = 0.0
        for sign in signed ? [1.0, -1.0] : [1.0] {
            var (kept, signs): ([Double], [Double]) = ([], [])
            rows.forEachBlock { block in
                for s in 0..<block.count {
                    let row = block.rows[s * block.dimension..<(s + 1) * block.dimension]
                    let c = sign * weight(row[row.startIndex], block.signs[s])
                    guard c > 0 else { continue }
                    let root = Double.sqrt(c)
                    for value in row { kept.append(root * value) }
                    signs.append(1)
                }
            }
            let norm = OperatorNorm.upperBound(ResidentRows(dimension: rows.dimension, rows: kept, signs: signs), fromColumn: offset)
            largest = max(largest, norm * norm * (1 + 8 * Double.ulpOfOne))
        }
        return largest
    }
}
