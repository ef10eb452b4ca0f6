// SPDX-License-Identifier: GPL-3.0-or-later

internal import LazyBall
internal import OrderedSums

/// W and W0 as SGD holds them: rows in panels, so that a sample's zeros cost nothing.
struct PanelWeights {
    let signs: [Double]
    let dimension: Int
    /// The panels of W0 and of W, the rows of the last filled up with zeros.
    let initial: [Double]
    var current: [Double]

    /// m.
    var width: Int { signs.count }
    var panels: Int { (width + Self.rows - 1) / Self.rows }
    /// m up to whole panels.
    var padded: Int { panels * Self.rows }
    /// a_s, and 0 for the rows that fill the last panel.
    let paddedSigns: [Double]

    static let rows = Int(ordered_panel_rows)

    init(_ network: Network) {
        signs = network.signs
        dimension = network.dimension
        let panels = (network.signs.count + Self.rows - 1) / Self.rows
        var packed = [Double](repeating: 0, count: panels * Self.rows * network.dimension)
        ordered_pack_panels(Int32(network.signs.count), Int32(network.dimension), network.rows, &packed)
        initial = packed
        current = packed
        paddedSigns = network.signs + [Double](repeating: 0, count: panels * Self.rows - network.signs.count)
    }

    var network: Network {
        var rows = [Double](repeating: 0, count: width * dimension)
        ordered_unpack_panels(Int32(width), Int32(dimension), current, &rows)
        return Network(dimension: dimension, rows: rows, signs: signs)
    }

    /// ||w_s - w_{s,0}||^2 of all rows, anew.
    func squares() -> [Double] {
        var squares = [Double](repeating: 0, count: padded)
        ordered_panel_distances(Int32(panels), Int32(dimension), current, initial, &squares)
        return squares
    }
}

/// A few samples, by the columns of their matrix, its zeros left out.
struct SparseSamples {
    let count: Int
    private let dimension: Int
    private var starts: [Int32]
    private var rows: [Int32] = []
    private var entries: [Double] = []

    /// The most that one holds.
    static let limit = Int(ordered_sparse_rows)

    /// - Parameter points: `count` rows of `dimension` numbers.
    init(_ points: [Double], count: Int, dimension: Int) {
        precondition(count <= Self.limit && points.count == count * dimension)
        self.count = count
        self.dimension = dimension
        starts = [0]
        starts.reserveCapacity(dimension + 1)
        for k in 0..<dimension {
            for i in 0..<count where points[i * dimension + k] != 0 {
                rows.append(Int32(i))
                entries.append(points[i * dimension + k])
            }
            starts.append(Int32(rows.count))
        }
    }

    /// <w_s, x_i>, `count` rows of as many numbers as the padded width.
    func products(_ panels: [Double], of weights: PanelWeights) -> [Double] {
        var values = [Double](repeating: 0, count: count * weights.padded)
        ordered_panels_times_sparse(
            Int32(weights.panels), Int32(dimension), panels, Int32(count), starts, rows, entries, &values)
        return values
    }

    /// w_s += sum_i moves_{i,s} x_i.
    func add(_ moves: [Double], to weights: inout PanelWeights) {
        ordered_add_sparse_to_panels(Int32(weights.panels), Int32(dimension), &weights.current, starts, rows, entries, moves)
    }
}
