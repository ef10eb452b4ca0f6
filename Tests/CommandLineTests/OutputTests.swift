// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Runs `lemmacheck` in a shell, with what the shell is told of its streams; its status, and what reached standard error.
private func shell(_ arguments: String, _ streams: String, folder: URL? = nil) throws -> (status: Int32, errors: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "exec \"$0\" \(arguments) \(streams)", Program.url.path]
    process.currentDirectoryURL = folder
    let (out, err) = (Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = err
    process.standardInput = FileHandle.nullDevice
    try process.run()
    _ = out.fileHandleForReading.readDataToEndOfFile()
    let errors = String(decoding: err.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, errors)
}

private let report = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("reports/audit.json").path

private let commands = [
    "list", "explain B.4/b", "bound B.4/1 --d 2 --m 10 --c0 1 --gamma 0.5", "bound B.4/1 --d 2 --m 10 --c0 1 --gamma 0.5 --json",
    "verify B.4/1 --d 2 --m 10 --c0 1 --gamma 0.5", "verify B.4/1 --d 2 --m 10 --c0 1 --gamma 0.5 --json", "audit B.5/d",
    "audit B.5/d --json", "sample function-value --d 3 --m 10 --c0 1 --trials 3", "experiment fig3", "frontier", "--help", "--version",
    "render '\(report)' --format csv", "diff '\(report)' '\(report)'",
]

@Test("output that cannot be written: one line and status 74, whatever the command", arguments: commands)
func unwritableOutput(command: String) throws {
    let full = try shell(command, ">/dev/full")
    #expect(full.status == 74 && full.errors.hasSuffix("lemmacheck: standard output could not be written: No space left on device\n"))
    let closed = try shell(command, ">&-")
    #expect(closed.status == 74 && closed.errors.hasSuffix("lemmacheck: standard output could not be written: Bad file descriptor\n"))
}

@Test("a standard error that is full or closed changes no status and no result")
func unwritableErrors() throws {
    for streams in ["2>/dev/full", "2>&-"] {
        #expect(try shell("frontier --gamma 2", streams).status == 64)
        #expect(try shell("nope", streams).status == 64)
        #expect(try shell("list", streams).status == 0)
        #expect(try shell("list", ">/dev/full " + streams).status == 74)
    }
}

@Test("a table that cannot be shown loses no file")
func filesOfAnUnshownTable() throws {
    try withTemporaryFolder { folder in
        let run = try shell("verify B.4/1 --d 2 --m 10 --c0 1 --gamma 0.5 --out reports", ">/dev/full", folder: folder)
        #expect(run.status == 74)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent("reports").path)
        #expect(Set(files).isSuperset(of: ["verdicts.md", "verdicts.json", "verdicts.csv"]))
    }
}
