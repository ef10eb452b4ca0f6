// SPDX-License-Identifier: GPL-3.0-or-later

extension StringProtocol {
    /// This text in one line of at most `limit` characters, to be repeated in a message: what is not printed is escaped, and what is left
    /// out at the end is marked by three points.
    public func inOneLine(atMost limit: Int) -> String {
        var line = ""
        // No more scalars are looked at than could be shown.
        for scalar in unicodeScalars.prefix(limit + 1) { line += Self.printed(scalar) }
        guard line.count > limit else { return line }
        return line.prefix(Swift.max(0, limit - 3)) + "..."
    }

    private static func printed(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            return "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        default: return String(scalar)
        }
    }

    /// This text in quotation marks, as a message repeats what a user or a file said.
    public var quoted: String { "'\(inOneLine(atMost: 60))'" }
}

extension StringProtocol {
    /// This text as a shell takes it for one word: `B.7/2`, `'B.7/2*'`, `"it's"`.
    public var shellWord: String {
        func isPlain(_ character: Character) -> Bool {
            character.isASCII && (character.isLetter || character.isNumber || "/._-+=:,@%".contains(character))
        }
        if !isEmpty, allSatisfy(isPlain) { return String(self) }
        guard contains("'") else { return "'\(self)'" }
        return allSatisfy { isPlain($0) || "'* ".contains($0) }
            ? "\"\(self)\"" : "'\(self.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'"
    }
}

extension Double {
    /// In full, but for the ".0" of an integer: 1, 0.05, 1e+16.
    public var plainText: String {
        let text = "\(self)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
