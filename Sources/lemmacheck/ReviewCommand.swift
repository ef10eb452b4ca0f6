// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
import Bounds
import Claims
import Foundation
import LazyPaper
import Reports
import Verifier

extension WitnessPlace: ExpressibleByArgument {}

struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Reviews one lemma at one point: its statements, each line of its proof there, witnesses, and a paragraph to paste.",
        discussion: """
            Each statement with a bound on a quantity is run at the point; of each line of the proof the inequality is evaluated there, \
            and what it says is set beside what the audit finds of its whole domain. Exit status 0 whatever is found.

            Example: lemmacheck review B.7 --d 300 --m 20000 --gamma 0.01 --c0 3
            """)

    @Argument(help: ArgumentHelp("A lemma, or one of its claims.", valueName: "claim"))
    var name: String

    @OptionGroup var point: PointFlags

    @Option(
        parsing: .unconditional, help: ArgumentHelp("The failure probability, in (0, 1).", valueName: "gamma"),
        transform: number("gamma", .betweenZeroAndOne))
    var gamma: Double

    @Option(
        help: ArgumentHelp(
            "Look for witnesses at this point, or at the smallest (d, m) at which the claim is still refuted.", valueName: "here|simplest"))
    var witness: WitnessPlace = .here

    @OptionGroup var draws: DrawFlags
    @OptionGroup var screen: ScreenFlags

    @Option(
        help: ArgumentHelp("Write the review and its witnesses to this folder.", valueName: "DIR"), transform: path("out"))
    var out: String?
    @Option(
        help: ArgumentHelp("The formats to write; all of them unless given.", valueName: "md,json,html,tex"),
        transform: list("format", reviewFormat))
    var format: [ReviewFormat] = []
    @Flag(help: "Print the review as JSON.")
    var json = false

    private static func reviewFormat(_ name: String) throws -> ReviewFormat {
        guard let format = ReviewFormat(rawValue: name) else {
            let allowed = ReviewFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw WrongUsage.error("\(name) is no format of a review; allowed: \(allowed)")
        }
        return format
    }

    func validate() throws {
        guard !(json && out == nil && !format.isEmpty) else {
            throw WrongUsage.error("--json and --format are both for standard output: one of them is allowed without --out")
        }
        guard out != nil || format.count <= 1 else {
            throw WrongUsage.error("several formats are files: --format with more than one is allowed with --out")
        }
    }

    func run() async throws {
        let claims = try claims(named: name)
        let parameters = try Failure.usage { try point.parameters(gamma: gamma) }
        let subject = claims.count == 1 ? claims[0].id : LazyPaper.catalogue.section(of: claims[0])?.title ?? name
        let folder = try Failure.output { try out.map(ReportFolder.init) }
        let reviewer = Reviewer(draws.options, in: LazyPaper.catalogue, witnessesAt: witness)
        let review: Review
        do {
            review = try await Failure.run {
                try await reviewer.review(claims, subject: subject, at: parameters, command: command)
            }
        } catch let error as ReviewContradiction {
            throw Failure.contradiction(error.description).exit
        } catch let error as ParameterError {
            throw Failure.usage(error.description).exit
        }
        let files = Written {
            try folder.map { folder in
                let files = try review.files(format.isEmpty ? ReviewFormat.allCases : format)
                return try Interrupt.deferred { try folder.exchange(files) }
            }
        }
        try show(review)
        try files.tell(inWords: !json && (folder != nil || format.isEmpty))
    }

    private func show(_ review: Review) throws {
        if json { return try Output.write(review.data(in: .json)) }
        if out == nil, let format = format.first { return try Output.write(review.recorded.data(in: format)) }
        try Output.print(ReviewReport(review).text(on: screen.screen, folder: out), terminator: "")
    }

    /// As typed, but for what changes nothing in the review.
    private var command: String { RepeatedCommand.text(without: ["--threads", "--out", "--format", "--color"], orFlags: ["--json"]) }
}
