// SPDX-License-Identifier: GPL-3.0-or-later

extension RowTiles {
    /// The same rows in blocks of 256 (the last may be smaller), whatever the tiles are.
    ///
    /// A matrix product may round a row differently by how many rows it is given: with blocks of one size, results do not depend on how
    /// the rows were tiled. Tiles that begin at a multiple of 256 are lent as they are; others are copied together.
    func forEachBlock(_ body: (RowTile) throws -> Void) rethrows {
        let size = ResidentRows.tileRows
        let n = dimension
        var rows: [Double] = []
        var signs: [Double] = []
        try forEachTile { tile in
            var taken = 0
            while taken < tile.count {
                let start = tile.start + taken
                let wanted = Swift.min(size - start % size, count - start)
                let step = Swift.min(wanted, tile.count - taken)
                let rowPart = UnsafeBufferPointer(rebasing: tile.rows[taken * n..<(taken + step) * n])
                let signPart = UnsafeBufferPointer(rebasing: tile.signs[taken..<taken + step])
                taken += step
                if signs.isEmpty && step == wanted {
                    try body(RowTile(start: start, count: step, dimension: n, rows: rowPart, signs: signPart))
                    continue
                }
                rows.append(contentsOf: rowPart)
                signs.append(contentsOf: signPart)
                guard step == wanted else { continue }
                try rows.withUnsafeBufferPointer { rows in
                    try signs.withUnsafeBufferPointer { signs in
                        try body(RowTile(start: start + step - signs.count, count: signs.count, dimension: n, rows: rows, signs: signs))
                    }
                }
                rows.removeAll(keepingCapacity: true)
                signs.removeAll(keepingCapacity: true)
            }
        }
    }
}
