// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import LazyPaper
import Reports
import Verifier

struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Replays a witness: draws (W0, a) again, makes the moves, evaluates the claim from the network's definition.",
        discussion: """
            Exit status: 0 the draw violates the claim as the file says, 1 it does not, 65 the file is unreadable or malformed.

            Example: lemmacheck replay reports/witnesses/B.7-2.json
            """)

    @Argument(help: ArgumentHelp("A file that a run wrote to witnesses/.", valueName: "FILE"))
    var file: String

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let witness: Witness
        let check: WitnessCheck
        do {
            witness = try WitnessFiles.read(file)
            check = try WitnessChecker(LazyPaper.catalogue).check(witness)
        } catch let error as WitnessFileError {
            throw Failure.input(error.description).exit
        } catch {
            throw Failure.input("\(file): \(error)").exit
        }
        if json {
            try Output.write(JSONReport.data(of: check))
        } else {
            try Output.print(WitnessReport.text(of: witness, check), terminator: "")
        }
        if !check.isConfirmed { throw Failure.unexpectedVerdict.exit }
    }
}
