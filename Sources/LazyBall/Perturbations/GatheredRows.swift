// SPDX-License-Identifier: GPL-3.0-or-later

/// The rows that something is to be done with at one state, copied out of their tiles.
struct GatheredRows {
    var indices: [Int] = []
    var rows: [Double] = []
    var signs: [Double] = []
    let dimension: Int

    func row(_ k: Int) -> [Double] { Array(rows[k * dimension..<(k + 1) * dimension]) }

    /// For each state, the rows that its test picks by their coordinates along x and along p: one pass.
    static func collect(
        _ states: [ConeState], _ rows: some RowTiles, where test: (_ state: Int, _ g: Double, _ along: Double) -> Bool
    ) -> [GatheredRows] {
        let n = rows.dimension
        var result = states.map { _ in GatheredRows(dimension: n) }
        let axes = states.flatMap { $0.across }
        var products = [Double](repeating: 0, count: ResidentRows.tileRows * states.count)
        rows.forEachBlock { block in
            ConePass.product(block, axes, into: &products)
            for s in 0..<block.count {
                for k in states.indices where test(k, block.rows[s * n], products[s * states.count + k]) {
                    result[k].indices.append(block.start + s)
                    result[k].rows.append(contentsOf: block.rows[s * n..<(s + 1) * n])
                    result[k].signs.append(block.signs[s])
                }
            }
        }
        return result
    }

    /// <row k, v>, summed in the order of the coordinates, as the plain network does.
    static func product(_ row: [Double], _ v: [Double]) -> Double {
        var sum = 0.0
        for i in row.indices { sum += row[i] * v[i] }
        return sum
    }
}
