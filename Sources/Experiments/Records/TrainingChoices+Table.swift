// SPDX-License-Identifier: GPL-3.0-or-later

/// Whether something is so, in a table.
enum OnOff: String, CaseIterable {
    case on, off
}

extension TrainingChoices {
    static let columns = ["pixels", "bias", "filter", "batch", "initial_scale", "passes"]

    var cells: [String] {
        [
            pixels.rawValue, hasBias ? "on" : "off", filter.rawValue, "\(batch)", RecordTable.number(initialScale), "\(passes)",
        ]
    }

    init(_ row: RecordRow) throws(DataError) {
        let bias: OnOff = try row.choice("bias")
        self.init(pixels: try row.choice("pixels"), hasBias: bias == .on)
        filter = try row.choice("filter")
        batch = try row.count("batch")
        initialScale = try row.number("initial_scale")
        passes = try row.count("passes")
    }
}
