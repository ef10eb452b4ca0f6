// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
public import Claims
import LazyPaper
import Reports
import Sampler
import Verifier

struct AssertCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assert",
        abstract: "Asserts claims on a grid of parameters: one line and the exit status, for a test suite in any language.",
        discussion: """
            Takes the claims, plans and bounds of your own that `verify` takes. Where every cell has the verdict asserted the status is 0 \
            and the line says so; else it is 1 and the line, on standard error, has the first cell that has another one, its evidence and \
            the command that repeats it. A cell outside a claim's domain is none that holds.

            Example: lemmacheck assert B.7/1 --d 784 --m 1e4 --gamma 0.05 --c0 1
            """)

    @OptionGroup var chosen: ChosenCells
    @OptionGroup var draws: DrawFlags

    @Option(help: ArgumentHelp("Draw all of W0, or only what the claim needs.", valueName: "dense|reduced"))
    var sampler: SamplerKind = .reduced

    @Option(
        help: ArgumentHelp(
            "The verdict asserted; unless given holds, or what a plan given by --plan expects.",
            valueName: "holds|consistent|refuted|inconclusive"))
    var expect: Verdict?

    @Flag(help: "Fail where a bound is vacuous: where a trivial one says as much.")
    var informative = false

    func validate() throws {
        try chosen.validate(isHunt: false)
        if let expect, ![Verdict.holds, .consistent, .refuted, .inconclusive].contains(expect) {
            throw WrongUsage.error("\(expect.rawValue) is no verdict of a run; allowed: holds, consistent, refuted, inconclusive")
        }
    }

    func run() async throws {
        var options = draws.options
        options.sampler = sampler
        let plan = try chosen.plan(options), engine = try Failure.usage { try Engine(options) }
        let catalogue = try Failure.usage { try LazyPaper.catalogue(with: plan.own) }
        let result = try await Failure.run { try await engine.run(plan) }
        let failing = result.cells.filter { !isAsAsserted($0) }
        if let first = failing.first, let claim = catalogue.claim(first.claim)?.measured {
            let count = failing.count == 1 ? "" : "\(failing.count) of \(result.cells.count) cells fail, the first: "
            let asserted = "\(verdict(for: first).rawValue)\(informative ? " and informative" : "")"
            Output.note(
                "lemmacheck: \(count)\(result.account(of: first, claim)); asserted: \(asserted); repeat: \(result.command(of: first))\n")
            throw Failure.unexpectedVerdict.exit
        }
        try Output.print(line(result))
    }

    private func verdict(for cell: RunResult.Cell) -> Verdict { expect ?? (chosen.plan == nil ? nil : cell.expected) ?? .holds }

    private func isAsAsserted(_ cell: RunResult.Cell) -> Bool {
        cell.verdict == verdict(for: cell) && !(informative && cell.vacuous)
    }

    /// "holds: B.7/1 at 4 cells (vacuous at 1 of them), seed 1, error rate 0.001".
    private func line(_ result: RunResult) -> String {
        let claims = result.cells.map(\.claim).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let verdicts = Set(result.cells.map { verdict(for: $0).rawValue }).sorted().joined(separator: ", ")
        let vacuous = result.cells.count(where: \.vacuous)
        let remark = vacuous == 0 ? "" : " (vacuous at \(vacuous) of them: a trivial bound says as much)"
        let count = result.cells.count
        return "\(verdicts): \(claims.joined(separator: ", ")) at \(count) \(count == 1 ? "cell" : "cells")\(remark), "
            + "seed \(result.seed), error rate \(shortText(result.errorRate))"
    }
}

extension Verdict: ExpressibleByArgument {}
