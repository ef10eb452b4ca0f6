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
            The bound, what the claim allows and the probability of a violation are found anew too, by the exact law or from the counts of \
            trials, which are repeated where they are few. What is not checked is shown as the file's word.

            Exit status: 0 everything is as the file says, 1 it is not, 65 the file is unreadable or malformed.

            Example: lemmacheck replay reports/witnesses/B.7-2.json
            """)

    @Argument(help: ArgumentHelp("A file that a run wrote to witnesses/.", valueName: "FILE"))
    var file: String

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let witness: Witness
        let replay: WitnessReplay
        do {
            witness = try WitnessFiles.read(file)
            replay = try WitnessChecker(LazyPaper.catalogue).replay(witness)
        } catch let error as StoredFileError {
            throw Failure.input(error.description).exit
        } catch {
            throw Failure.input("\(file): \(error)").exit
        }
        if json {
            try Output.write(JSONReport.data(of: replay))
        } else {
            try Output.print(WitnessReport.text(of: witness, replay), terminator: "")
        }
        if !replay.isConfirmed { throw Failure.unexpectedVerdict.exit }
    }
}
