// SPDX-License-Identifier: GPL-3.0-or-later

extension AdversarialRecord: TabularRecord {
    static let columns = [
        "d", "m", "c0", "radius", "step", "projection", "run", "rounds", "attacked", "robust_training", "distance", "images", "right",
        "robust", "curve",
    ]

    var cells: [String] {
        [
            "\(d)", "\(m)", RecordTable.number(c0), RecordTable.number(radius), step.rawValue, projects ? "on" : "off", "\(run)",
            "\(rounds)", "\(attacked)", RecordTable.number(robustTraining), distance.map(RecordTable.number) ?? "", "\(images)",
            "\(right)", "\(robust)",
            curve.map(RecordTable.number).joined(separator: " "),
        ]
    }

    init(_ row: RecordRow) throws(DataError) {
        let projection: OnOff = try row.choice("projection")
        self.init(
            d: try row.count("d"), m: try row.count("m"), c0: try row.number("c0"), radius: try row.number("radius"),
            run: try row.count("run"), step: try row.choice("step"), projects: projection == .on, rounds: try row.count("rounds"),
            attacked: try row.count("attacked"), robustTraining: try row.number("robust_training"),
            distance: try row.text("distance").isEmpty ? nil : row.number("distance"), images: try row.count("images"),
            right: try row.count("right"), robust: try row.count("robust"), curve: try row.numbers("curve"))
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
