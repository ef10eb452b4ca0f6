// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims

/// The values of a cell's trials, in order.
struct BracketValues {
    private(set) var attained: [Double] = []
    private(set) var certified: [Double] = []

    var count: Int { attained.count }

    mutating func append(_ bracket: TrialBracket) {
        attained.append(bracket.attained)
        certified.append(bracket.certified)
    }

    /// The middle value, or the mean of the two middle ones; nil of none.
    static func median(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted(), middle = sorted.count / 2
        if sorted.count % 2 == 1 || sorted[middle] == sorted[middle - 1] { return sorted[middle] }
        return sorted[middle - 1] / 2 + sorted[middle] / 2
    }
}
