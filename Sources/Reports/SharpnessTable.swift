// SPDX-License-Identifier: GPL-3.0-or-later

internal import LazyPaper
internal import Verifier

/// How sharp the constants are: the paper's bounds beside the sharper ones, and what a run's draws show, at C0 = C1 = 1, gamma = 0.05.
enum SharpnessTable {
    static let title = "How sharp the constants are"
    /// The point at which draws may be beside the bounds; at the other one, d = 1e8 and m = d^2.4, none is possible.
    private static let drawn = (d: 784, m: 100_000)

    /// Nil for a run that has none of the claims at that point.
    static func table(_ result: RunResult) -> TextTable? {
        guard let frontier = try? Frontier() else { return nil }
        let rows = LazyPaper.sharperRows(frontier)
        let sharper = rows.map(\.sharper).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        func bound(_ id: String, _ isDrawn: Bool, _ value: (SharperRow) -> Double?) -> String {
            let row = rows.first { $0.sharper == id && ($0.d == Double(drawn.d)) == isDrawn }
            return row.flatMap(value).map { Digits.text($0) } ?? "says nothing"
        }
        let lines = sharper.map { id -> [String] in
            let paper = String(id.dropLast())
            let cell = result.cells.first {
                $0.claim == paper && $0.d == drawn.d && $0.m == drawn.m && $0.gamma == frontier.gamma && $0.c0 ?? 1 == frontier.c0
            }
            return [
                paper, cell?.quantile.map { Digits.text($0.value) } ?? "not drawn", bound(id, true, \.bound), bound(id, true, \.paper),
                bound(id, false, \.bound), bound(id, false, \.paper),
            ]
        }
        guard lines.contains(where: { $0[1] != "not drawn" }) else { return nil }
        let titles = ["claim", "quantile, d = 784, m = 1e5", "sharper (+)", "paper's", "sharper (+), d = 1e8, m = d^2.4", "paper's, there"]
        return TextTable(columns: titles.enumerated().map { .init(title: $1, isNumber: $0 > 0) }, rows: lines)
    }

    static let words = """
        At C0 = C1 = 1, gamma = 0.05: the quantile that this run measured at d = 784, m = 1e5 (the README has all of them, from samples \
        that take longer), the sharper bound that is proved here, and the paper's. At d = 1e8 no draw is possible.
        """
}
