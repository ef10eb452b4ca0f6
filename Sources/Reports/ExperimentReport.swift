// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims
public import Experiments
import Foundation
public import LazyPaper

/// What experiments showed: the networks measured, averaged over runs, and the claims' rows, for a terminal, as Markdown and as CSV.
public struct ExperimentReport {
    public let records: RunRecords
    public let rows: [AuditRow]
    /// Where the records come from, for the page.
    let source: String
    /// Whose images the networks were trained on.
    let images: ImageSource

    private let catalogue: Catalogue
    private let choices: ChoiceTable?
    private let aggregate: Aggregate

    /// Figures of the paper from these records, by the experiment's name.
    public let figures: [Figure]

    /// - Parameters:
    ///   - records: of the experiments that are shown.
    ///   - rows: what they say of the claims.
    ///   - choices: what they say of the choices that the paper leaves open, where they do.
    ///   - source: where the records come from, in words.
    ///   - images: whose images the networks were trained on.
    ///   - catalogue: whose claims they are.
    ///   - experiments: whose figures are drawn.
    ///   - aggregate: which value over the test images stands for a network.
    public init(
        _ records: RunRecords, rows: [AuditRow], choices: ChoiceComparison? = nil, source: String, images: ImageSource,
        in catalogue: Catalogue, experiments: [Experiment] = [], by aggregate: Aggregate = .mean
    ) {
        self.choices = choices.map { ChoiceTable(comparison: $0, records: records.choices, aggregate: aggregate) }
        self.aggregate = aggregate
        figures = ExperimentFigures.figures(records, of: experiments, by: aggregate)
        self.catalogue = catalogue
        self.records = records
        self.rows = rows
        self.source = source
        self.images = images
    }

    /// Networks by SGD, one line a reading, m, d and C0: means and medians over test images, averaged over the runs.
    private var networks: TextTable {
        let groups = Dictionary(grouping: records.lazy) { Group(scaling: $0.scaling, m: $0.m, d: $0.d, c0: $0.c0) }
        let columns =
            ["samples", "m", "d", "C0", "runs", "steps", "left", "test error (%)"]
            + LazyQuantity.allCases.flatMap { quantity in Aggregate.allCases.map { "\(quantity.title) \($0.rawValue)" } }
        return TextTable(
            columns: columns.enumerated().map { .init(title: $1, isNumber: $0 > 0) },
            rows: groups.sorted { $0.key < $1.key }.map { group, records in
                func mean(_ value: (LazyRecord) -> Double) -> String {
                    Digits.text(records.reduce(0) { $0 + value($1) } / Double(records.count))
                }
                return [
                    group.scaling.rawValue, "\(group.m)", "\(group.d)", Digits.text(group.c0), "\(records.count)",
                    mean { Double($0.steps) },
                    "\(records.count(where: \.leaves))", mean { 100 * $0.testError },
                ] + LazyQuantity.allCases.flatMap { quantity in Aggregate.allCases.map { value in mean { $0[quantity][value] } } }
            })
    }

    private struct Group: Hashable, Comparable {
        let scaling: SampleScaling
        let m: Int
        let d: Int
        let c0: Double

        static func < (a: Self, b: Self) -> Bool {
            (a.scaling == .normalized ? 1 : 0, a.m, a.d, a.c0) < (b.scaling == .normalized ? 1 : 0, b.m, b.d, b.c0)
        }
    }

    /// How Algorithm 1 was run, beside the usual way.
    private var variants: [AdversarialTables.Table] { AdversarialTables(records.adversarial).tables }

    /// The claims' own tables, for what SGD's table does not show.
    private func table(of row: AuditRow) -> TextTable? {
        row.finding.boundary.map { table in TextTable(columns: table.columns.map { .init(title: $0, isNumber: false) }, rows: table.rows) }
    }

    /// What the records are of, in a sentence or two.
    private var opening: String {
        images.isMNIST
            ? "Section 5 of the paper on MNIST's digits 0 and 1: \(source)."
            : "Section 5's experiments on other images than the paper's: \(source). The claims speak of MNIST and are not judged by them."
    }

    public var text: String {
        var text = images.isMNIST ? "" : opening + "\n\n"
        if !records.lazy.isEmpty { text += networks.plain + "\n" }
        if let choices {
            text += "\(choices.opening)\n\n\(choices.claims.plain)\n\(choices.best)\n\n"
            text += "\(choices.numbersOpening)\n\n\(choices.numbers.plain)\n"
        }
        for table in variants { text += "\(table.caption)\n\n\(table.body.plain)\n" }
        for row in rows {
            if let table = row.finding.boundary, let body = self.table(of: row) { text += "\(table.caption)\n\n\(body.plain)\n" }
            text += AuditReport([row], in: catalogue).findings() + "\n"
        }
        return text
    }

    public var markdown: String {
        var page = "# Experiments\n\n\(opening)\n\n"
        for figure in figures { page += "![\(Escaping.markdown(figure.alt))](\(ExperimentFigures.folder)/\(figure.name).svg)\n\n" }
        if let choices {
            page += "## Choices by claims\n\n\(choices.opening)\n\n\(choices.claims.markdown)\n\(choices.best)\n\n"
        }
        for (row, step) in zip(rows, AuditDocument(rows).steps) {
            page += "## \(row.id): \(step.headline)\n\n\(Escaping.markdownCode(step.statementLine))\n\n- \(step.place); \(step.domain)\n"
            if let witness = row.finding.counterexample { page += "- **witness**: \(witness.text)\n" }
            if !row.finding.isJudged { page += "- \(row.finding.method)\n" }
            if !row.finding.note.isEmpty { page += "- \(row.finding.note)\n" }
            for item in row.finding.evidence { page += "- \(item.standing.rawValue): \(item.text)\n" }
            if let table = row.finding.boundary, let body = self.table(of: row) { page += "\n\(table.caption):\n\n\(body.markdown)" }
            page += "\n"
        }
        if let choices { page += "## Choices in numbers\n\n\(choices.numbersOpening)\n\n\(choices.numbers.markdown)\n" }
        for table in variants { page += "## \(table.title)\n\n\(table.caption)\n\n\(table.body.markdown)\n" }
        guard !records.lazy.isEmpty else { return page }
        return page
            + "## Networks trained by SGD\n\nMeans and medians over the test images\(images.isMNIST ? "" : " among \(images.name)"), "
            + "averaged over the runs; *left*: runs whose next step leaves the ball (the others ended inside it).\n\n" + networks.markdown
    }

    /// Writes `experiments.md`, and the tables of records where they are new, to `folder`.
    ///
    /// - Parameter removed: files that go when the report comes.
    /// - Returns: the paths written.
    /// - Throws: ``ReportError``.
    public func write(to folder: ReportFolder, withTables: Bool, removing removed: [String] = []) throws(ReportError) -> [String] {
        let tables = !withTables ? [] : records.files.map { (name: $0.name, contents: Data($0.contents.utf8)) }
        let drawer = FigureDrawer(figures, in: ExperimentFigures.folder)
        let drawings: [ReportFiles.File]
        do { drawings = try drawer.files(.svg) + drawer.files(.pdf) } catch {
            throw ReportError(path: folder.path, reason: "\(error)")
        }
        return try folder.exchange([("experiments.md", Data(markdown.utf8))] + tables + drawings, removing: removed)
    }
}
