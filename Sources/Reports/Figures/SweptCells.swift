// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Verifier

/// The cells of one claim laid out for a figure: along the parameter that varies most, a curve for each value of the others.
struct SweptCells {
    /// A parameter of a cell, as an axis has it.
    enum Axis: Hashable {
        case c0, m, d, gamma, c1, radius, epsilon
        case own(String)

        /// The paper's, in the order in which a point is named.
        static let inWords: [Axis] = [.d, .m, .gamma, .c0, .c1, .radius, .epsilon]

        /// The parameter that the command line calls `key`; one of one's own where the paper has none of that name.
        init(key: String) { self = Self.inWords.first { $0.key == key } ?? .own(key) }

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
            case .own(let name): name
            }
        }

        private var key: String {
            switch self {
            case .c0: "c0"
            case .m: "m"
            case .d: "d"
            case .gamma: "gamma"
            case .c1: "c1"
            case .radius: "radius"
            case .epsilon: "epsilon"
            case .own(let name): name
            }
        }

        func parameter(_ cell: RunResult.Cell) -> NamedParameter? { cell.named.first { $0.key == key } }

        func value(_ cell: RunResult.Cell) -> Double? { parameter(cell)?.value }

        /// "m = 1e6", "C0 = 0.333"; sizes in full where three digits are not all of them.
        static func text(_ parameter: NamedParameter) -> String {
            let short = Digits.text(parameter.value, 3)
            let isFull = (parameter.isCount || parameter.isOwn) && Double(short) != parameter.value
            return "\(parameter.symbol) = \(isFull ? Digits.text(parameter.value, 16) : short)"
        }
    }

    /// A curve: cells that differ along the axis alone.
    struct Curve {
        let name: String
        let cells: [RunResult.Cell]
    }

    let axis: Axis
    /// The axis in a word: "C0".
    let symbol: String
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
        let own = Set(cells.flatMap { ($0.parameters ?? [:]).keys }).sorted().map(Axis.own)
        // Where C0 follows from the width, the width is what varies.
        let isRuled = values(.m).count > 1 && values(.c0).count > 1 && Self.follows(.c0, from: .m, in: cells)
        let chosen =
            axis ?? richest((isRuled ? [.m, .d, .gamma] : [.c0, .m, .d, .gamma]) + own) ?? richest([.radius, .epsilon, .c1])
            ?? Self.first(cells, own)
        let others = (Axis.inWords + own).filter { $0 != chosen }
        let fixed = others.filter { values($0).count == 1 }
        // R and eps go without saying where they follow from d, m and C1.
        let free = others.filter { axis in
            values(axis).count > 1 && !([.radius, .epsilon].contains(axis) && Self.follows(axis, in: cells))
        }
        var order: [String] = [], groups: [String: [RunResult.Cell]] = [:]
        for cell in cells {
            // What the axis itself determines sets no curve apart.
            let name = free.filter { !Self.follows($0, from: chosen, in: cells) }.compactMap { axis in
                axis.parameter(cell).map(Axis.text)
            }.joined(separator: ", ")
            if groups[name] == nil { order.append(name) }
            groups[name, default: []].append(cell)
        }
        self.axis = chosen
        symbol = cells.lazy.compactMap(chosen.parameter).first?.symbol ?? ""
        let all = order.map { name in
            Curve(name: name, cells: (groups[name] ?? []).sorted { (chosen.value($0) ?? 0) < (chosen.value($1) ?? 0) })
        }
        // Spread over the list: neighbours show least.
        let step = Double(all.count) / Double(Swift.min(all.count, Self.mostCurves))
        let shown = all.isEmpty ? [] : Set((0..<Swift.min(all.count, Self.mostCurves)).map { Int(Double($0) * step) }).sorted()
        curves = shown.map { all[$0] }
        omitted = all.count - shown.count
        let along = free.filter { Self.follows($0, from: chosen, in: cells) }.compactMap { Self.range($0, in: cells) }
        shared = (fixed.compactMap { axis in cells.first.flatMap(axis.parameter).map(Axis.text) } + along).joined(separator: ", ")
    }

    /// "C0 = 3.16 to 10": what goes along with the axis.
    private static func range(_ axis: Axis, in cells: [RunResult.Cell]) -> String? {
        let sorted = cells.compactMap(axis.parameter).sorted { $0.value < $1.value }
        guard let first = sorted.first, let last = sorted.last else { return nil }
        return "\(Axis.text(first)) to \(Digits.text(last.value, 3))"
    }

    /// Of cells in which nothing varies: the width, where they have one.
    private static func first(_ cells: [RunResult.Cell], _ own: [Axis]) -> Axis {
        ([.m] + own + Axis.inWords).first { axis in cells.contains { axis.value($0) != nil } } ?? .m
    }

    /// Whether cells with the same d, m and C1 have the same value of `axis`.
    private static func follows(_ axis: Axis, in cells: [RunResult.Cell]) -> Bool {
        struct Key: Hashable {
            let d: Int?
            let m: Int?
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
