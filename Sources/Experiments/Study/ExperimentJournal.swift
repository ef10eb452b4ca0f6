// SPDX-License-Identifier: GPL-3.0-or-later

internal import Crypto
internal import Foundation
public import Support

/// The networks that a run has trained, kept on disk while it goes on: a killed run loses those in hand and no others.
///
/// A line says which images they are of, then each unit of the run has a line with its key and its tables. A unit's key says all that its
/// records depend on beside the images, so that a journal serves any run on the same images.
public final class ExperimentJournal: Sendable {
    /// The journal's name in a report's folder.
    public static let name = "experiment.journal"

    private struct Header: Codable, Hashable {
        var schema = "lemmacheck/experiment-journal/1"
        /// SHA-256 of the images and their labels.
        var images: String
    }

    private struct Line: Codable {
        var unit: String
        var tables: [String: String]
    }

    private let file: JournalFile
    /// The records of the units that were done before, by their keys.
    public let known: [String: RunRecords]

    /// Whether `folder` has one.
    public static func isThere(in folder: String) -> Bool { FileManager.default.fileExists(atPath: "\(folder)/\(name)") }

    /// Begins a journal in `folder`, or goes on with the one that is there.
    ///
    /// - Throws: `JournalError` where it is damaged, of other images, or cannot be written.
    public init(in folder: String, of data: DigitData) throws(JournalError) {
        let header = Header(images: data.digest)
        guard let lines = try JournalFile.lines(of: Self.name, in: folder) else {
            file = try JournalFile(Self.name, in: folder, beginningWith: header)
            known = [:]
            return
        }
        let path = "\(folder)/\(Self.name)", decoder = JSONDecoder()
        guard let first = lines.first, let found = try? decoder.decode(Header.self, from: first.body), found.schema == header.schema else {
            throw JournalError(file: path, problem: "its first line is damaged; a journal of schema \(header.schema) is allowed")
        }
        guard found.images == header.images else {
            throw JournalError(file: path, problem: "is of networks trained on other images; allowed: those it was begun with")
        }
        var (known, length): ([String: RunRecords], Int) = ([:], first.end)
        for line in lines.dropFirst() {
            guard let unit = try? decoder.decode(Line.self, from: line.body),
                let records = try? RunRecords(tables: unit.tables, folder: path)
            else { break }
            known[unit.unit] = records
            length = line.end
        }
        self.known = known
        file = try JournalFile(Self.name, in: folder, continuingAt: length)
    }

    /// Takes note of a unit that was done.
    ///
    /// - Throws: `JournalError` where the disk is full, say.
    public func append(_ unit: RunUnit, _ records: RunRecords) throws {
        try file.append(
            Line(unit: unit.key, tables: Dictionary(uniqueKeysWithValues: records.files.map { ($0.name, $0.contents) })))
    }
}

extension DigitData {
    /// SHA-256 of all pixels and labels.
    var digest: String {
        var hash = SHA256()
        for images in [training, test] {
            hash.update(data: Data("\(images.side) \(images.count) ".utf8))
            for numbers in [images.pixels, images.labels] {
                numbers.withUnsafeBytes { hash.update(bufferPointer: $0) }
            }
        }
        return hash.finalize().hexadecimal
    }
}
