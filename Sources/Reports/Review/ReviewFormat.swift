// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
public import Foundation
public import Verifier

/// The formats in which a review can be written.
public enum ReviewFormat: String, Sendable, CaseIterable {
    case md
    case json
    case html
    case tex
}

extension Review {
    /// The review's values to ``Digits/recorded`` digits, as it is written.
    public var recorded: Review {
        var copy = self
        copy.run = run.recorded
        return copy
    }

    /// `review.md`, `review.json` and so on, and the witnesses that they name, by their names below a folder.
    ///
    /// - Throws: where something cannot be encoded.
    public func files(_ formats: [ReviewFormat]) throws -> [(name: String, contents: Data)] {
        let recorded = self.recorded
        let pages = try formats.map { format in ("review.\(format.rawValue)", try recorded.data(in: format)) }
        return pages + (try witnesses.map { ("witnesses/\(WitnessReport.fileName($0.claim))", try WitnessFiles.data(of: $0)) })
    }

    /// The review in one format, its values as they are.
    public func data(in format: ReviewFormat) throws -> Data {
        let report = ReviewReport(self)
        return switch format {
        case .md: Data(report.markdown.utf8)
        case .json: try JSONReport.data(of: self)
        case .html: Data(report.html.utf8)
        case .tex: Data(report.latex.utf8)
        }
    }
}
