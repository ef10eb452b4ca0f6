// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Support
internal import Verifier

/// Commands that repeat a part of a run.
enum CellCommand {
    /// The cell alone: the run's draws of it, as many of them, its share of the error rate, and so its counts, limits of P and verdict.
    /// The limits of its quantile, which are no part of the verdict, have the run's error rate and there the share.
    static func text(_ cell: RunResult.Cell, of run: RunResult) -> String {
        var words = ["lemmacheck", "verify", cell.claim.shellWord, "--d", "\(cell.d)", "--m", "\(cell.m)", "--gamma", "\(cell.gamma)"]
        let others: [(String, Double?)] = [
            ("--c0", cell.c0), ("--c1", cell.c1), ("--radius", cell.radius), ("--epsilon", cell.epsilon),
        ]
        for (name, value) in others { if let value { words += [name, "\(value)"] } }
        if cell.evidence == .trials, cell.trials > 0 { words += ["--trials", "\(cell.trials)"] }
        words += ["--seed", "\(run.seed)", "--error-rate", "\(run.errorRate / Double(Swift.max(1, run.cells.count)))"]
        if run.rng != "philox" { words += ["--rng", run.rng.shellWord] }
        if run.sampler != .reduced { words += ["--sampler", run.sampler.rawValue] }
        return words.joined(separator: " ")
    }
}
