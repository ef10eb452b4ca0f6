// SPDX-License-Identifier: GPL-3.0-or-later

internal import Crypto
internal import Foundation

/// The records of a run of experiments, a table a kind.
public struct RunRecords: Sendable, Hashable {
    public var lazy: [LazyRecord]
    /// Networks by SGD for the table of choices.
    public var choices: [LazyRecord]
    public var adversarial: [AdversarialRecord]
    public var histograms: [Histogram]
    /// What no classifier can do: of the test images, not of networks.
    public var ceilings: [RobustCeiling]

    public init(
        lazy: [LazyRecord] = [], choices: [LazyRecord] = [], adversarial: [AdversarialRecord] = [], histograms: [Histogram] = [],
        ceilings: [RobustCeiling] = []
    ) {
        self.lazy = lazy
        self.choices = choices
        self.adversarial = adversarial
        self.histograms = histograms
        self.ceilings = ceilings
    }

    /// Adds the records of another part of the run.
    mutating func join(_ other: RunRecords) {
        lazy += other.lazy
        choices += other.choices
        adversarial += other.adversarial
        histograms += other.histograms
        ceilings += other.ceilings
    }

    /// Puts all in the order of the tables.
    mutating func sort() {
        lazy.sort { $0.place < $1.place }
        choices.sort { $0.place < $1.place }
        adversarial.sort { $0.place < $1.place }
        histograms.sort { $0.place < $1.place }
        ceilings.sort { $0.place < $1.place }
    }

    /// Name and contents of each table that has records.
    public var files: [(name: String, contents: String)] {
        [
            ("lazy.csv", lazy.isEmpty ? "" : lazy.table), ("choices.csv", choices.isEmpty ? "" : choices.table),
            ("adversarial.csv", adversarial.isEmpty ? "" : adversarial.table),
            ("histograms.csv", histograms.isEmpty ? "" : histograms.table), ("ceilings.csv", ceilings.isEmpty ? "" : ceilings.table),
        ].filter { !$0.1.isEmpty }
    }

    /// SHA-256 of the tables with their names, in hexadecimal digits: what a report says of the records that it was made from.
    public var digest: String {
        var hash = SHA256()
        for file in files { hash.update(data: Data("\(file.name)\n\(file.contents)".utf8)) }
        return hash.finalize().hexadecimal
    }

    /// Reads what ``files`` wrote; a table that is not there has no records.
    ///
    /// - Parameters:
    ///   - tables: contents by name.
    ///   - folder: where they come from, for messages.
    /// - Throws: ``DataError`` with the line of a table and what is allowed there.
    public init(tables: [String: String], folder: String) throws(DataError) {
        func records<Record: TabularRecord>(_ name: String) throws(DataError) -> [Record] {
            try tables[name].map { text throws(DataError) in try RecordTable.records(text, path: "\(folder)/\(name)") } ?? []
        }
        self.init(
            lazy: try records("lazy.csv"), choices: try records("choices.csv"), adversarial: try records("adversarial.csv"),
            histograms: try records("histograms.csv"), ceilings: try records("ceilings.csv"))
    }

    /// With the digits that the tables keep: what is read again is what was made.
    var rounded: RunRecords {
        let tables = Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.contents) })
        return (try? RunRecords(tables: tables, folder: "")) ?? self
    }

    /// The run whose records are kept with the program: seed 1.
    ///
    /// - Throws: ``DataError`` where a table has been damaged by hand.
    public static func recorded() throws(DataError) -> RunRecords {
        func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
        return try RunRecords(
            tables: [
                "lazy.csv": text(PackageResources.lazy_csv), "choices.csv": text(PackageResources.choices_csv),
                "adversarial.csv": text(PackageResources.adversarial_csv), "histograms.csv": text(PackageResources.histograms_csv),
                "ceilings.csv": text(PackageResources.ceilings_csv),
            ], folder: "Sources/Experiments/Records")
    }
}
