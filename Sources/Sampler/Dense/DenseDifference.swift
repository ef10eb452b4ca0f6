// SPDX-License-Identifier: GPL-3.0-or-later

public import LazyBall

/// The movable rows of a dense draw, drawn again from their stream on each pass.
///
/// For draws whose movable rows would not fit in memory: a pass costs a full draw of W0, and memory is that of a tile.
public struct ReplayedRows: RowTiles {
    /// The draw.
    public let source: DenseInitialization
    /// V >= 0.
    public let radius: Double
    /// R >= 0.
    public let perturbation: Double
    /// The number of movable rows.
    public let count: Int
    public var dimension: Int { source.dimension }

    public func forEachTile(_ body: (RowTile) throws -> Void) rethrows {
        var passed = 0
        try source.forEachMovableTile(radius: radius, perturbation: perturbation) { rows, signs in
            try body(RowTile(start: passed, count: signs.count, dimension: dimension, rows: rows, signs: signs))
            passed += signs.count
        }
    }
}

/// Rows of one draw: in memory where they fit, replayed where they do not. The numbers are the same.
public enum DrawnRows: RowTiles {
    case resident(ResidentRows)
    case replayed(ReplayedRows)

    public var count: Int {
        switch self {
        case .resident(let rows): rows.count
        case .replayed(let rows): rows.count
        }
    }

    public var dimension: Int {
        switch self {
        case .resident(let rows): rows.dimension
        case .replayed(let rows): rows.dimension
        }
    }

    public func forEachTile(_ body: (RowTile) throws -> Void) rethrows {
        switch self {
        case .resident(let rows): try rows.forEachTile(body)
        case .replayed(let rows): try rows.forEachTile(body)
        }
    }
}

extension DenseInitialization {
    /// What movable rows may occupy unless the caller says otherwise: half of what a trial may take in all.
    public static let residentBytes = 96 << 20

    /// The movable rows, those that ||delta|| <= R and the ball can make differ (`FlipGeometry`): Lemmas B.9, B.8/j, B.4/4.
    ///
    /// They are kept in memory if they take at most `residentBytes`, else drawn again on each pass.
    public func differenceProblem(
        radius: Double, perturbation: Double, residentBytes: Int = DenseInitialization.residentBytes
    ) -> DifferenceProblem<DrawnRows> {
        let budget = residentBytes / MemoryLayout<Double>.stride
        var rows: [Double] = [], signs: [Double] = [], movable = 0, fits = true
        // Reserved but not touched until it is filled: growth by doubling would hold two copies.
        rows.reserveCapacity(Int(min(Double(budget), Double(width) * Double(dimension))))
        forEachMovableTile(radius: radius, perturbation: perturbation) { tileRows, tileSigns in
            movable += tileSigns.count
            if fits && rows.count + tileRows.count <= budget {
                rows.append(contentsOf: tileRows)
                signs.append(contentsOf: tileSigns)
            } else if fits {
                fits = false
                rows = []
                signs = []
            }
        }
        let drawn: DrawnRows =
            fits
            ? .resident(ResidentRows(dimension: dimension, rows: rows, signs: signs))
            : .replayed(ReplayedRows(source: self, radius: radius, perturbation: perturbation, count: movable))
        return DifferenceProblem(width: width, radius: radius, perturbation: perturbation, movable: drawn)
    }

    /// The movable rows of each tile, moved together at its beginning; tiles without any are passed over.
    func forEachMovableTile(
        radius: Double, perturbation: Double,
        _ body: (_ rows: UnsafeBufferPointer<Double>, _ signs: UnsafeBufferPointer<Double>) throws -> Void
    ) rethrows {
        precondition(radius >= 0 && perturbation >= 0)
        try forEachDrawnTile { _, rows, signs in
            var kept = 0
            for k in signs.indices {
                let row = UnsafeBufferPointer(rebasing: rows[k * dimension..<(k + 1) * dimension])
                let rest = sumOfSquares(UnsafeBufferPointer(rebasing: row[1...]))
                guard FlipGeometry.canDiffer(g: row[0], rest: rest, radius: radius, perturbation: perturbation) else { continue }
                if kept < k {
                    (rows.baseAddress! + kept * dimension).update(from: row.baseAddress!, count: dimension)
                    signs[kept] = signs[k]
                }
                kept += 1
            }
            guard kept > 0 else { return }
            try body(
                UnsafeBufferPointer(rebasing: rows[0..<kept * dimension]), UnsafeBufferPointer(rebasing: signs[0..<kept]))
        }
    }
}
