// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Bounds
import Foundation
import Support

/// Wrong usage: an error for ArgumentParser, and the message that a user gets for one.
enum WrongUsage {
    /// Stands in front of a message of ours and behind it, so that the words which ArgumentParser puts before it, and which say the same,
    /// can be left out. In no message itself, which escapes what is not printed; and what a user typed is at the end of none of
    /// ArgumentParser's, which put a quotation mark behind it.
    private static let mark: Character = "\u{1F}"
    /// The longest message: some repeat what was typed.
    private static let longest = 400

    /// The error of an option with a value that it cannot have, or of options that do not go together: `message` and no more.
    static func error(_ message: String) -> ValidationError { ValidationError("\(mark)\(message)\(mark)") }

    /// Runs `body`, turning a parameter's error into one of ArgumentParser's.
    static func catching<Result>(_ body: () throws(ParameterError) -> Result) throws -> Result {
        do { return try body() } catch { throw self.error(error.description) }
    }

    /// One line that says what is wrong, and the lines on usage that ArgumentParser puts behind it; help as it is.
    static func text(for error: any Error) -> String {
        let (message, full) = (Lemmacheck.message(for: error), Lemmacheck.fullMessage(for: error))
        guard Lemmacheck.exitCode(for: error) != .success, !message.isEmpty, let place = full.range(of: message) else { return full }
        let own = message.last == mark ? message.dropLast().split(separator: mark).last ?? "" : message[...]
        let words = own.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
        return full[..<place.lowerBound] + words.inOneLine(atMost: longest) + full[place.upperBound...]
    }
}
