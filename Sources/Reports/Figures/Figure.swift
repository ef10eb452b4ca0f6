// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A figure as what it is drawn from: a gnuplot script and its data, both text, the same bytes for the same report.
///
/// `NAME.gp` beside `NAME.tsv` draws `NAME.svg` by itself: `gnuplot NAME.gp`.
public struct Figure: Sendable, Hashable {
    /// The name of its files without their extension: `B.7-2`, or `frontier`.
    public let name: String
    /// The claim that it is of; nil for one of the whole report.
    public let claim: String?
    public let title: String
    /// What it shows, for whoever does not see it.
    public let alt: String
    public let script: String
    /// Columns separated by tabs, their names in the first line.
    public let data: String

    /// Its files, by their names.
    public var files: [(name: String, contents: String)] { [("\(name).gp", script), ("\(name).tsv", data)] }

    /// - Parameter body: the script behind its opening, which names the terminal where the script is run by itself.
    init(name: String, claim: String?, title: String, alt: String, body: String, data: String) {
        (self.name, self.claim, self.title, self.alt, self.data) = (name, claim, title, alt, data)
        script = """
            # Draws \(name).svg from \(name).tsv: gnuplot \(name).gp
            if (!exists("drawn_by_lemmacheck")) { \(FigureFormat.svg.terminal); set output "\(name).svg" }
            \(body)
            """
    }

    /// Whether gnuplot can be trusted with the name: it stands in scripts and is a file's.
    static func isName(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix(".") && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._+-".contains($0)) }
    }

    /// A claim's ID as a file's name: `B.7-f-star`.
    static func fileName(_ claim: String) -> String {
        claim.map { character in
            switch character {
            case "/": "-"
            case "*": "-star"
            case "'": "-prime"
            case _ where character.isASCII && (character.isLetter || character.isNumber || ".+".contains(character)): String(character)
            default: "_"
            }
        }.joined()
    }

    /// A number as gnuplot reads it, always with a point: 1/2 would be an integer's division.
    static func number(_ x: Double) -> String { String(format: "%.6e", x) }

    /// `text` as a string of gnuplot's between single quotation marks, with nothing in it that a label would read as a command of its own
    /// or of the enhanced text mode, which is off.
    static func quoted(_ text: String) -> String {
        let line = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : String($0) }.joined()
        return "'\(line.replacing("'", with: "''"))'"
    }
}

/// How a figure can be drawn.
public enum FigureFormat: String, Sendable, CaseIterable {
    case svg
    case pdf
    case png

    static let font = "DejaVu Sans"

    /// Gnuplot's terminal: 760 by 560 points of the same font in each.
    var terminal: String {
        switch self {
        case .svg: "set terminal svg enhanced size 760,560 dynamic font '\(Self.font),12' background '#ffffff'"
        case .pdf: "set terminal pdfcairo enhanced size 19cm,14cm font '\(Self.font),11' background '#ffffff'"
        case .png:
            "set terminal pngcairo enhanced size 1520,1120 font '\(Self.font),12' fontscale 1.9 linewidth 2 pointscale 2 "
                + "background '#ffffff'"
        }
    }
}
