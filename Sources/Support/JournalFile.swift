// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation
internal import Synchronization

/// A journal that cannot be written or read: one line with the file and what is wrong.
public struct JournalError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The path of the journal.
    public let file: String
    /// What is wrong.
    public let problem: String
    public var description: String { "\(file): \(problem)" }

    public init(file: String, problem: String) {
        self.file = file
        self.problem = problem
    }
}

/// Lines of JSON on disk, written while a run goes on. A line begins with its checksum, so that one that was cut while it was written is
/// known for it.
///
/// A line is written as soon as it is given, so that a program that is killed loses none. The disk is waited for at most every half second:
/// where the machine fails that is what may be lost.
public final class JournalFile: Sendable {
    private struct State: ~Copyable {
        var descriptor: Int32
        var lastFlush: ContinuousClock.Instant
    }

    private let path: String
    private let state: Mutex<State>
    private static let interval = Duration.milliseconds(500)

    /// Begins a journal; it is there whole, with its first line, or not at all.
    ///
    /// - Throws: ``JournalError``.
    public init(_ name: String, in folder: String, beginningWith first: some Encodable) throws(JournalError) {
        path = "\(folder)/\(name)"
        let draft = path + ".new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Self.failure(draft) }
        state = Mutex(State(descriptor: descriptor, lastFlush: .now))
        let line: String
        do { line = try Self.line(first) } catch { throw JournalError(file: draft, problem: "\(error)") }
        try Self.write(line, to: descriptor, draft)
        guard fdatasync(descriptor) == 0 else { throw Self.failure(draft) }
        guard rename(draft, path) == 0 else { throw Self.failure(path) }
        Self.syncFolder(folder)
    }

    /// Goes on with a journal that was read (``lines(of:in:)``), behind its last whole line.
    ///
    /// - Throws: ``JournalError``.
    public init(_ name: String, in folder: String, continuingAt length: Int) throws(JournalError) {
        path = "\(folder)/\(name)"
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
        guard descriptor >= 0, ftruncate(descriptor, off_t(length)) == 0 else { throw Self.failure(path) }
        state = Mutex(State(descriptor: descriptor, lastFlush: .now))
    }

    deinit { state.withLock { _ = close($0.descriptor) } }

    /// Adds a line.
    ///
    /// - Throws: ``JournalError`` where the disk is full, say.
    public func append(_ value: some Encodable) throws {
        let line = try Self.line(value)
        try state.withLock { state in
            try Self.write(line, to: state.descriptor, path)
            if state.lastFlush.duration(to: .now) >= Self.interval { try Self.sync(&state, path) }
        }
    }

    /// Sees to it that all lines are on the disk.
    ///
    /// - Throws: ``JournalError``.
    public func flush() throws { try state.withLock { try Self.sync(&$0, path) } }

    private static func sync(_ state: inout State, _ path: String) throws(JournalError) {
        guard fdatasync(state.descriptor) == 0 else { throw failure(path) }
        state.lastFlush = .now
    }

    /// A line that is whole: its JSON, and the bytes of the file up to its end.
    public struct Line: Sendable {
        /// The JSON.
        public let body: Data
        /// Bytes of the file up to the line's end.
        public let end: Int
    }

    /// The lines of a journal up to the first that is not whole; nil where there is no such file.
    ///
    /// - Throws: ``JournalError`` where it cannot be read.
    public static func lines(of name: String, in folder: String) throws(JournalError) -> [Line]? {
        let path = "\(folder)/\(name)"
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else { throw failure(path) }
        var lines: [Line] = []
        for bytes in data.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
            guard let body = checked(bytes) else { break }
            lines.append(Line(body: body, end: (lines.last?.end ?? 0) + bytes.count + 1))
        }
        return lines
    }

    private static func line(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = String(decoding: try encoder.encode(value), as: UTF8.self)
        return "\(FNV1a.digits(of: body)) \(body)\n"
    }

    /// What a line says behind its checksum, if that agrees.
    private static func checked(_ line: Data) -> Data? {
        guard line.count > 17 else { return nil }
        let body = line.dropFirst(17)
        let sum = String(decoding: line.prefix(16), as: UTF8.self)
        return sum == FNV1a.digits(of: String(decoding: body, as: UTF8.self)) ? Data(body) : nil
    }

    // MARK: the disk

    private static func failure(_ path: String) -> JournalError {
        JournalError(file: path, problem: "could not be written: \(String(cString: strerror(errno)))")
    }

    private static func write(_ text: String, to descriptor: Int32, _ path: String) throws(JournalError) {
        let bytes = Array(text.utf8)
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Foundation.write(descriptor, buffer.baseAddress.map { $0 + done }, bytes.count - done)
            }
            if count > 0 {
                done += count
            } else if count == 0 || errno != EINTR {
                throw failure(path)
            }
        }
    }

    private static func syncFolder(_ folder: String) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
