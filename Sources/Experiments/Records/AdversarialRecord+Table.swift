// SPDX-License-Identifier: GPL-3.0-or-later

extension AdversarialRecord: TabularRecord {
    static let columns = ["d", "m", "c0", "radius", "run", "rounds", "attacked", "robust_training", "images", "right", "robust"]

    var cells: [String] {
        [
            "\(d)", "\(m)", RecordTable.number(c0), RecordTable.number(radius), "\(run)", "\(rounds)", "\(attacked)",
            RecordTable.number(robustTraining), "\(images)", "\(right)", "\(robust)",
        ]
    }

    init(_ row: RecordRow) throws(DataError) {
        self.init(
            d: try row.count("d"), m: try row.count("m"), c0: try row.number("c0"), radius: try row.number("radius"),
            run: try row.count("run"), rounds: try row.count("rounds"), attacked: try row.count("attacked"),
            robustTraining: try row.number("robust_training"), images: try row.count("images"), right: try row.count("right"),
            robust: try row.count("robust"))
    }
}

extension [AdversarialRecord] {
    /// Comma-separated values, one line a network.
    public var table: String { RecordTable.text(self) }

    /// Reads what `table` wrote.
    ///
    /// - Throws: ``DataError`` with the line of `path` and what is allowed there.
    public init(table text: String, path: String) throws(DataError) { self = try RecordTable.records(text, path: path) }
}
