// SPDX-License-Identifier: GPL-3.0-or-later

/// Text that comes from a plan, a file or the paper, made harmless for the format that it goes into.
///
/// The one place where that is done. Each function takes any text and gives text that the format shows as it is: no markup begins or ends
/// in it, no command runs. Control characters, which no format shows, become U+FFFD, line breaks and tabs apart.
public enum Escaping {
    /// For HTML and XML, as an element's text or as an attribute's value between quotation marks.
    public static func markup(_ text: String) -> String {
        each(text) { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            case "'": "&#39;"
            default: nil
            }
        }
    }

    /// For LaTeX's text mode, in any of its font encodings. Characters outside ASCII and control characters become question marks in
    /// braces: pdflatex knows few of them.
    public static func latex(_ text: String) -> String {
        each(text) { scalar in
            switch scalar {
            case "\\": "\\textbackslash{}"
            case "{", "}", "$", "&", "#", "%", "_": "\\\(scalar)"
            case "~": "\\textasciitilde{}"
            case "^": "\\textasciicircum{}"
            case "<": "\\textless{}"
            case ">": "\\textgreater{}"
            case "|": "\\textbar{}"
            // Its name has one encoding alone.
            case "\"": "{\\char34}"
            // Two of them would be another sign.
            case "-", "'", "`", ",": "{\(scalar)}"
            case "\n", "\r", "\t": " "
            case _ where !scalar.isASCII || !isShown(scalar): "{?}"
            default: nil
            }
        }
    }

    /// For a line of a Markdown page or a cell of a table, outside of code: no link, no markup of HTML, no code begins in it. Mathematics
    /// stays readable in the file itself: a sign that means nothing where it stands is left as it is.
    public static func markdown(_ text: String) -> String {
        let scalars = Array(each(text) { $0 == "\n" || $0 == "\r" || $0 == "\t" ? " " : nil }.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            let opensWord = next.map { $0.properties.isAlphabetic } ?? false
            switch scalar {
            case "`": result.append(contentsOf: "\\`".unicodeScalars)
            case "<" where opensWord || next.map { "/!?".unicodeScalars.contains($0) } ?? false:
                result.append(contentsOf: "&lt;".unicodeScalars)
            case "&" where opensWord || next == "#": result.append(contentsOf: "&amp;".unicodeScalars)
            case "]" where next.map { "([:".unicodeScalars.contains($0) } ?? false: result.append(contentsOf: "\\]".unicodeScalars)
            case "#" where index == 0, ">" where index == 0: result.append(contentsOf: "\\\(scalar)".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// `text` as a span of code on a Markdown page, whatever backticks it has.
    public static func markdownCode(_ text: String) -> String {
        let line = each(text) { $0 == "\n" || $0 == "\r" || $0 == "\t" ? " " : nil }
        var longest = 0, run = 0
        for character in line {
            run = character == "`" ? run + 1 : 0
            longest = Swift.max(longest, run)
        }
        guard longest > 0 else { return "`\(line)`" }
        let fence = String(repeating: "`", count: longest + 1)
        return "\(fence) \(line) \(fence)"
    }

    /// Whether all of `text` is one span of code, such as ``markdownCode(_:)`` makes.
    static func isMarkdownCode(_ text: String) -> Bool {
        let fence = text.prefix { $0 == "`" }
        guard !fence.isEmpty, text.hasSuffix(fence), text.count > 2 * fence.count else { return false }
        let inside = text.dropFirst(fence.count).dropLast(fence.count)
        return !inside.split(whereSeparator: { $0 != "`" }).contains { $0.count == fence.count } && inside.last != "`"
    }

    /// For a field of a CSV file: quoted where it needs to be, and with an apostrophe before what a spreadsheet would take for a formula.
    /// A number is a number and stays as it is.
    public static func csv(_ text: String) -> String {
        var text = each(text) { _ in nil }
        let begins = text.drop { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
        if let first = begins.first, "=+-@".contains(first), Double(text) == nil { text = "'" + text }
        guard text.unicodeScalars.contains(where: { ",\"\n\r\t;".unicodeScalars.contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    private static func each(_ text: String, _ replacement: (Unicode.Scalar) -> String?) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if let replacement = replacement(scalar) {
                result += replacement
            } else if isShown(scalar) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "\u{FFFD}"
            }
        }
        return result
    }

    /// Whether XML 1.0 allows the character, and it is no control that would turn the text around it.
    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD: true
        case 0..<0x20, 0x7F..<0xA0: false
        // Marks and overrides of the writing direction.
        case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: false
        case 0xFFFE, 0xFFFF: false
        default: true
        }
    }
}
