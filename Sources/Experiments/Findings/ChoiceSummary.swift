// SPDX-License-Identifier: GPL-3.0-or-later

internal import RealModule

/// What came of one of the choices that the paper leaves open, over the networks of a grid.
public struct ChoiceSummary: Sendable, Hashable {
    public let choices: TrainingChoices
    /// Different networks, and those with a test error of 1 % or more; what training leaves in a ball is of every larger one, and counts
    /// once.
    public let networks: Int
    public let failing: Int
    /// The exponent of d at C0 = 10, quantity by quantity; nil where the records do not give one.
    public let exponents: [LazyQuantity: PowerLaw]
    /// Of how many runs, at any d, each quantity rises from C0 = 10 to 20, of those that leave both balls.
    public let rises: [LazyQuantity: Int]
    public let pairs: Int
    /// The mean over runs of eta at d = 784, C0 = 10; nil where there is none.
    public let step: Double?
}

extension [LazyRecord] {
    /// A summary of each of the choices among them, their quantities averaged over images by `aggregate`.
    public func summaries(by aggregate: Aggregate = .mean) -> [ChoiceSummary] {
        Dictionary(grouping: self, by: \.choices).sorted { $0.key.cells.lexicographicallyPrecedes($1.key.cells) }.map { choices, records in
            let networks = records.distinctNetworks
            let paths = Dictionary(grouping: records.filter(\.leaves)) { [$0.d, $0.m, $0.run] }.values
            let pairs = paths.compactMap { path -> (LazyRecord, LazyRecord)? in
                guard let a = path.first(where: { $0.c0 == 10 }), let b = path.first(where: { $0.c0 == 20 }) else { return nil }
                return (a, b)
            }
            let steps = records.filter { $0.d == 784 && $0.c0 == 10 }.map { $0.step[aggregate] }
            return ChoiceSummary(
                choices: choices, networks: networks.count, failing: networks.count { $0.testError >= 0.01 },
                exponents: Dictionary(
                    uniqueKeysWithValues: LazyQuantity.allCases.compactMap { quantity in
                        records.exponent(of: quantity, c0: 10, confidence: 0.99, by: aggregate).map { (quantity, $0) }
                    }),
                rises: Dictionary(
                    uniqueKeysWithValues: LazyQuantity.allCases.map { quantity in
                        (quantity, pairs.count { $0[quantity][aggregate] < $1[quantity][aggregate] })
                    }),
                pairs: pairs.count, step: steps.isEmpty ? nil : steps.reduce(0, +) / Double(steps.count))
        }
    }

    /// Different networks: of those that training has left in one ball the larger balls have the same, which count once.
    public var distinctNetworks: [LazyRecord] {
        var finished: Set<TrainingPath> = []
        return sorted { $0.c0 < $1.c0 }.filter { record in
            let path = TrainingPath(scaling: record.scaling, choices: record.choices, d: record.d, m: record.m, run: record.run)
            return record.leaves || finished.insert(path).inserted
        }
    }
}

/// What the networks of one path of SGD have in common.
private struct TrainingPath: Hashable {
    let scaling: SampleScaling
    let choices: TrainingChoices
    let d: Int
    let m: Int
    let run: Int
}
