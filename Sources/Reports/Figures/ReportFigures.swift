// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims
public import Verifier

/// The figures of a report.
public enum ReportFigures {
    /// One of each claim that the run has cells of, in its order; values rounded as they are recorded.
    public static func figures(of result: RunResult, in catalogue: Catalogue) -> [Figure] {
        let claims = result.cells.map(\.claim).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let recorded = result.recorded
        return claims.compactMap { id in
            guard let claim = catalogue.claim(id)?.measured else { return nil }
            let cells = recorded.cells.filter { $0.claim == id && $0.bound.isNaN == false }
            return cells.isEmpty ? nil : ClaimFigure(claim, cells, in: catalogue).figure
        }
    }

    /// The figure of a sweep of one claim over `axis`, as the command line spells it; nil where it is no parameter or there is no cell.
    public static func sweep(_ claim: MeasuredClaim, of result: RunResult, over key: String, in catalogue: Catalogue) -> Figure? {
        guard !result.cells.isEmpty else { return nil }
        let axis = SweptCells.Axis(key: key)
        let name = "\(Figure.fileName(claim.id))-over-\(key)"
        return ClaimFigure(claim, result.recorded.cells, along: axis, name: name, in: catalogue).figure
    }
}
