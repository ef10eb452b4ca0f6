// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// A run that takes some seconds, in a folder that holds the report of another.
private struct LongRun {
    static let arguments = [
        "verify", "B.9/1", "--d", "25", "--m", "1e4", "--gamma", "0.06", "--c0", "1,10", "--trials", "200", "--out", "reports",
    ]
    let process = Process()
    private let out = Pipe(), err = Pipe()

    init(in folder: URL, _ arguments: [String] = LongRun.arguments) throws {
        process.executableURL = Program.url
        process.arguments = arguments
        process.currentDirectoryURL = folder
        (process.standardOutput, process.standardError, process.standardInput) = (out, err, FileHandle.nullDevice)
        try process.run()
    }

    /// Waits for the end; what it wrote.
    func end() -> (status: Int32, output: String, errors: String) {
        let output = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let errors = String(decoding: err.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, output, errors)
    }

    /// Waits until the journal in `folder` has some lines more than it had, and stops the run there: it cannot end meanwhile, however busy
    /// the machine is.
    func stop(after lines: Int, in folder: URL, from known: Int) throws {
        for _ in 0..<6000 {
            if try Self.journalLines(in: folder) >= known + lines {
                Foundation.kill(process.processIdentifier, SIGSTOP)
                return
            }
            Thread.sleep(forTimeInterval: 0.01)
        }
        Issue.record("no journal of \(known + lines) lines within a minute")
    }

    /// Sends a signal to the stopped run, and lets it go on.
    func receive(_ number: Int32) {
        Foundation.kill(process.processIdentifier, number)
        Foundation.kill(process.processIdentifier, SIGCONT)
    }

    static func journalLines(in folder: URL) throws -> Int {
        (try? Data(contentsOf: folder.appendingPathComponent("reports/run.journal")))?.count { $0 == 0x0A } ?? 0
    }
}

private func files(_ folder: URL) throws -> [String: Data] {
    let reports = folder.appendingPathComponent("reports")
    return try FileManager.default.contentsOfDirectory(atPath: reports.path).reduce(into: [:]) {
        $0[$1] = try? Data(contentsOf: reports.appendingPathComponent($1))
    }
}

@Test("an interrupted run says so within a second, leaves the report that is there, and goes on to the bits of one that was not cut")
func interruption() throws {
    try withTemporaryFolder { whole in
        let undisturbed = try LongRun(in: whole).end()
        #expect(undisturbed.status == 0, "\(undisturbed)")
        try withTemporaryFolder { folder in
            #expect(
                try Program("verify", "B.4/1", "--d", "2", "--m", "10", "--c0", "1", "--gamma", "0.5", "--out", "reports", folder: folder)
                    .status == 0)
            let earlier = try files(folder)
            var arguments = LongRun.arguments
            for number in [SIGINT, SIGTERM, SIGHUP] {
                let known = try LongRun.journalLines(in: folder)
                let run = try LongRun(in: folder, arguments)
                arguments = ["verify", "--resume", "reports"]
                try run.stop(after: 2, in: folder, from: known)
                let second = try Program(arguments: LongRun.arguments, folder: folder)
                #expect(second.status == 74 && second.errors.contains("another run is writing to it"))
                let start = Date()
                run.receive(number)
                let end = run.end()
                // A second is what it has; some more where other tests have the processors.
                #expect(Date().timeIntervalSince(start) < 5)
                #expect(end.status == 130)
                #expect(end.errors.contains("of 2 cells; `lemmacheck verify --resume reports` goes on"), "\(end.errors)")
                var now = try files(folder)
                #expect(now.removeValue(forKey: "run.journal") != nil)
                #expect(now == earlier)
            }
            let resumed = try Program(arguments: arguments, folder: folder)
            #expect(resumed.status == 0 && resumed.output == undisturbed.output)
            #expect(try files(folder) == files(whole))
            // Finished, it is shown; and it is none to be gone on with otherwise.
            let shown = try Program(arguments: arguments, folder: folder)
            #expect(shown.status == 0 && shown.output.contains("2 cells: "))
            #expect(try Program(arguments: arguments + ["--seed", "2"], folder: folder).status == 64)
        }
    }
}

@Test("killed outright, a run loses no block that was done and no file, and the next command cleans up behind it")
func kill() throws {
    try withTemporaryFolder { whole in
        _ = try LongRun(in: whole).end()
        try withTemporaryFolder { folder in
            var arguments = LongRun.arguments
            for _ in 0..<4 {
                let known = try LongRun.journalLines(in: folder)
                let run = try LongRun(in: folder, arguments)
                try run.stop(after: 1, in: folder, from: known)
                run.receive(SIGKILL)
                #expect(run.end().status == SIGKILL)
                #expect(try Set(files(folder).keys) == ["run.journal"])
                arguments = ["verify", "--resume", "reports"]
            }
            #expect(try Program(arguments: arguments, folder: folder).status == 0)
            #expect(try files(folder) == files(whole))
        }
    }
}

@Test("a folder without a run cannot be gone on with")
func nothingToResume() throws {
    try withTemporaryFolder { folder in
        #expect(try Program("verify", "--resume", "nowhere", folder: folder).status == 65)
        #expect(try Program("verify", "--resume", ".", folder: folder).status == 65)
        try Data("{}".utf8).write(to: folder.appendingPathComponent("verdicts.json"))
        #expect(try Program("verify", "--resume", ".", folder: folder).status == 65)
        try Data("nothing\n".utf8).write(to: folder.appendingPathComponent("run.journal"))
        #expect(try Program("verify", "--resume", ".", folder: folder).status == 65)
    }
}
