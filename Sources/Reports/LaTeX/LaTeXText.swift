// SPDX-License-Identifier: GPL-3.0-or-later

/// Text and numbers as LaTeX sets them.
enum LaTeXText {
    /// A number as ``Digits`` writes it, or a text without one: `8.23e3` becomes 8.23 times a power of ten, `inf` the sign.
    static func number(_ text: String) -> String {
        switch text {
        case "inf": return "\\ensuremath{\\infty}"
        case "-inf": return "\\ensuremath{-\\infty}"
        default: break
        }
        if text.hasPrefix("~"), isNumber(String(text.dropFirst())) { return "\\ensuremath{\\sim}" + number(String(text.dropFirst())) }
        guard isNumber(text) else { return Escaping.latex(text) }
        let parts = text.split(separator: "e", maxSplits: 1)
        guard parts.count == 2, let mantissa = parts.first, let exponent = parts.last.flatMap({ Int($0) }) else {
            return text.hasPrefix("-") ? "\\ensuremath{\(text)}" : text
        }
        let sign = mantissa.hasPrefix("-") ? "-" : ""
        let factor = mantissa == "1" || mantissa == "-1" ? sign : "\(mantissa)\\cdot "
        return "\\ensuremath{\(factor)10^{\(exponent)}}"
    }

    /// Words of which some are numbers: "37.1 to 137", "d = 25, 100; C0 = 10". No line ends beside a sign of equality.
    ///
    /// - Parameter longest: characters of a word that stay together whatever: what the column has room for.
    static func words(_ text: String, longest: Int = 8) -> String {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            let end = word.last.flatMap { ",;:.".contains($0) ? String($0) : nil } ?? ""
            let body = String(word.dropLast(end.count))
            // A number in all its digits may be too long for its column.
            let value = body.hasPrefix("~") ? String(body.dropFirst()) : body
            let isShort = body.contains("e") || body.count <= 7
            return (isNumber(value) && isShort ? number(body) : breakable(body, longest: longest)) + Escaping.latex(end)
        }
        return words.joined(separator: " ").replacing(" = ", with: "~=~")
    }

    /// Whether it is written in digits: "inf" is a word too.
    private static func isNumber(_ text: String) -> Bool {
        Double(text) != nil && text.drop { $0 == "-" }.first?.isNumber == true
    }

    /// A word that may be broken behind a bracket, a sign or a comma; where it is longer than `longest`, and nothing else would keep it in
    /// its column, at every second character.
    private static func breakable(_ word: String, longest: Int) -> String {
        let isLong = word.count > longest
        // TeX's sum of penalties over a paragraph has an end.
        let emergency = word.count > 50 ? "\\allowbreak{}" : "\\penalty500{}"
        var result = "", sinceBreak = 0
        for (index, character) in word.enumerated() {
            result += Escaping.latex(String(character))
            sinceBreak += 1
            if sinceBreak >= 3, "/,;:)]}+*=<>|^_-.".contains(character) {
                result += "\\allowbreak{}"
                sinceBreak = 0
            } else if isLong, index + 1 >= longest, (index + 1 - longest).isMultiple(of: 2) {
                result += emergency
            }
        }
        return result
    }

    /// In a comment, which ends with its line.
    static func comment(_ text: String) -> String {
        String(text.unicodeScalars.map { $0.isASCII && $0.value >= 0x20 && $0.value != 0x7F ? Character($0) : " " })
    }
}
