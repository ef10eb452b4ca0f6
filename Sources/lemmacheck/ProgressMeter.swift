// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Foundation
import Verifier

/// One line on standard error that is written over again and again; nothing at all where that is no terminal, or one that cannot go back
/// to the beginning of a line.
final class ProgressMeter {
    private let isShown = isatty(STDERR_FILENO) == 1 && ![nil, "", "dumb"].contains(ProcessInfo.processInfo.environment["TERM"])
    private let start = ContinuousClock.now
    private var lastShown: ContinuousClock.Instant?
    /// When the cell under way began, and which it is.
    private var cell: (index: Int, start: ContinuousClock.Instant) = (-1, .now)

    /// `12/239 cells: B.9/1 d=25 ..., 64 of at most 4000 trials, 35 trials/s, about 2 min left`.
    func show(_ progress: RunEvents.Progress) {
        guard isShown else { return }
        if progress.cells != cell.index { cell = (progress.cells, .now) }
        var line = "\(progress.cells)/\(progress.total) cells: \(progress.cell), \(progress.trials) of at most \(progress.limit) trials"
        let seconds = cell.start.duration(to: .now) / .seconds(1)
        if progress.trials > 0, seconds > 0.5 {
            let rate = Double(progress.trials) / seconds
            line += String(format: rate < 10 ? ", %.2g trials/s" : ", %.0f trials/s", rate)
            // The rest of this cell at its own rate, the cells to come as those before.
            let mean = progress.cells > 0 ? start.duration(to: cell.start) / .seconds(1) / Double(progress.cells) : 0
            let rest = Double(progress.limit - progress.trials) / rate + mean * Double(progress.total - progress.cells - 1)
            line += ", at most about \(Self.duration(rest)) left"
        }
        show(line)
    }

    /// `34/118 claims, about 2 min left`.
    func show(_ done: Int, of total: Int, _ noun: String) {
        guard isShown else { return }
        let seconds = start.duration(to: .now) / .seconds(1)
        let rest = done > 0 ? ", about \(Self.duration(seconds / Double(done) * Double(total - done))) left" : ""
        show("\(done)/\(total) \(noun)\(rest)")
    }

    /// `34/118 networks, 5310 steps/s, about 2 min left`.
    func show(_ progress: ExperimentProgress, steps: Int) {
        guard isShown else { return }
        let seconds = start.duration(to: .now) / .seconds(1)
        var line = "\(progress.done)/\(progress.total) networks"
        if steps > 0, seconds > 0.5 { line += String(format: ", %.0f steps/s", Double(steps) / seconds) }
        if progress.share > 0 { line += ", about \(Self.duration(seconds * (1 / progress.share - 1))) left" }
        show(line)
    }

    func clear() {
        guard isShown, lastShown != nil else { return }
        Output.note("\r\u{1B}[K")
        lastShown = nil
    }

    /// At most ten times a second.
    private func show(_ line: String) {
        if let lastShown, lastShown.duration(to: .now) < .milliseconds(100) { return }
        lastShown = .now
        Output.note("\r\u{1B}[K\(line.prefix(Self.width - 1))")
    }

    /// What a terminal's line holds: a longer one would not be written over.
    private static var width: Int {
        var size = winsize()
        return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 10 ? Int(size.ws_col) : 80
    }

    private static func duration(_ seconds: Double) -> String {
        switch seconds {
        case ..<100: "\(Int(seconds.rounded(.up))) s"
        case ..<6000: "\(Int((seconds / 60).rounded(.up))) min"
        case ..<360_000: "\(Int((seconds / 3600).rounded(.up))) h"
        default: "\(Int((Swift.min(seconds, 1e12) / 86400).rounded(.up))) days"
        }
    }
}
