// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The program under test, as a user runs it.
struct Program {
    let status: Int32
    let output: String
    let errors: String

    /// The executable that the build put beside the tests.
    static let url: URL = URL(fileURLWithPath: CommandLine.arguments[0])
        .resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("lemmacheck")

    /// Runs `lemmacheck` with `arguments`, in `folder` if given, and waits for its end.
    init(_ arguments: String..., folder: URL? = nil) throws { try self.init(arguments: arguments, folder: folder) }

    /// As above; `environment` is set beside what this process has.
    init(arguments: [String], folder: URL? = nil, environment: [String: String] = [:]) throws {
        let process = Process()
        process.executableURL = Self.url
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        let (out, err) = (Pipe(), Pipe())
        process.standardOutput = out
        process.standardError = err
        try process.run()
        // Both pipes are drained while the program runs: a full one would stop it. What it writes to standard error is short.
        output = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        errors = String(decoding: err.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        status = process.terminationStatus
    }

    /// Standard output as a JSON object.
    func object() throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:]
    }
}

/// A folder that is gone after `body`.
func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lemmacheck-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}
