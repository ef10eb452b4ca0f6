// SPDX-License-Identifier: GPL-3.0-or-later

/// What was found of a claim over its stated domain, and how.
public struct Finding: Sendable, Hashable {
    /// What was shown.
    public var verdict: Verdict
    /// How it was decided, in a few words.
    public var method: String
    /// Where it was refuted, the point.
    public var counterexample: Counterexample?
    /// The exact probability, or its nearest double, at the counterexample or the cell that decides.
    public var probability: Double?
    /// What `probability` is compared with: the failure probability that the claim allows there.
    public var gamma: Double?
    /// What a reader should know beside the verdict: on which part it is proved, whether the statement that it serves survives.
    public var note: String
    /// The lines of the argument, in order.
    public var evidence: [Evidence]
    /// Where in the domain the claim fails, where that was mapped.
    public var boundary: BoundaryTable?
    /// False where what was measured is of something else than the claim speaks of: then there is no verdict to tell of.
    public var isJudged = true

    /// A finding that is judged.
    public init(
        _ verdict: Verdict, method: String, counterexample: Counterexample? = nil, probability: Double? = nil, gamma: Double? = nil,
        note: String = "", evidence: [Evidence] = [], boundary: BoundaryTable? = nil
    ) {
        (self.verdict, self.method, self.counterexample) = (verdict, method, counterexample)
        (self.probability, self.gamma, self.note, self.evidence, self.boundary) = (probability, gamma, note, evidence, boundary)
    }
}

/// One line of the argument behind a verdict, and how well it stands.
public struct Evidence: Sendable, Hashable, Codable {
    /// How well a line stands.
    public enum Standing: String, Sendable, Hashable, Codable {
        /// Shown in ball or integer arithmetic or by exact algebra, over the whole of what it says.
        case shown
        /// Counted in draws, or read off recorded runs: no derivation.
        case measured
        /// An argument in words: a definition, a monotonicity, an elementary inequality.
        case argued
        /// The check did not succeed: nothing is concluded from it.
        case failed
    }

    /// The line.
    public let text: String
    /// How well it stands.
    public let standing: Standing

    public init(_ text: String, _ standing: Standing) {
        self.text = text
        self.standing = standing
    }
}

/// Where in its domain a claim fails: a table of the region's boundary.
public struct BoundaryTable: Sendable, Hashable, Codable {
    /// What the table shows.
    public let caption: String
    /// The title of each column.
    public let columns: [String]
    /// A cell for each column, row by row.
    public let rows: [[String]]

    public init(caption: String, columns: [String], rows: [[String]]) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }

    /// The table without the columns of these names.
    public func without(columns names: Set<String>) -> BoundaryTable {
        let kept = columns.indices.filter { !names.contains(columns[$0]) }
        return BoundaryTable(
            caption: caption, columns: kept.map { columns[$0] },
            rows: rows.map { row in kept.filter(row.indices.contains).map { row[$0] } })
    }
}
