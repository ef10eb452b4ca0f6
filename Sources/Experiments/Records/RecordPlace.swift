// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a record stands in its table: unnormalized samples before normalized ones, then by its numbers in their order.
struct RecordPlace: Comparable {
    let scaling: String
    let numbers: [Double]

    static func < (a: Self, b: Self) -> Bool {
        a.scaling != b.scaling ? a.scaling > b.scaling : a.numbers.lexicographicallyPrecedes(b.numbers)
    }
}

extension LazyRecord {
    var place: RecordPlace { RecordPlace(scaling: scaling.rawValue, numbers: [Double(m), Double(d), c0, Double(run)]) }
}

extension AdversarialRecord {
    /// All adversarial training is on normalized samples.
    var place: RecordPlace { RecordPlace(scaling: "", numbers: [Double(m), Double(d), c0, radius, Double(run)]) }
}
