// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Foundation
public import Support

/// What a run has done, kept on disk beside its report while it goes on: a line with the run's header, then a line for each block of
/// trials, so that a program that is killed loses no more than what each thread was about to finish.
public final class RunJournal: Sendable {
    /// The journal's name in a report's folder.
    public static let name = "run.journal"

    private let file: JournalFile

    /// Begins a journal in `folder`; it is there whole, with its header, or not at all.
    ///
    /// - Throws: `JournalError`.
    public init(of header: RunHeader, in folder: String) throws(JournalError) {
        file = try JournalFile(Self.name, in: folder, beginningWith: header)
    }

    /// Goes on with a journal that was read (``read(in:)``), behind its last whole line.
    ///
    /// - Throws: `JournalError`.
    public init(continuing folder: String, at length: Int) throws(JournalError) {
        file = try JournalFile(Self.name, in: folder, continuingAt: length)
    }

    /// Takes note of a block of trials.
    ///
    /// - Throws: `JournalError` where the disk is full, say.
    public func append(_ block: TrialBlock) throws { try file.append(Line(block)) }

    /// Sees to it that all blocks are on the disk.
    ///
    /// - Throws: `JournalError`.
    public func flush() throws { try file.flush() }

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
    /// - Throws: `JournalError` where its first line is damaged.
    public static func read(in folder: String) throws(JournalError) -> Contents? {
        guard let lines = try JournalFile.lines(of: name, in: folder) else { return nil }
        let decoder = JSONDecoder()
        guard let first = lines.first, let header = try? decoder.decode(RunHeader.self, from: first.body),
            header.schema == RunHeader.schema
        else {
            throw JournalError(
                file: "\(folder)/\(name)", problem: "its first line is damaged; a journal of schema \(RunHeader.schema) is allowed")
        }
        var (known, length) = (KnownTrials(), first.end)
        for line in lines.dropFirst() {
            guard let block = (try? decoder.decode(Line.self, from: line.body))?.block else { break }
            known.add(block)
            length = line.end
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
}
