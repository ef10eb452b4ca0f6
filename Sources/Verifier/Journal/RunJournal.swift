// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Foundation
internal import Synchronization

/// A journal that cannot be written or read: one line with the file and what is wrong.
public struct JournalError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The path of the journal.
    public let file: String
    /// What is wrong.
    public let problem: String
    public var description: String { "\(file): \(problem)" }
}

/// What a run has done, kept on disk beside its report while it goes on: a line with the run's header, then a line for each block of
/// trials. A line begins with its checksum, so that one that was cut while it was written is known for it.
///
/// A line is written as soon as its block is done, so that a program that is killed loses no more than what each thread was about to
/// finish.
/// The disk is waited for at most every half second: where the machine fails that is what may be lost.
public final class RunJournal: Sendable {
    /// The journal's name in a report's folder.
    public static let name = "run.journal"

    private struct State: ~Copyable {
        var descriptor: Int32
        var lastFlush: ContinuousClock.Instant
    }

    private let path: String
    private let state: Mutex<State>
    private static let interval = Duration.milliseconds(500)

    /// Begins a journal in `folder`; it is there whole, with its header, or not at all.
    ///
    /// - Throws: ``JournalError``.
    public init(of header: RunHeader, in folder: String) throws(JournalError) {
        path = "\(folder)/\(Self.name)"
        let draft = path + ".new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Self.failure(draft) }
        state = Mutex(State(descriptor: descriptor, lastFlush: .now))
        let line: String
        do { line = try Self.line(header) } catch { throw JournalError(file: draft, problem: "\(error)") }
        try Self.write(line, to: descriptor, draft)
        guard fdatasync(descriptor) == 0 else { throw Self.failure(draft) }
        guard rename(draft, path) == 0 else { throw Self.failure(path) }
        Self.syncFolder(folder)
    }

    /// Goes on with a journal that was read (``read(in:)``), behind its last whole line.
    ///
    /// - Throws: ``JournalError``.
    public init(continuing folder: String, at length: Int) throws(JournalError) {
        path = "\(folder)/\(Self.name)"
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
        guard descriptor >= 0, ftruncate(descriptor, off_t(length)) == 0 else { throw Self.failure(path) }
        state = Mutex(State(descriptor: descriptor, lastFlush: .now))
    }

    deinit { state.withLock { _ = close($0.descriptor) } }

    /// Takes note of a block of trials.
    ///
    /// - Throws: ``JournalError`` where the disk is full, say.
    public func append(_ block: TrialBlock) throws {
        let line = try Self.line(Line(block))
        try state.withLock { state in
            try Self.write(line, to: state.descriptor, path)
            if state.lastFlush.duration(to: .now) >= Self.interval { try Self.sync(&state, path) }
        }
    }

    /// Sees to it that all blocks are on the disk.
    ///
    /// - Throws: ``JournalError``.
    public func flush() throws { try state.withLock { try Self.sync(&$0, path) } }

    private static func sync(_ state: inout State, _ path: String) throws(JournalError) {
        guard fdatasync(state.descriptor) == 0 else { throw failure(path) }
        state.lastFlush = .now
    }

    /// What a journal says, as far as it is whole.
    public struct Contents: Sendable {
        /// The run that it is of.
        public let header: RunHeader
        /// The trials that were made.
        public let known: KnownTrials
        /// Bytes up to the end of the last whole line.
        public let length: Int
    }

    /// Reads the journal in `folder`; nil where there is none.
    ///
    /// - Throws: ``JournalError`` where its first line is damaged.
    public static func read(in folder: String) throws(JournalError) -> Contents? {
        let path = "\(folder)/\(name)"
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else { throw failure(path) }
        var (header, known, length): (RunHeader?, KnownTrials, Int) = (nil, KnownTrials(), 0)
        for bytes in data.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
            guard let body = checked(bytes) else { break }
            if header == nil {
                header = try? JSONDecoder().decode(RunHeader.self, from: body)
                guard header != nil else { break }
            } else {
                guard let block = (try? JSONDecoder().decode(Line.self, from: body))?.block else { break }
                known.add(block)
            }
            length += bytes.count + 1
        }
        guard let header, header.schema == RunHeader.schema else {
            throw JournalError(file: path, problem: "its first line is damaged; a journal of schema \(RunHeader.schema) is allowed")
        }
        return Contents(header: header, known: known, length: length)
    }

    // MARK: lines

    /// A block as a line has it. Numbers are written by their bits: every Double, infinities included, comes back as it was.
    private struct Line: Codable {
        var cell: Int
        var first: Int
        var attained: [UInt64]
        /// Absent where they are the values attained.
        var certified: [UInt64]?
        /// Absent where they are 0.
        var rounding: [UInt64]?

        init(_ block: TrialBlock) {
            (cell, first) = (block.cell, block.first)
            attained = block.brackets.map(\.attained.bitPattern)
            let certified = block.brackets.map(\.certified.bitPattern)
            self.certified = certified == attained ? nil : certified
            let rounding = block.brackets.map(\.rounding.bitPattern)
            self.rounding = rounding.allSatisfy { $0 == 0 } ? nil : rounding
        }

        /// Nil where the lists do not fit together.
        var block: TrialBlock? {
            let certified = certified ?? attained, rounding = rounding ?? attained.map { _ in 0 }
            guard cell >= 0, first >= 0, certified.count == attained.count, rounding.count == attained.count else { return nil }
            return TrialBlock(
                cell: cell, first: first,
                brackets: attained.indices.map {
                    TrialBracket(
                        attained: Double(bitPattern: attained[$0]), certified: Double(bitPattern: certified[$0]),
                        rounding: Double(bitPattern: rounding[$0]))
                })
        }
    }

    private static func line(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = String(decoding: try encoder.encode(value), as: UTF8.self)
        return "\(Checksum.text(of: body)) \(body)\n"
    }

    /// What a line says behind its checksum, if that agrees.
    private static func checked(_ line: Data) -> Data? {
        guard line.count > 17 else { return nil }
        let body = line.dropFirst(17)
        let sum = String(decoding: line.prefix(16), as: UTF8.self)
        return sum == Checksum.text(of: String(decoding: body, as: UTF8.self)) ? Data(body) : nil
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
