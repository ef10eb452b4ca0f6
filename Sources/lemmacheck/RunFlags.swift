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
    @OptionGroup var draws: DrawFlags

    @Option(help: ArgumentHelp("Draw all of W0, or only what the claim needs.", valueName: "dense|reduced"))
    var sampler: SamplerKind = .reduced

    @Option(help: ArgumentHelp("The generator behind the streams.", valueName: "philox|mt19937|ranlxd2"))
    var rng: Generator = .philox

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
        var options = draws.options
        (options.generator, options.sampler) = (rng, sampler)
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
