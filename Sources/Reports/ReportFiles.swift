// SPDX-License-Identifier: GPL-3.0-or-later

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
        _ result: RunResult, command: String, to folder: String, formats: [ReportFormat], witnesses: [WitnessFinding] = []
    ) throws(ReportError) -> [String] {
        let recorded = result.recorded
        var paths: [String] = []
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw ReportError(path: folder, reason: reason(error))
        }
        for format in formats {
            let path = "\(folder)/verdicts.\(format.rawValue)"
            do {
                let data: Data =
                    switch format {
                    case .md: Data(MarkdownReport.text(of: recorded, command: command, witnesses: witnesses).utf8)
                    case .json: try JSONReport.data(of: recorded)
                    case .csv: Data(CSVReport.text(of: recorded).utf8)
                    }
                try data.write(to: URL(fileURLWithPath: path), options: .atomic)
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
