// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims

/// What the program's words are shown on.
public struct Screen: Sendable, Hashable {
    /// Columns of a line. No narrower than ``least``, to which every table fits.
    public let width: Int
    /// Whether outcomes are coloured. The word is always there too.
    public let hasColor: Bool

    public static let least = 80
    /// Where there is no terminal: of a fixed width, so that what is piped is the same everywhere.
    public static let pipe = Screen(width: 100, hasColor: false)

    /// Of running text, wherever it is shown: what a pager in the narrowest terminal has room for.
    public static let page = Screen(width: least, hasColor: false)

    public init(width: Int, hasColor: Bool) {
        self.width = Swift.max(Self.least, width)
        self.hasColor = hasColor
    }

    /// `line` with the word of `outcome`, where it stands alone, in the outcome's colour: green, red, or yellow.
    func painted(_ line: String, _ outcome: ClaimOutcome) -> String {
        guard hasColor, let range = line.firstRange(of: " \(outcome.rawValue) ") else { return line }
        let color =
            switch outcome {
            case .pass: "32"
            case .fail: "31"
            case .open: "33"
            }
        return line.replacingCharacters(in: range, with: " \u{1B}[\(color)m\(outcome.rawValue)\u{1B}[0m ")
    }

    /// `text` in lines of at most the screen's width, broken between words.
    ///
    /// - Parameters:
    ///   - first: what the first line begins with.
    ///   - indent: spaces before the others.
    func wrapped(_ text: String, first: String = "", indent: Int = 0) -> String {
        var lines = [first], isEmpty = true
        for word in text.split(whereSeparator: \.isWhitespace) {
            if !isEmpty, lines[lines.count - 1].count + 1 + word.count > width {
                lines.append(String(repeating: " ", count: indent))
                isEmpty = true
            }
            lines[lines.count - 1] += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
