// SPDX-License-Identifier: GPL-3.0-or-later

extension Histogram: TabularRecord {
    static let columns = [
        "reading", "quantity", "run", "images", "mean", "deviation", "skewness", "normal_distance", "q05", "q50", "q95", "low", "high",
        "counts",
    ]

    var cells: [String] {
        [scaling.rawValue, quantity.rawValue, "\(run)", "\(images)"]
            + [mean, deviation, skewness, distance, spread.low, spread.median, spread.high, low, high].map(RecordTable.number)
            + [counts.map { "\($0)" }.joined(separator: " ")]
    }

    init(_ row: RecordRow) throws(DataError) {
        let place = "\(row.path):\(row.line)"
        scaling = try row.choice("reading")
        quantity = try row.choice("quantity")
        run = try row.count("run")
        images = try row.count("images")
        mean = try row.number("mean")
        deviation = try row.number("deviation")
        skewness = try row.number("skewness")
        distance = try row.number("normal_distance")
        spread = Spread(low: try row.number("q05"), median: try row.number("q50"), high: try row.number("q95"), mean: mean)
        low = try row.number("low")
        high = try row.number("high")
        let text = try row.text("counts")
        counts = text.split(separator: " ").compactMap { Int($0) }
        guard counts.count == Self.bins else { throw DataError(place, "'counts' is '\(text)'; allowed: \(Self.bins) integers") }
    }
}

extension [Histogram] {
    /// Comma-separated values, one line a histogram.
    public var table: String { RecordTable.text(self) }

    /// Reads what `table` wrote.
    ///
    /// - Throws: ``DataError`` with the line of `path` and what is allowed there.
    public init(table text: String, path: String) throws(DataError) { self = try RecordTable.records(text, path: path) }
}
