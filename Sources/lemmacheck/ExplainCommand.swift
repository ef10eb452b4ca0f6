// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Verifier

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explains a claim: statement, hypotheses, how it is checked, what each verdict would mean.",
        discussion: "Example: lemmacheck explain B.7/1")

    @Argument(help: ArgumentHelp("A claim or a lemma.", valueName: "claim"))
    var names: [String]

    func run() throws {
        print(try names.flatMap(claims(named:)).map(\.explanation).joined(separator: "\n"))
    }
}
