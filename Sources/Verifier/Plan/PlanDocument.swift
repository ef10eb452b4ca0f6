// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import Support
internal import Yams

/// The YAML of a plan file, whatever it says: its text, and its tree of nodes with every fault of the syntax as one ``PlanError``.
struct PlanDocument {
    /// A plan of ``Plan/largestCellCount`` cells needs less by far.
    static let largestFile = 1 << 20
    /// The longest text of a problem.
    private static let longestProblem = 200

    let file: String

    /// - Throws: ``PlanError`` where `file` is no regular file, is too large, or is not UTF-8.
    func text() throws(PlanError) -> String {
        let data: Data
        do throws(RegularFile.Problem) { data = try RegularFile.contents(of: file, atMost: Self.largestFile) } catch {
            throw fault("\(error)")
        }
        guard let text = String(validating: data, as: UTF8.self) else { throw fault("is not UTF-8; a YAML file in UTF-8 is allowed") }
        return text
    }

    /// The tree of the one document that `text` is; nil where there is none.
    ///
    /// Its depth is limited by libyaml (1000 levels), its size by that of the text, since no part of it may stand for another.
    func root(of text: String) throws(PlanError) -> Node? {
        guard text.utf8.count <= Self.largestFile else { throw fault("is too large: at most \(Self.largestFile) bytes are allowed") }
        // Some editors put this mark in front; libyaml takes it for a character of the first key.
        let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        if let line = Self.lineOfAnchor(in: text) {
            throw PlanError(
                file: file, line: line, message: "'&' marks a part to be repeated: anchors and aliases are not allowed in a plan")
        }
        do {
            return try Yams.compose(yaml: text, .default, .default, .utf8)
        } catch let error as YamlError {
            throw fault(error)
        } catch {
            throw fault("is not YAML: \("\(error)".inOneLine(atMost: Self.longestProblem))")
        }
    }

    private func fault(_ message: String) -> PlanError { PlanError(file: file, line: nil, message: message) }

    /// The first line that may give a name to a part of the tree.
    ///
    /// Aliases of aliases make a tree that is as large as 2 to the number of lines. Without an anchor there is no alias. An ampersand
    /// behind a letter or a digit is part of a word; another one in front of a letter is refused even in a comment or a quotation, of
    /// which a plan has no need: only a parser could tell.
    private static func lineOfAnchor(in text: String) -> Int? {
        func isWord(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            default: false
            }
        }
        var line = 1
        var (before, last): (UInt8, UInt8) = (0, 0)
        for byte in text.utf8 {
            let startsName = isWord(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            if last == UInt8(ascii: "&"), startsName, !isWord(before) { return line }
            if byte == UInt8(ascii: "\n") { line += 1 }
            (before, last) = (last, byte)
        }
        return nil
    }

    /// libyaml's problem in one line, with its place; none of the file is repeated but the name of a key.
    private func fault(_ error: YamlError) -> PlanError {
        func at(_ mark: Mark, _ problem: String) -> PlanError {
            PlanError(file: file, line: mark.line, column: mark.column, message: problem.inOneLine(atMost: Self.longestProblem))
        }
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            return at(mark, "is not YAML: \(context.map { "\($0.text): " } ?? "")\(problem)")
        case .reader(let problem, let offset, let value, let yaml):
            let character = value >= 0 ? " (U+\(String(value, radix: 16, uppercase: true)))" : ""
            let line = offset.map { 1 + yaml.prefix($0).count(where: \.isNewline) }
            return PlanError(file: file, line: line, message: "is not YAML: \(problem)\(character)".inOneLine(atMost: Self.longestProblem))
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.sorted().prefix(3).map(\.quoted).joined(separator: ", ")
            return at(context.mark, "the key \(keys) stands here and again in the same mapping; once is allowed")
        default:
            return fault("is not YAML: \("\(error)".inOneLine(atMost: Self.longestProblem))")
        }
    }
}
