// SPDX-License-Identifier: GPL-3.0-or-later

public import LazyBall

/// A draw of (W0, a): w_{s,0} ~ N(0, I_d), a_s uniform on {-1, +1}, s = 1..m, all independent, streamed a tile at a time.
///
/// By rotation x = e_0: coordinate 0 of a row is g_s = <w_{s,0}, x>. The rows come in order from lane 0 of the key and the
/// signs from lane 1; the bits do not depend on the size of a tile. Memory is that of one tile, some 256 kB or one row.
public struct DenseInitialization: RowTiles {
    /// Names the streams.
    public let key: StreamKey
    /// m.
    public let width: Int
    /// d.
    public let dimension: Int
    /// Where the random numbers come from.
    public let generator: Generator
    let tileRows: Int

    /// How many numbers a tile has: small enough to stay in a core's second-level cache between drawing and use.
    static let tileNumbers = 32_768

    /// - Parameters:
    ///   - key: names the streams; its lane is not looked at.
    ///   - width: m.
    ///   - dimension: d.
    ///   - generator: where the random numbers come from.
    ///   - tileRows: rows a tile, a size that suits the cache if nil.
    /// - Throws: ``SamplerError`` where m or d is not in 1 ... 2^53.
    public init(
        key: StreamKey, width: Int, dimension: Int, generator: Generator = .philox, tileRows: Int? = nil
    ) throws(SamplerError) {
        try SamplerError.check(width: width, dimension: dimension)
        precondition(tileRows ?? 1 >= 1, "a tile has at least one row")
        self.init(key: key, checkedWidth: width, checkedDimension: dimension, generator: generator, tileRows: tileRows)
    }

    /// For sizes that have been checked already.
    init(key: StreamKey, checkedWidth width: Int, checkedDimension dimension: Int, generator: Generator, tileRows: Int? = nil) {
        self.key = key
        self.width = width
        self.dimension = dimension
        self.generator = generator
        self.tileRows = min(width, tileRows ?? Self.suitableRows(dimension))
    }

    private static func suitableRows(_ dimension: Int) -> Int { max(1, min(1024, tileNumbers / dimension)) }

    /// m.
    public var count: Int { width }

    /// Draws the rows, from the first on, at every call anew and with the same bits.
    public func forEachTile(_ body: (RowTile) throws -> Void) rethrows {
        try forEachDrawnTile { start, rows, signs in
            try body(
                RowTile(
                    start: start, count: signs.count, dimension: dimension,
                    rows: UnsafeBufferPointer(rows), signs: UnsafeBufferPointer(signs)))
        }
    }

    /// Tiles that `body` may overwrite: the next is drawn afresh.
    func forEachDrawnTile(
        _ body: (_ start: Int, _ rows: UnsafeMutableBufferPointer<Double>, _ signs: UnsafeMutableBufferPointer<Double>) throws -> Void
    ) rethrows {
        let rows = UnsafeMutableBufferPointer<Double>.allocate(capacity: tileRows * dimension)
        defer { rows.deallocate() }
        let signs = UnsafeMutableBufferPointer<Double>.allocate(capacity: tileRows)
        defer { signs.deallocate() }
        var weightStream = RandomStream(key.with(lane: StreamLane.weights), generator: generator)
        var signStream = RandomStream(key.with(lane: StreamLane.signs), generator: generator)
        var start = 0
        while start < width {
            let size = min(tileRows, width - start)
            let drawnRows = UnsafeMutableBufferPointer(rebasing: rows[0..<size * dimension])
            let drawnSigns = UnsafeMutableBufferPointer(rebasing: signs[0..<size])
            weightStream.fillNormals(drawnRows)
            signStream.fillSigns(drawnSigns)
            try body(start, drawnRows, drawnSigns)
            start += size
        }
    }
}

extension RowTile {
    /// The row of index k in the tile.
    func row(_ k: Int) -> UnsafeBufferPointer<Double> {
        UnsafeBufferPointer(rebasing: rows[k * dimension..<(k + 1) * dimension])
    }
}
