// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
import Bounds
public import Claims
import Foundation
public import Reports
public import Sampler
import Support
import Verifier

extension SamplerKind: ExpressibleByArgument {}
extension Generator: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}

/// How a run is made, whatever its plan.
struct RunFlags: ParsableArguments {
    @Option(
        parsing: .unconditional, help: ArgumentHelp("The seed of every stream.", valueName: "N"), transform: integer("seed", .seed))
    var seed: UInt64 = 1

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Threads; the results do not depend on them. Default: the machine's processors.", valueName: "N"),
        transform: count("threads", .threads))
    var threads: Int?

    @Option(
        parsing: .unconditional, help: ArgumentHelp("At most this many trials a cell, where the plan does not say.", valueName: "MAX"),
        transform: count("trials"))
    var trials: Int = 4000

    @Option(
        parsing: .unconditional, help: ArgumentHelp("The probability that any verdict of the run is wrong.", valueName: "RATE"),
        transform: number("error-rate", .betweenZeroAndOne))
    var errorRate: Double = 1e-3

    @Option(help: ArgumentHelp("Draw all of W0, or only what the claim needs.", valueName: "dense|reduced"))
    var sampler: SamplerKind = .reduced

    @Option(help: ArgumentHelp("The generator behind the streams.", valueName: "philox|mt19937|ranlxd2"))
    var rng: Generator = .philox

    @OptionGroup var limits: LimitFlags
    @OptionGroup var screen: ScreenFlags

    @Option(help: ArgumentHelp("Write the report's files to this folder.", valueName: "DIR"), transform: path("out"))
    var out: String?

    @Option(
        help: ArgumentHelp(
            "The formats to write: md, json, csv, html, tex, junit, svg, pdf, png; all but the last two unless given.", valueName: "md,json"
        ),
        transform: list("format", reportFormat))
    var format: [ReportFormat] = []

    @Flag(help: "Print the result as JSON instead of the table.")
    var json = false

    /// What a run does besides its plan.
    var options: RunOptions {
        var options = RunOptions()
        (options.seed, options.generator, options.sampler) = (seed, rng, sampler)
        (options.maxTrials, options.errorRate, options.limits) = (trials, errorRate, limits.limits)
        options.threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
        return options
    }
}

/// A report's format by its name.
@Sendable
func reportFormat(_ name: String) throws -> ReportFormat {
    guard let format = ReportFormat(rawValue: name) else {
        throw WrongUsage.error("\(name.quoted) is no format; allowed: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return format
}

extension IntegerRange {
    /// How many threads a run may have.
    static let threads = IntegerRange(1...1024)
}
