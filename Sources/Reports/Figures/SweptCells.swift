// SPDX-License-Identifier: GPL-3.0-or-later

internal import Verifier

/// The cells of one claim laid out for a figure: along the parameter that varies most, a curve for each value of the others.
struct SweptCells {
    /// A parameter of a cell, as an axis has it.
    enum Axis: String, CaseIterable {
        case c0, m, d, gamma, c1, radius, epsilon

        /// In the order in which a point is named.
        static let inWords: [Axis] = [.d, .m, .gamma, .c0, .c1, .radius, .epsilon]

        /// What the axis says. None of them has a unit.
        var title: String {
            switch self {
            case .c0: "C0, the lazy constant (no unit)"
            case .m: "m, the width (neurons)"
            case .d: "d, the dimension"
            case .gamma: "gamma, the failure probability"
            case .c1: "C1 in R <= C1/sqrt d (no unit)"
            case .radius: "R, the length of delta (no unit)"
            case .epsilon: "eps, the mesh (no unit)"
            }
        }

        var symbol: String {
            switch self {
            case .c0: "C0"
            case .c1: "C1"
            case .radius: "R"
            case .epsilon: "eps"
            case .m, .d, .gamma: rawValue
            }
        }

        func value(_ cell: RunResult.Cell) -> Double? {
            switch self {
            case .c0: cell.c0
            case .m: Double(cell.m)
            case .d: Double(cell.d)
            case .gamma: cell.gamma
            case .c1: cell.c1
            case .radius: cell.radius
            case .epsilon: cell.epsilon
            }
        }

        /// "m = 1e6", "C0 = 0.333"; sizes in full where three digits are not all of them.
        func text(_ value: Double) -> String {
            let short = Digits.text(value, 3)
            return "\(symbol) = \((self == .m || self == .d) && Double(short) != value ? Digits.text(value, 16) : short)"
        }
    }

    /// A curve: cells that differ along the axis alone.
    struct Curve {
        let name: String
        let cells: [RunResult.Cell]
    }

    let axis: Axis
    let curves: [Curve]
    /// What all cells share: "d = 784, gamma = 0.05".
    let shared: String
    /// Curves that are not among those shown.
    let omitted: Int

    /// So many can be told apart.
    static let mostCurves = 6

    /// - Parameter axis: the parameter along the figure; the one with most values unless given.
    init(_ cells: [RunResult.Cell], along axis: Axis? = nil) {
        func values(_ axis: Axis) -> Set<Double> { Set(cells.compactMap(axis.value)) }
        func richest(_ axes: [Axis]) -> Axis? {
            axes.enumerated().filter { values($0.element).count > 1 }.max { a, b in
                (values(a.element).count, -a.offset) < (values(b.element).count, -b.offset)
            }?.element
        }
        // R and eps follow from d and m where nobody chose them: those come first.
        let chosen = axis ?? richest([.c0, .m, .d, .gamma]) ?? richest([.radius, .epsilon, .c1]) ?? .m
        let others = Axis.inWords.filter { $0 != chosen }
        let fixed = others.filter { values($0).count == 1 }
        // R and eps go without saying where they follow from d, m and C1.
        let free = others.filter { axis in
            values(axis).count > 1 && !([.radius, .epsilon].contains(axis) && Self.follows(axis, in: cells))
        }
        var order: [String] = [], groups: [String: [RunResult.Cell]] = [:]
        for cell in cells {
            // What the axis itself determines sets no curve apart.
            let name = free.filter { !Self.follows($0, from: chosen, in: cells) }.compactMap { axis in
                axis.value(cell).map(axis.text)
            }.joined(separator: ", ")
            if groups[name] == nil { order.append(name) }
            groups[name, default: []].append(cell)
        }
        self.axis = chosen
        let all = order.map { name in
            Curve(name: name, cells: (groups[name] ?? []).sorted { (chosen.value($0) ?? 0) < (chosen.value($1) ?? 0) })
        }
        // Spread over the list: neighbours show least.
        let step = Double(all.count) / Double(Swift.min(all.count, Self.mostCurves))
        let shown = all.isEmpty ? [] : Set((0..<Swift.min(all.count, Self.mostCurves)).map { Int(Double($0) * step) }).sorted()
        curves = shown.map { all[$0] }
        omitted = all.count - shown.count
        shared = fixed.compactMap { axis in cells.first.flatMap(axis.value).map(axis.text) }.joined(separator: ", ")
    }

    /// Whether cells with the same d, m and C1 have the same value of `axis`.
    private static func follows(_ axis: Axis, in cells: [RunResult.Cell]) -> Bool {
        struct Key: Hashable {
            let d: Int
            let m: Int
            let c1: Double?
        }
        return Dictionary(grouping: cells) { Key(d: $0.d, m: $0.m, c1: $0.c1) }.values.allSatisfy { Set($0.map(axis.value)).count == 1 }
    }

    /// Whether cells with the same value of `other` have the same of `axis`.
    private static func follows(_ axis: Axis, from other: Axis, in cells: [RunResult.Cell]) -> Bool {
        var seen: [Double: Double] = [:]
        for cell in cells {
            guard let key = other.value(cell), let value = axis.value(cell) else { continue }
            if let known = seen[key], known != value { return false }
            seen[key] = value
        }
        return true
    }
}
