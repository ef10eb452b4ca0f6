// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Claims
import Foundation
import LazyPaper
import Programs
import Reports
import Support
import Synchronization
import Verifier

/// One run from the command line: runs a plan, prints the table or the JSON, writes the files, ends with the right status.
struct Session {
    let plan: Plan
    /// The paper's claims, and those of one's own.
    let catalogue: Catalogue
    let options: RunOptions
    /// Whether JSON is printed in the place of the table.
    let isJSON: Bool
    /// What the table has a row for.
    let rows: RunRows.Kind
    let screen: Screen
    /// The command that repeats the run, for the report.
    let command: String
    let formats: [ReportFormat]
    /// Where witnesses are looked for.
    let place: WitnessPlace
    /// Where the files go, and the journal until they do; nil for nowhere.
    private let folder: ReportFolder?
    private let journal: RunJournal?
    private let known: KnownTrials

    /// A new run.
    ///
    /// - Throws: the exit status where the folder cannot be written to, after a line that says why.
    init(
        _ plan: Plan, flags: RunFlags, out: String?, command: String, rows: RunRows.Kind = .cells,
        witnessesAt place: WitnessPlace = .simplest
    ) throws {
        let options = flags.options
        self.place = place
        catalogue = try Failure.usage { try LazyPaper.catalogue(with: plan.own) }
        try Failure.usage { try plan.checkCosts(options) }
        (self.plan, self.options, self.command, formats, isJSON) = (
            plan, options, command, flags.format.isEmpty ? ReportFormat.usual : flags.format, flags.json
        )
        (self.rows, screen) = (rows, flags.screen.screen)
        known = KnownTrials()
        let header = RunHeader(plan, options, command: command, formats: formats.map(\.rawValue), witnessesAt: place)
        (folder, journal) = try Failure.output {
            guard let out else { return (nil, nil) }
            let folder = try ReportFolder(out)
            return (folder, try RunJournal(of: header, in: out))
        }
    }

    /// A run that goes on from its journal.
    ///
    /// - Throws: the exit status where the journal is none of this version's, or the folder cannot be written to.
    init(resuming contents: RunJournal.Contents, in folder: ReportFolder, flags: RunFlags) throws {
        let header = contents.header
        guard header.version == Version.current else {
            throw Failure.input(
                "\(folder.path): its run was begun by version \(header.version), and this is \(Version.current)"
            ).exit
        }
        var options = RunOptions()
        options.threads = flags.draws.threadCount
        options.limits = flags.draws.limits.limits
        do {
            plan = try header.plan(in: LazyPaper.catalogue)
            catalogue = try LazyPaper.catalogue(with: plan.own)
            self.options = try header.options(options)
        } catch {
            throw Failure.input("\(folder.path)/\(RunJournal.name): \(error)").exit
        }
        (command, formats, isJSON) = (header.command, header.formats.compactMap(ReportFormat.init), flags.json)
        place = header.witness ?? .simplest
        // As the run that was cut showed them.
        (rows, screen) = (command == "lemmacheck" ? .claims : .cells, flags.screen.screen)
        known = contents.known
        self.folder = folder
        journal = try Failure.output { try RunJournal(continuing: folder.path, at: contents.length) }
    }

    func run() async throws {
        let engine = try Failure.usage { try Engine(options) }
        let meter = ProgressMeter()
        let rows = isJSON ? nil : RunRows(rows, plan.preview(maxTrials: options.maxTrials), RunHead(options), in: catalogue, on: screen)
        let done = CellsDone()
        Interrupt.onInterruption(farewell(done))
        let shown = Shown(hasFiles: folder != nil)
        if let rows { try shown.print(rows.opening) }
        let events = RunEvents(
            progress: meter.show, blockDone: { try journal?.append($0) },
            cellDone: { cell in
                done.append(cell)
                guard let text = rows?.add(cell) else { return }
                meter.clear()
                try shown.print(text)
            })
        var result = try await Failure.run(advice: advice) { try await engine.run(plan, known: known, events: events) }
        result.command = command
        meter.clear()
        let witnesses = try witnesses(for: result)
        try finish(result, witnesses, shown)
        if !result.isAsExpected { throw Failure.unexpectedVerdict.exit }
    }

    /// A witness for each refuted claim, where there is a folder to keep it in; what an earlier run left there is tried first.
    private func witnesses(for result: RunResult) throws -> [WitnessFinding] {
        guard let folder else { return [] }
        return try WitnessSearch(options, in: LazyPaper.catalogue, at: place)
            .findings(for: result, saved: WitnessFiles.saved(in: folder.path))
    }

    /// Writes the files, then says the rest: neither failure loses the other's work.
    private func finish(_ result: RunResult, _ witnesses: [WitnessFinding], _ shown: Shown) throws {
        let figures = StoredContents.figures(of: result, for: folder == nil ? [] : formats)
        let earlier = folder.flatMap { StoredReports.run(in: $0.path) }
        let files = Written {
            try folder.map { folder in
                var contents = ReportContents(
                    result: result.recorded, command: command, witnesses: witnesses.map(\.witness), in: catalogue)
                try contents.addAudit(StoredReports.audit(in: folder.path))
                let files =
                    try ReportFiles.files(of: contents, formats: formats, figures: figures) + WitnessFiles.files(of: witnesses)
                return try Interrupt.deferred { try folder.exchange(files, removing: [RunJournal.name]) }
            }
        }
        try shown.check()
        if isJSON {
            try Output.write(JSONReport.data(of: result))
        } else {
            try Output.print("\n" + MarkdownReport.summary(result))
            for finding in witnesses { try Output.print(WitnessReport.line(finding, folder: folder?.path ?? ".")) }
            if let line = earlier.flatMap({ RunComparison.line(old: $0, new: result) }) { try Output.print(line) }
            if figures.lacksGnuplot { try Output.print("Without drawings: gnuplot was not found.") }
        }
        try files.tell(inWords: !isJSON)
    }

    /// What is said where the run is interrupted: what it has, and the command that goes on.
    private func farewell(_ done: CellsDone) -> @Sendable () -> Void {
        let (plan, options, isJSON, journal, advice) = (plan, options, isJSON, journal, self.advice)
        return {
            LivePrograms.endAll()
            try? journal?.flush()
            let result = RunResult(of: plan, options: options, cells: done.cells)
            if isJSON {
                try? Output.write(JSONReport.data(of: result))
            } else {
                try? Output.print("\n" + MarkdownReport.summary(result))
            }
            Output.note("\nlemmacheck: interrupted after \(result.cells.count) of \(plan.entries.count) cells\(advice)\n")
        }
    }
}

extension Session {
    /// Which command goes on with the run: empty where nothing was kept.
    private var advice: String {
        guard let folder else { return "" }
        let leave = plan.programs.isEmpty ? "" : " --allow-commands"
        return "; `lemmacheck verify --resume \(folder.path.shellWord)\(leave)` goes on"
    }
}

/// The cells that are done, for whoever asks on another thread.
private final class CellsDone: Sendable {
    private let list = Mutex<[RunResult.Cell]>([])

    func append(_ cell: RunResult.Cell) { list.withLock { $0.append(cell) } }
    var cells: [RunResult.Cell] { list.withLock { $0 } }
}
