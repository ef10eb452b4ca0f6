// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation

/// A folder of reports, held against other runs for as long as the value lives.
///
/// Files are exchanged all together: the new ones are written beside the old (`.new/`), then a commit mark is put down that names them
/// (`run.commit`), then each takes the place of the old one, then the mark goes. A folder with a mark is between two reports, and whoever
/// opens it next finishes the exchange; new files without a mark belong to no report, and whoever opens the folder next throws them away.
/// So no crash leaves a file half written, or a mixture that is not known for one.
public final class ReportFolder: Sendable {
    /// Its path, as given.
    public let path: String
    /// Open as long as the folder is held: the lock is on it.
    private let descriptor: Int32

    static let markName = "run.commit"
    static let stagingName = ".new"

    /// Makes the folder if needed, takes hold of it, and finishes or undoes what an earlier run was killed at.
    ///
    /// - Throws: ``ReportError`` where it cannot be made or written to, or another run has hold of it.
    public init(_ path: String) throws(ReportError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw ReportError(path: path, reason: ReportFiles.reason(error))
        }
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure(path) }
        // Gone with the process, however it ends. A file system without locks is written to without one.
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
            close(descriptor)
            throw ReportError(path: path, reason: "another run is writing to it")
        }
        self.path = path
        self.descriptor = descriptor
        try recover()
    }

    deinit { close(descriptor) }

    /// Puts `files` in the place of those of the same names, all of them or, where it fails before the mark, none.
    ///
    /// - Parameters:
    ///   - files: names below the folder, with their contents.
    ///   - removed: names of files that go with the exchange.
    /// - Returns: the paths written.
    /// - Throws: ``ReportError``.
    @discardableResult
    public func exchange(_ files: [(name: String, contents: Data)], removing removed: [String] = []) throws(ReportError) -> [String] {
        guard !files.isEmpty || !removed.isEmpty else { return [] }
        let staging = "\(path)/\(Self.stagingName)"
        do {
            try? FileManager.default.removeItem(atPath: staging)
            for (name, contents) in files { try Self.write(contents, to: "\(staging)/\(name)") }
            let mark = Mark(files: files.map(\.name), removed: removed)
            // Renamed, it is there whole or not at all.
            try Self.write(try JSONReport.data(of: mark), to: "\(staging)/\(Self.markName)")
            try Self.rename("\(staging)/\(Self.markName)", to: "\(path)/\(Self.markName)")
            fsync(descriptor)
            try finish(mark)
        } catch let error as ReportError {
            throw error
        } catch {
            throw ReportError(path: path, reason: ReportFiles.reason(error))
        }
        return files.map { "\(path)/\($0.name)" }
    }

    /// Which files an exchange is about.
    private struct Mark: Codable {
        var files: [String]
        var removed: [String]
    }

    /// Moves the new files to their places, as far as that has not been done, and takes the mark away.
    private func finish(_ mark: Mark) throws {
        for name in mark.files {
            let new = "\(path)/\(Self.stagingName)/\(name)"
            guard FileManager.default.fileExists(atPath: new) else { continue }
            try Self.makeFolder(of: "\(path)/\(name)")
            try Self.rename(new, to: "\(path)/\(name)")
        }
        for name in mark.removed { unlink("\(path)/\(name)") }
        fsync(descriptor)
        guard unlink("\(path)/\(Self.markName)") == 0 else { throw Self.failure("\(path)/\(Self.markName)") }
        try? FileManager.default.removeItem(atPath: "\(path)/\(Self.stagingName)")
    }

    private func recover() throws(ReportError) {
        let mark = "\(path)/\(Self.markName)"
        if let data = FileManager.default.contents(atPath: mark) {
            // Names that lead out of the folder are none that an exchange has written.
            guard let mark = try? JSONDecoder().decode(Mark.self, from: data),
                (mark.files + mark.removed).allSatisfy({ !$0.hasPrefix("/") && !$0.split(separator: "/").contains("..") })
            else { throw ReportError(path: mark, reason: "it is no commit mark of a report; removed, it leaves the folder as it is") }
            do { try finish(mark) } catch { throw ReportError(path: path, reason: "\(error)") }
        }
        try? FileManager.default.removeItem(atPath: "\(path)/\(Self.stagingName)")
        // A journal that was cut before it began.
        unlink("\(path)/run.journal.new")
    }

    // MARK: the disk

    private static func failure(_ path: String) -> ReportError {
        ReportError(path: path, reason: String(cString: strerror(errno)))
    }

    private static func makeFolder(of file: String) throws {
        try FileManager.default.createDirectory(
            atPath: String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)]), withIntermediateDirectories: true)
    }

    private static func rename(_ old: String, to new: String) throws(ReportError) {
        guard Foundation.rename(old, new) == 0 else { throw failure(new) }
    }

    /// Writes a file and waits until it is on the disk.
    private static func write(_ contents: Data, to file: String) throws {
        try makeFolder(of: file)
        let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure(file) }
        defer { close(descriptor) }
        var rest = contents[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if count == 0 || errno != EINTR {
                throw failure(file)
            }
        }
        guard fsync(descriptor) == 0 else { throw failure(file) }
    }
}
