// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// How many damaged files; LEMMACHECK_MUTANTS=2000 asks for more.
private let count = ProcessInfo.processInfo.environment["LEMMACHECK_MUTANTS"].flatMap { Int($0) } ?? 200

@Test("a replay of a damaged witness ends with 0, 1 or 65, and with 0 only where the file still says the same")
func damagedWitnesses() throws {
    let script = Process()
    script.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    script.arguments = [
        "python3", root.appendingPathComponent("Scripts/fuzz_witness.py").path, "--count", "\(count)", "--seed", "26", "--program",
        Program.url.path,
    ]
    let output = Pipe()
    script.standardOutput = output
    script.standardError = output
    try script.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    script.waitUntilExit()
    #expect(script.terminationStatus == 0 && text.contains("\(count) files: "), "\(text)")
}
