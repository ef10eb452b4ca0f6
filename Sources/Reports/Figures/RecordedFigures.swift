// SPDX-License-Identifier: GPL-3.0-or-later

public import Experiments

/// The figures of recorded networks as an audit shows them: each once, with the claims of the audit that it is about.
///
/// They are drawn anew from the program's records. An audit names the records that it was made from: of other ones nothing is shown beside
/// its claims, and ``omission`` says so.
public struct RecordedFigures: Sendable {
    /// Where those that LaTeX takes in are, below the report's folder. Not where `experiment` writes its own, which may be of other
    /// networks.
    static let folder = "audit-figures"

    /// A figure with what it is about.
    struct Entry: Sendable {
        let figure: Figure
        /// IDs of claims, in the audit's order.
        let claims: [String]
    }

    /// Those that may stand beside the audit's claims.
    let entries: [Entry]
    private let drawer: FigureDrawer
    private let fault: String?

    /// nil where none of the figures is about a claim of the audit.
    ///
    /// - Parameters:
    ///   - records: the program's own.
    ///   - audit: what was found.
    ///   - claims: IDs of the claims that the records of an experiment speak of.
    ///   - gnuplot: what draws.
    public init?(_ records: RunRecords, of audit: AuditDocument, claims: (Experiment) -> [String], by gnuplot: Gnuplot? = .find()) {
        let all = Experiment.allCases.flatMap { experiment -> [Entry] in
            let spoken = Set(claims(experiment)), shown = audit.steps.map(\.id).filter(spoken.contains)
            return shown.isEmpty ? [] : ExperimentFigures.figures(records, of: [experiment]).map { Entry(figure: $0, claims: shown) }
        }
        guard !all.isEmpty else { return nil }
        switch audit.records {
        case records.digest?: (entries, fault) = (all, nil)
        case nil: (entries, fault) = ([], "the audit does not say which networks its claims were judged by")
        case _?: (entries, fault) = ([], "the audit's claims were judged by other networks than those of this version")
        }
        drawer = FigureDrawer(entries.map(\.figure), in: Self.folder, by: gnuplot)
    }

    /// Why a report has no drawing of them, in a sentence; nil where it has all.
    public var omission: String? {
        (fault ?? (drawer.lacksGnuplot ? "gnuplot, which draws them, was not found" : nil)).map {
            "Without the experiments' figures: \($0)."
        }
    }

    /// For a page, in the order of `entries`.
    ///
    /// - Throws: ``GnuplotError``.
    public func drawn() throws -> [ReportFigure] { try drawer.drawn() }

    /// As PDF, for LaTeX.
    ///
    /// - Throws: ``GnuplotError``.
    func files() throws -> [ReportFiles.File] { try drawer.files(.pdf) }
}
