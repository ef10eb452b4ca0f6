// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import Support

/// A program that measures a quantity of one's own, and how it is started.
public struct ProgramCommand: Sendable, Hashable, Codable {
    /// Its name and arguments: ["python3", "my_quantity.py"]. A name without a slash is looked for where the shell looks.
    public var arguments: [String]
    /// The folder in which it runs, from the one in which lemmacheck does; that one where absent.
    public var folder: String?
    /// Seconds that an answer may take, the start of the program included in the first one's.
    public var timeout: Double?

    /// A minute: enough for the slow start of an interpreter with its libraries.
    public static let usualTimeout = 60.0
    /// What a timeout may be.
    public static let longestTimeout = 86_400.0

    /// What is wrong with these, ``problem(_:timeout:)`` says; a claim refuses them.
    public init(_ arguments: [String], folder: String? = nil, timeout: Double? = nil) {
        (self.arguments, self.folder, self.timeout) = (arguments, folder, timeout)
    }

    /// As a shell would take it: `python3 my_quantity.py`.
    public var text: String { arguments.map(\.shellWord).joined(separator: " ") }

    /// As a JSON list: `["python3", "my_quantity.py"]`.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return (try? encoder.encode(arguments)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
    }

    /// What is wrong with `arguments`, and with the timeout; nil for nothing.
    public static func problem(_ arguments: [String], timeout: Double? = nil) -> String? {
        guard let name = arguments.first, !name.isEmpty else {
            return "the command is empty; a program's name and its arguments are allowed"
        }
        if arguments.contains(where: { $0.utf8.contains(0) }) { return "the command has a NUL character, which no argument can have" }
        if let timeout, !(timeout > 0 && timeout <= longestTimeout) {
            return "timeout = \(timeout.plainText): seconds up to 86400 are allowed"
        }
        return nil
    }
}

/// A program that did not answer as it should: one line that names the trial.
public struct ProgramError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The program, as a shell would take it.
    public let command: String
    /// The trial that it was asked for, in words; nil where it has not been asked yet.
    public let trial: String?
    public let problem: String

    public init(command: String, trial: String?, problem: String) {
        (self.command, self.trial, self.problem) = (command, trial, problem)
    }

    public var description: String { "\(trial.map { "\($0): " } ?? "")\(command.inOneLine(atMost: 100)) \(problem)" }
}
