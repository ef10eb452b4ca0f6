// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The command line that repeats a result, for its report.
enum RepeatedCommand {
    /// As typed, but for options that change nothing in the result.
    ///
    /// - Parameters:
    ///   - options: those that have a value.
    ///   - flags: those that have none.
    static func text(without options: [String], orFlags flags: [String]) -> String {
        var words = ["lemmacheck"]
        var skips = false
        for word in CommandLine.arguments.dropFirst() {
            if skips {
                skips = false
            } else if options.contains(word) {
                skips = true
            } else if !flags.contains(word), !options.contains(where: { word.hasPrefix($0 + "=") }) {
                words.append(word)
            }
        }
        return words.map(quoted).joined(separator: " ")
    }

    /// As a shell takes it for one word: `'B.7/2*'`.
    private static func quoted(_ word: String) -> String {
        let isPlain = !word.isEmpty && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-+./,:=@%".contains($0)) }
        return isPlain ? word : "'\(word.replacing("'", with: "'\\''"))'"
    }
}
