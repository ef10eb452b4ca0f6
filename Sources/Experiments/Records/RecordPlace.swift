// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a record stands in its table: unnormalized samples before normalized ones, then by its choices and its numbers in their order.
struct RecordPlace: Comparable {
    let scaling: String
    var choices: [String] = []
    let numbers: [Double]

    static func < (a: Self, b: Self) -> Bool {
        if a.scaling != b.scaling { return a.scaling > b.scaling }
        if a.choices != b.choices { return a.choices.lexicographicallyPrecedes(b.choices) }
        return a.numbers.lexicographicallyPrecedes(b.numbers)
    }
}

extension LazyRecord {
    var place: RecordPlace {
        RecordPlace(scaling: scaling.rawValue, choices: choices.cells, numbers: [Double(m), Double(d), c0, Double(run)])
    }
}

extension AdversarialRecord {
    /// All adversarial training is on normalized samples.
    var place: RecordPlace {
        RecordPlace(scaling: "", choices: [step.rawValue, projects ? "0" : "1"], numbers: [Double(m), Double(d), c0, radius, Double(run)])
    }
}

extension Histogram {
    var place: RecordPlace {
        let order = LazyQuantity.allCases.firstIndex(of: quantity) ?? 0
        return RecordPlace(scaling: scaling.rawValue, numbers: [Double(run), Double(order)])
    }
}

extension RobustCeiling {
    var place: RecordPlace {
        let order = ImageFilter.allCases.firstIndex(of: filter) ?? 0
        return RecordPlace(scaling: "", numbers: [Double(d), Double(order), scaledRadius])
    }
}
