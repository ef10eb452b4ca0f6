// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Test("Ctrl-C ends the run after the batch under way: the report of what is done is written, and says so")
func interrupt() throws {
    try withTemporaryFolder { folder in
        let process = Process()
        process.executableURL = Program.url
        process.currentDirectoryURL = folder
        let (out, err) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError, process.standardInput) = (out, err, FileHandle.nullDevice)
        try process.run()
        // The default run takes half a minute and more; the handler is installed in its first instants.
        Thread.sleep(forTimeInterval: 3)
        process.interrupt()
        _ = out.fileHandleForReading.readDataToEndOfFile()
        let errors = String(decoding: err.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 130)
        #expect(errors.hasPrefix("lemmacheck: interrupted after "))
        let page = try String(contentsOf: folder.appendingPathComponent("reports/verdicts.md"), encoding: .utf8)
        #expect(page.contains("The run was interrupted"))
    }
}
