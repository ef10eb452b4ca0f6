// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
public import Claims
public import Reports
public import Sampler

extension SamplerKind: ExpressibleByArgument {}
extension Generator: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}

/// How a run is made, whatever its plan.
struct RunFlags: ParsableArguments {
    @Option(help: ArgumentHelp("The seed of every stream.", valueName: "N"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("Threads; the results do not depend on them. Default: the machine's processors.", valueName: "N"))
    var threads: Int?

    @Option(
        parsing: .unconditional, help: ArgumentHelp("At most this many trials a cell, where the plan does not say.", valueName: "MAX"),
        transform: count("trials"))
    var trials: Int = 4000

    @Option(help: ArgumentHelp("The probability that any verdict of the run is wrong.", valueName: "RATE"))
    var errorRate: Double = 1e-3

    @Option(help: ArgumentHelp("Draw all of W0, or only what the claim needs.", valueName: "dense|reduced"))
    var sampler: SamplerKind = .reduced

    @Option(help: ArgumentHelp("The generator behind the streams.", valueName: "philox|mt19937|ranlxd2"))
    var rng: Generator = .philox

    @OptionGroup var limits: LimitFlags

    @Option(help: ArgumentHelp("Write the report's files to this folder.", valueName: "DIR"))
    var out: String?

    @Option(
        help: ArgumentHelp("The formats to write.", valueName: "md,json,csv"),
        transform: { text in
            try text.split(separator: ",", omittingEmptySubsequences: false).map {
                guard let format = ReportFormat(rawValue: String($0)) else {
                    throw ValidationError("'\($0)' is no format; allowed: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", "))")
                }
                return format
            }
        })
    var format: [ReportFormat] = ReportFormat.allCases

    @Flag(help: "Print the result as JSON instead of the table.")
    var json = false

    func validate() throws {
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError("threads = \(threads) is out of range: an integer from 1 to 1024 is allowed")
        }
        guard errorRate > 0, errorRate < 1 else {
            throw ValidationError("error-rate = \(errorRate) is out of range: a number in (0, 1) is allowed")
        }
    }
}
