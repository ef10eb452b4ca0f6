// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Claims
import LazyPaper
import Support

extension Lemmacheck {
    private static var commandNames: [String] { configuration.subcommands.compactMap { $0.configuration.commandName } }

    /// Looks at the first word, and at the one that follows `help`.
    ///
    /// ArgumentParser would give a word that is no command to the default one, which says that it did not expect it, and print the help
    /// of the whole program for `help` of a command that there is not.
    ///
    /// - Throws: the exit status 64, after a line that says so, where a word stands for a command and is none.
    static func checkCommand(_ arguments: [String]) throws {
        guard let first = arguments.first, !first.hasPrefix("-") else { return }
        guard first == "help" else { return try checkCommand(named: first) }
        let words = arguments.dropFirst().filter { !$0.hasPrefix("-") }
        if let name = words.first { try checkCommand(named: name) }
        guard words.count <= 1 else { throw Failure.usage("help is of one command: \(words[1].quoted) is one word too many").exit }
    }

    private static func checkCommand(named name: String) throws {
        guard name != "help", !commandNames.contains(name) else { return }
        let near = EditDistance.nearest(to: name, among: commandNames + ["help"])
        let claims = near.isEmpty ? LazyPaper.catalogue.nearest(name).map { "verify \($0)" } : []
        let hint = (near + claims).map { "'\($0)'" }.joined(separator: " or ")
        let question = hint.isEmpty ? ";" : "; did you mean \(hint)?"
        throw Failure.usage("unknown command \(name.quoted)\(question) `lemmacheck --help` shows all").exit
    }
}
