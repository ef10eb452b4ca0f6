// SPDX-License-Identifier: GPL-3.0-or-later

/// A run of consecutive rows of a matrix of neuron weights, lent for the length of a call.
///
/// `rows` holds `count * dimension` numbers, row-major; `signs` the output weight a_s (+1 or -1) of each row. Coordinate 0
/// of a row is its component along x, that is g_s = <w_{s,0}, x>.
public struct RowTile {
    /// The index of the first row of the tile among all rows of its source.
    public let start: Int
    /// How many rows the tile has.
    public let count: Int
    /// How many coordinates a row has.
    public let dimension: Int
    /// `count * dimension` numbers, row-major.
    public let rows: UnsafeBufferPointer<Double>
    /// `count` numbers, each +1 or -1.
    public let signs: UnsafeBufferPointer<Double>

    public init(start: Int, count: Int, dimension: Int, rows: UnsafeBufferPointer<Double>, signs: UnsafeBufferPointer<Double>) {
        self.start = start
        self.count = count
        self.dimension = dimension
        self.rows = rows
        self.signs = signs
    }
}

/// Rows that can be visited any number of times, always in the same order and with the same bits, a tile at a time:
/// either held in memory (``ResidentRows``) or drawn again from their stream where they would not fit.
public protocol RowTiles: Sendable {
    /// The number of rows.
    var count: Int { get }
    /// The number of coordinates of a row.
    var dimension: Int { get }
    /// Calls `body` with every tile in order.
    func forEachTile(_ body: (RowTile) throws -> Void) rethrows
}

/// Rows held in memory.
public struct ResidentRows: RowTiles {
    /// How many rows there are.
    public let count: Int
    /// How many coordinates a row has.
    public let dimension: Int
    /// `count * dimension` numbers, row-major.
    public let rows: [Double]
    /// `count` numbers, each +1 or -1.
    public let signs: [Double]

    /// How many rows a tile has: small enough to stay in a core's cache at the dimensions that the paper uses.
    static let tileRows = 256

    /// - Precondition: `dimension` >= 1, and `rows` has `signs.count * dimension` numbers.
    public init(dimension: Int, rows: [Double], signs: [Double]) {
        precondition(dimension >= 1 && rows.count == signs.count * dimension, "rows must be signs.count x dimension")
        self.count = signs.count
        self.dimension = dimension
        self.rows = rows
        self.signs = signs
    }

    public func forEachTile(_ body: (RowTile) throws -> Void) rethrows {
        try rows.withUnsafeBufferPointer { rows in
            try signs.withUnsafeBufferPointer { signs in
                var start = 0
                while start < count {
                    let size = Swift.min(Self.tileRows, count - start)
                    try body(
                        RowTile(
                            start: start, count: size, dimension: dimension,
                            rows: UnsafeBufferPointer(rebasing: rows[start * dimension..<(start + size) * dimension]),
                            signs: UnsafeBufferPointer(rebasing: signs[start..<start + size])))
                    start += size
                }
            }
        }
    }
}
