// SPDX-License-Identifier: GPL-3.0-or-later

extension RobustCeiling: TabularRecord {
    static let columns = ["filter", "d", "radius_sqrt_d", "images", "larger_class", "matching", "log_norm"]

    var cells: [String] {
        [
            filter.rawValue, "\(d)", RecordTable.number(scaledRadius), "\(images)", "\(largerClass)", "\(matching)",
            RecordTable.number(logNorm),
        ]
    }

    init(_ row: RecordRow) throws(DataError) {
        self.init(
            filter: try row.choice("filter"), d: try row.count("d"), scaledRadius: try row.number("radius_sqrt_d"),
            images: try row.count("images"),
            largerClass: try row.count("larger_class"), matching: try row.count("matching"), logNorm: try row.number("log_norm"))
    }
}

extension [RobustCeiling] {
    /// Comma-separated values, one line a ceiling.
    public var table: String { RecordTable.text(self) }

    /// Reads what `table` wrote.
    ///
    /// - Throws: ``DataError`` with the line of `path` and what is allowed there.
    public init(table text: String, path: String) throws(DataError) { self = try RecordTable.records(text, path: path) }
}
