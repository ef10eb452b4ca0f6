// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Claims
import Foundation
import LazyPaper
import Reports
import Synchronization
import Verifier

/// One hunt from the command line: looks for refutations, prints what it finds, writes the files, ends with the right status.
struct HuntSession {
    let claims: [MeasuredClaim]
    let options: HuntOptions
    let isJSON: Bool
    /// The command that repeats the hunt, for the report.
    let command: String
    let formats: [ReportFormat]
    private let screen: Screen
    private let folder: ReportFolder?

    /// - Throws: the exit status where the folder cannot be written to, after a line that says why.
    init(_ claims: [MeasuredClaim], cells: Int, grid: Grid, flags: RunFlags, command: String) throws {
        var options = HuntOptions()
        options.run = flags.options
        options.cells = cells
        options.restriction = grid
        (self.claims, self.options, self.command, isJSON) = (claims, options, command, flags.json)
        formats = flags.format.isEmpty ? [.md, .json] : flags.format
        screen = flags.screen.screen
        folder = try Failure.output { try flags.out.map(ReportFolder.init) }
    }

    func run() async throws {
        let hunt = try Failure.usage { try Hunt(options) }
        let meter = ProgressMeter()
        let found = Found()
        Interrupt.onInterruption(farewell(found))
        let total = claims.count * options.cells, cells = options.cells
        let events = HuntEvents(
            progress: { claim, done in
                found.underWay(claim)
                meter.show(done * cells + claim.searched.cells, of: total, "cells")
            },
            claimDone: { claim in
                found.append(claim)
                guard !isJSON else { return }
                meter.clear()
                try Output.print(HuntReport.text(claim, RunHead(options.run), on: screen))
            })
        let findings = try await Failure.run { try await hunt.run(claims, events: events) }
        meter.clear()
        try finish(findings, try witnesses(findings.runs))
        if findings.result.hasRefutation { throw Failure.unexpectedVerdict.exit }
    }

    /// A witness for each refuted claim, where there is a folder to keep it in.
    private func witnesses(_ runs: [RunResult]) throws -> [WitnessFinding] {
        guard let folder else { return [] }
        let saved = WitnessFiles.saved(in: folder.path)
        return try runs.flatMap { run in
            var options = options.run
            options.errorRate = run.errorRate
            return try WitnessSearch(options, in: LazyPaper.catalogue).findings(for: run, saved: saved)
        }
    }

    private func finish(_ findings: HuntFindings, _ witnesses: [WitnessFinding]) throws {
        let files = Written {
            try folder.map { folder in
                let files =
                    try HuntReport.files(
                        of: findings.result, command: command, formats: formats, witnesses: witnesses.map(\.witness),
                        in: LazyPaper.catalogue)
                    + WitnessFiles.files(of: witnesses)
                return try Interrupt.deferred { try folder.exchange(files) }
            }
        }
        if isJSON {
            try Output.write(JSONReport.data(of: findings.result))
        } else {
            try Output.print(HuntReport.summary(findings.result))
            for finding in witnesses { try Output.print(WitnessReport.line(finding, folder: folder?.path ?? ".")) }
        }
        try files.tell(inWords: !isJSON)
    }

    /// What is said where the hunt is interrupted: what it has.
    private func farewell(_ found: Found) -> @Sendable () -> Void {
        let (options, isJSON, total, screen) = (options, isJSON, claims.count, screen)
        return {
            let (done, current) = found.all
            if isJSON {
                let result = HuntResult(options, claims: done + (current.map { [$0] } ?? []), interrupted: true)
                try? Output.write(JSONReport.data(of: result))
            } else if let current {
                try? Output.print(HuntReport.text(current, RunHead(options.run), on: screen), terminator: "")
            }
            Output.note("\nlemmacheck: interrupted after \(done.count) of \(total) \(total == 1 ? "claim" : "claims")\n")
        }
    }
}

/// What has been found so far, for whoever asks on another thread.
private final class Found: Sendable {
    private struct State {
        var done: [HuntResult.Claim] = []
        var current: HuntResult.Claim?
    }

    private let state = Mutex(State())

    func underWay(_ claim: HuntResult.Claim) { state.withLock { $0.current = claim } }

    func append(_ claim: HuntResult.Claim) {
        state.withLock {
            $0.done.append(claim)
            $0.current = nil
        }
    }

    var all: (done: [HuntResult.Claim], current: HuntResult.Claim?) { state.withLock { ($0.done, $0.current) } }
}
