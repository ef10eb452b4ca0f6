// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims
public import Foundation
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

/// A result's files, to be written by a ``ReportFolder``.
public enum ReportFiles {
    /// `verdicts.md`, `verdicts.json`, `verdicts.csv`.
    ///
    /// Values are rounded to ``Digits/recorded`` digits, so that the files are the same bits on another CPU.
    ///
    /// - Throws: where the result cannot be encoded.
    public static func files(
        of result: RunResult, command: String, in catalogue: Catalogue, formats: [ReportFormat], witnesses: [WitnessFinding] = []
    ) throws -> [(name: String, contents: Data)] {
        let recorded = result.recorded
        return try formats.map { format in
            let contents: Data =
                switch format {
                case .md: Data(MarkdownReport.text(of: recorded, command: command, in: catalogue, witnesses: witnesses).utf8)
                case .csv: Data(CSVReport.text(of: recorded).utf8)
                case .json: try JSONReport.data(of: recorded)
                }
            return ("verdicts.\(format.rawValue)", contents)
        }
    }

    static func reason(_ error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        return (underlying ?? error as NSError).localizedDescription
    }
}
