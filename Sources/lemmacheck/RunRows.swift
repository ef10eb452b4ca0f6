// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import LazyPaper
import Reports
import Verifier

/// The rows of a run's table: of its cells, or of its claims.
final class RunRows {
    enum Kind: Sendable {
        case cells, claims
    }

    private enum Table {
        case cells(VerdictRows)
        case claims(ClaimRows)
    }

    private var table: Table

    init(_ kind: Kind, _ preview: [RunResult.Cell], _ run: RunHead, in catalogue: Catalogue = LazyPaper.catalogue, on screen: Screen) {
        table =
            switch kind {
            case .cells: .cells(VerdictRows(preview, run, on: screen))
            case .claims: .claims(ClaimRows(preview, run, in: catalogue, on: screen))
            }
    }

    /// What stands above the rows.
    var opening: String {
        switch table {
        case .cells(let rows): rows.head + rows.title
        case .claims(let rows): rows.head + rows.title
        }
    }

    /// What a cell that is done adds; nil for nothing.
    func add(_ cell: RunResult.Cell) -> String? {
        switch table {
        case .cells(let rows): return rows.line(cell)
        case .claims(var rows):
            let text = rows.add(cell)
            table = .claims(rows)
            return text
        }
    }
}

/// The rows of a table as they come. Where they cannot be shown a run that has files to write goes on to them.
final class Shown {
    private let hasFiles: Bool
    private var failure: (any Error)?

    init(hasFiles: Bool) { self.hasFiles = hasFiles }

    func print(_ line: String) throws {
        guard failure == nil else { return }
        do {
            try Output.print(line, terminator: "")
        } catch {
            guard hasFiles else { throw error }
            failure = error
        }
    }

    /// - Throws: the exit status that the first row which could not be shown asks for.
    func check() throws {
        if let failure { throw failure }
    }
}
