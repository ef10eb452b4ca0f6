// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Support

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
        return words.map(\.shellWord).joined(separator: " ")
    }
}
