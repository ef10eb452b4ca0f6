// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Reports
import Support
import Verifier

extension VerifyCommand {
    /// Goes on with the run in `path`, or shows its report where it is finished.
    func resume(_ path: String) async throws {
        try refuseOtherOptions()
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            throw Failure.input("\(path): there is no such folder").exit
        }
        let folder = try Failure.output { try ReportFolder(path) }
        let contents: RunJournal.Contents?
        do { contents = try RunJournal.read(in: path) } catch { throw Failure.input(error.description).exit }
        guard let contents else { return try show(reportIn: path) }
        try chosen.checkPrograms((contents.header.own ?? []).compactMap(\.program), in: "\(path)/\(RunJournal.name)")
        // Its programs are meant from there: elsewhere others may have their names.
        if let begun = contents.header.workingFolder, begun != FileManager.default.currentDirectoryPath {
            throw Failure.input(
                "\(path)/\(RunJournal.name): the run was begun in \(begun), where its programs are: --resume is allowed there"
            ).exit
        }
        try await Session(resuming: contents, in: folder, flags: flags).run()
    }

    /// The journal says what the run is; only what does not change its result may be said again.
    private func refuseOtherOptions() throws {
        let allowed = ["--resume", "--allow-commands", "--threads", "--memory", "--operations", "--json", "--color"]
        let options = CommandLine.arguments.dropFirst().filter { $0.hasPrefix("--") }
        let other = options.first { option in !allowed.contains { option == $0 || option.hasPrefix($0 + "=") } } ?? chosen.names.first
        if let other {
            throw Failure.usage("--resume goes on with the run as it was begun: \(other) is not allowed beside it").exit
        }
    }

    private func show(reportIn path: String) throws {
        let file = "\(path)/verdicts.json"
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Failure.input("\(path): there is no run to go on with, and no finished one in verdicts.json").exit
        }
        guard let result = try? JSONReport.result(from: data) else {
            throw Failure.input("\(file): is no report of schema \(RunResult.schema)").exit
        }
        if flags.json {
            try Output.write(data)
        } else {
            let rows = VerdictRows(result.cells, RunHead(result), on: flags.screen.screen)
            try Output.print(rows.head + rows.title + result.cells.map(rows.line).joined() + "\n" + MarkdownReport.summary(result))
        }
        if !result.isAsExpected { throw Failure.unexpectedVerdict.exit }
    }
}
