// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims
import Foundation
public import Verifier

/// The formats in which a result can be written.
public enum ReportFormat: String, Sendable, CaseIterable {
    case md
    case json
    case csv
}

/// A file or folder that could not be written.
public struct ReportError: Error, Sendable, CustomStringConvertible {
    public let path: String
    public let reason: String
    public var description: String { "\(path): could not be written: \(reason)" }
}

/// Writes a result's files, each whole or not at all.
public enum ReportFiles {
    /// Writes `verdicts.md`, `verdicts.json`, `verdicts.csv` to `folder`, making it if needed.
    ///
    /// Values are rounded to ``Digits/recorded`` digits, so that the files are the same bits on another CPU.
    ///
    /// - Returns: the paths written.
    /// - Throws: ``ReportError``.
    public static func write(
        _ result: RunResult, command: String, in catalogue: Catalogue, to folder: String, formats: [ReportFormat],
        witnesses: [WitnessFinding] = []
    ) throws(ReportError) -> [String] {
        let recorded = result.recorded
        var files: [(name: String, contents: Data)] = []
        for format in formats {
            let contents: Data
            switch format {
            case .md: contents = Data(MarkdownReport.text(of: recorded, command: command, in: catalogue, witnesses: witnesses).utf8)
            case .csv: contents = Data(CSVReport.text(of: recorded).utf8)
            case .json:
                do { contents = try JSONReport.data(of: recorded) } catch { throw ReportError(path: folder, reason: reason(error)) }
            }
            files.append(("verdicts.\(format.rawValue)", contents))
        }
        return try write(files, to: folder)
    }

    /// Writes files to `folder`, making it if needed, each whole or not at all.
    static func write(_ files: [(name: String, contents: Data)], to folder: String) throws(ReportError) -> [String] {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw ReportError(path: folder, reason: reason(error))
        }
        var paths: [String] = []
        for (name, contents) in files {
            let path = "\(folder)/\(name)"
            do {
                try contents.write(to: URL(fileURLWithPath: path), options: .atomic)
            } catch {
                throw ReportError(path: path, reason: reason(error))
            }
            paths.append(path)
        }
        return paths
    }

    static func reason(_ error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        return (underlying ?? error as NSError).localizedDescription
    }
}
