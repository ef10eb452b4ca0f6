// SPDX-License-Identifier: GPL-3.0-or-later

import OrderedSums

/// sum over a set of rows of sign times row, plus a constant vector, kept current as the set changes.
///
/// Rows enter and leave one at a time, so that a set that changes little costs little; large changes take one matrix product.
struct SubsetSum {
    let rows: ResidentRows
    let constant: [Double]
    private(set) var on: [Bool]
    private(set) var sum: [Double]

    init(rows: ResidentRows, signs: [Double], constant: [Double], on: [Bool]) {
        self.rows = rows
        self.signs = signs
        self.constant = constant
        self.on = on
        sum = constant
        recompute()
    }

    /// What each row counts for where it is in the set.
    let signs: [Double]

    /// <u, row> of every row.
    func project(_ u: [Double], into result: inout [Double]) {
        guard rows.count > 0 else { return }
        ordered_multiply(Int32(rows.count), Int32(rows.dimension), 1, rows.rows, Int32(rows.dimension), u, 0, &result)
    }

    mutating func set(_ target: [Bool]) {
        var changes = 0
        for s in on.indices where on[s] != target[s] { changes += 1 }
        if 2 * changes > on.count {
            on = target
            recompute()
        } else {
            for s in on.indices where on[s] != target[s] { toggle(s) }
        }
    }

    mutating func toggle(_ s: Int) {
        let step = on[s] ? -signs[s] : signs[s]
        on[s].toggle()
        add(s, step)
    }

    private mutating func add(_ s: Int, _ factor: Double) {
        let n = rows.dimension
        rows.rows.withUnsafeBufferPointer { all in
            guard let start = all.baseAddress else { return }
            ordered_add(Int32(n), factor, start + s * n, &sum)
        }
    }

    /// The sum afresh, by one pass over the rows.
    mutating func recompute() {
        sum = constant
        guard rows.count > 0 else { return }
        let factors = on.indices.map { on[$0] ? signs[$0] : 0 }
        ordered_multiply_transposed(Int32(rows.count), Int32(rows.dimension), 1, rows.rows, Int32(rows.dimension), factors, 1, &sum)
    }
}
