// SPDX-License-Identifier: GPL-3.0-or-later

internal import Experiments

/// Algorithm 1 as it was run and as it might have been: the attack's literal step, and no projection.
struct AdversarialTables {
    struct Table {
        let title: String
        let caption: String
        let body: TextTable
    }

    private let records: [AdversarialRecord]

    init(_ records: [AdversarialRecord]) { self.records = records }

    private struct Kind: Hashable {
        let step: ProjectedAttack.Step
        let projects: Bool

        var name: String { (step == .unit ? "unit steps" : "literal steps") + (projects ? "" : ", no projection") }
    }

    private struct Place: Hashable, Comparable {
        let d: Int
        /// In thousandths.
        let scaled: Int

        init(_ record: AdversarialRecord) {
            d = record.d
            scaled = Int((1000 * record.radius * Double(record.d).squareRoot()).rounded())
        }

        static func < (a: Self, b: Self) -> Bool { (a.d, a.scaled) < (b.d, b.scaled) }
    }

    /// None where all networks were trained in one way.
    var tables: [Table] {
        let left = records.leftPanel
        let groups = Dictionary(grouping: left) { Kind(step: $0.step, projects: $0.projects) }
        let kinds = [(true, true), (false, true), (true, false), (false, false)].map {
            Kind(step: $0.0 ? .unit : .gradient, projects: $0.1)
        }
        .filter { groups[$0] != nil }
        guard kinds.count > 1 else { return [] }
        let places = kinds.map { kind in Set((groups[kind] ?? []).map(Place.init)) }
        let shared = places.dropFirst().reduce(places[0]) { $0.intersection($1) }.sorted()
        let columns =
            ["d", "||delta|| sqrt d", "runs"] + kinds.map { "robust, \($0.name)" } + kinds.map { "right, \($0.name)" }
            + kinds.map { "went, \($0.name)" }
        let rows = shared.map { place -> [String] in
            let cells = kinds.map { kind in (groups[kind] ?? []).filter { Place($0) == place } }
            func mean(_ found: [AdversarialRecord], _ value: (AdversarialRecord) -> Double) -> String {
                found.isEmpty ? "" : Digits.text(found.reduce(0) { $0 + value($1) } / Double(found.count), 3)
            }
            return ["\(place.d)", Digits.text(Double(place.scaled) / 1000), "\(cells.map(\.count).min() ?? 0)"]
                + cells.map { mean($0) { 100 * $0.robustAccuracy } } + cells.map { mean($0) { 100 * $0.accuracy } }
                + cells.map { mean($0) { $0.distance ?? .nan } }
        }
        return rows.isEmpty
            ? []
            : [
                Table(
                    title: "Algorithm 1 as it is written, and without its projection",
                    caption:
                        "Means over runs at m = 1000, V = 10/sqrt m, from the same W0 and the same minibatches: robust test accuracy (%), "
                        + "clean test accuracy (%), and how far the farthest neuron went, in 1/sqrt m. Unit steps are those of Madry et al. "
                        + "(arXiv:1706.06083); literal ones take the gradient times the rate, as Algorithm 1 is written.",
                    body: TextTable(columns: columns.map { .init(title: $0, isNumber: true) }, rows: rows))
            ]
    }
}
