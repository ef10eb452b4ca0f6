// SPDX-License-Identifier: GPL-3.0-or-later

extension LazyRecord: TabularRecord {
    static let columns =
        ["reading"] + TrainingChoices.columns + ["d", "m", "c0", "run", "steps", "leaves", "errors", "images", "measured", "never_flipped"]
        + LazyQuantity.allCases.flatMap { quantity in ["low", "median", "high", "mean"].map { "\(quantity.rawValue)_\($0)" } }

    var cells: [String] {
        [scaling.rawValue] + choices.cells + [
            "\(d)", "\(m)", RecordTable.number(c0), "\(run)", "\(steps)", leaves ? "1" : "0", "\(errors)", "\(images)",
            "\(measured)", "\(neverFlipped)",
        ]
            + LazyQuantity.allCases.flatMap { quantity in
                let spread = self[quantity]
                return [spread.low, spread.median, spread.high, spread.mean].map(RecordTable.number)
            }
    }

    init(_ row: RecordRow) throws(DataError) {
        func spread(_ quantity: LazyQuantity) throws(DataError) -> Spread {
            Spread(
                low: try row.number("\(quantity.rawValue)_low"), median: try row.number("\(quantity.rawValue)_median"),
                high: try row.number("\(quantity.rawValue)_high"), mean: try row.number("\(quantity.rawValue)_mean"))
        }
        self.init(
            scaling: try row.choice("reading"), choices: try TrainingChoices(row), d: try row.count("d"), m: try row.count("m"),
            c0: try row.number("c0"),
            run: try row.count("run"),
            steps: try row.count("steps"), leaves: try row.count("leaves") == 1, errors: try row.count("errors"),
            images: try row.count("images"), measured: try row.count("measured"), neverFlipped: try row.count("never_flipped"),
            relative: try spread(.relative), gradient: try spread(.gradient), step: try spread(.step))
    }
}

extension [LazyRecord] {
    /// Comma-separated values, one line a network.
    public var table: String { RecordTable.text(self) }

    /// Reads what `table` wrote.
    ///
    /// - Throws: ``DataError`` with the line of `path` and what is allowed there.
    public init(table text: String, path: String) throws(DataError) { self = try RecordTable.records(text, path: path) }
}
