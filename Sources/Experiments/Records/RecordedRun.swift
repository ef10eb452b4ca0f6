// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation

/// The records of one run of experiments, in three tables.
public struct RunRecords: Sendable, Hashable {
    public var lazy: [LazyRecord]
    public var adversarial: [AdversarialRecord]
    public var histograms: [Histogram]
    /// What no classifier can do: of the test images, not of networks.
    public var ceilings: [RobustCeiling]

    public init(
        lazy: [LazyRecord] = [], adversarial: [AdversarialRecord] = [], histograms: [Histogram] = [], ceilings: [RobustCeiling] = []
    ) {
        self.lazy = lazy
        self.adversarial = adversarial
        self.histograms = histograms
        self.ceilings = ceilings
    }

    /// Adds the records of another part of the run, and puts all in order.
    public mutating func append(_ other: RunRecords) {
        lazy = (lazy + other.lazy).sorted { $0.place < $1.place }
        adversarial = (adversarial + other.adversarial).sorted { $0.place < $1.place }
        histograms += other.histograms
        ceilings += other.ceilings
    }

    /// Name and contents of each table that has records.
    public var files: [(name: String, contents: String)] {
        [
            ("lazy.csv", lazy.isEmpty ? "" : lazy.table), ("adversarial.csv", adversarial.isEmpty ? "" : adversarial.table),
            ("histograms.csv", histograms.isEmpty ? "" : histograms.table), ("ceilings.csv", ceilings.isEmpty ? "" : ceilings.table),
        ].filter { !$0.1.isEmpty }
    }

    /// The run whose records are kept with the program, that of `make experiments`: seed 1.
    ///
    /// - Throws: ``DataError`` where a table has been damaged by hand.
    public static func recorded() throws(DataError) -> RunRecords {
        func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
        return RunRecords(
            lazy: try [LazyRecord](table: text(PackageResources.lazy_csv), path: "Sources/Experiments/Records/lazy.csv"),
            adversarial: try [AdversarialRecord](
                table: text(PackageResources.adversarial_csv), path: "Sources/Experiments/Records/adversarial.csv"),
            histograms: try [Histogram](table: text(PackageResources.histograms_csv), path: "Sources/Experiments/Records/histograms.csv"),
            ceilings: try [RobustCeiling](table: text(PackageResources.ceilings_csv), path: "Sources/Experiments/Records/ceilings.csv"))
    }
}
