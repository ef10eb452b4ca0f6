// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Bounds
import Foundation
import Verifier

/// How many threads there are.
struct ThreadFlags: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Threads; the results do not depend on them. Default: the machine's processors.", valueName: "N"),
        transform: count("threads", .threads))
    var threads: Int?

    var number: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }
}

/// How draws are made and judged, whatever is drawn.
struct DrawFlags: ParsableArguments {
    @Option(
        parsing: .unconditional, help: ArgumentHelp("The seed of every stream.", valueName: "N"), transform: integer("seed", .seed))
    var seed: UInt64 = 1

    @OptionGroup var parallel: ThreadFlags

    @Option(
        parsing: .unconditional, help: ArgumentHelp("At most this many trials a cell, where no plan says otherwise.", valueName: "MAX"),
        transform: count("trials"))
    var trials: Int = 4000

    @Option(
        parsing: .unconditional, help: ArgumentHelp("The probability that any verdict is wrong.", valueName: "RATE"),
        transform: number("error-rate", .betweenZeroAndOne))
    var errorRate: Double = 1e-3

    @OptionGroup var limits: LimitFlags

    var options: RunOptions {
        var options = RunOptions()
        (options.seed, options.maxTrials, options.errorRate, options.limits) = (seed, trials, errorRate, limits.limits)
        options.threads = threadCount
        return options
    }

    var threadCount: Int { parallel.number }
}

extension IntegerRange {
    /// How many threads a run may have.
    static let threads = IntegerRange(1...1024)
}
