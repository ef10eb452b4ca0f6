// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Verifier

/// Commands that repeat a part of a run.
enum CellCommand {
    /// The cell alone. Its draws are the run's; its share of the error rate is not, since that is shared among a run's cells.
    static func text(_ cell: RunResult.Cell, of run: RunResult) -> String {
        var words = ["lemmacheck", "verify", word(cell.claim), "--d", "\(cell.d)", "--m", "\(cell.m)", "--gamma", "\(cell.gamma)"]
        let others: [(String, Double?)] = [
            ("--c0", cell.c0), ("--c1", cell.c1), ("--radius", cell.radius), ("--epsilon", cell.epsilon),
        ]
        for (name, value) in others { if let value { words += [name, "\(value)"] } }
        return (words + settings(of: run)).joined(separator: " ")
    }

    /// All of the claim's cells in a run of `command`.
    static func text(of claim: String, command: String) -> String {
        let words = command.split(separator: " ").map(String.init)
        guard words.count > 1 else { return "lemmacheck verify \(word(claim))" }
        return command
    }

    private static func settings(of run: RunResult) -> [String] {
        var words = ["--seed", "\(run.seed)", "--error-rate", "\(run.errorRate)"]
        if run.rng != "philox" { words += ["--rng", run.rng] }
        if run.sampler != .reduced { words += ["--sampler", run.sampler.rawValue] }
        return words
    }

    /// A claim's ID as a shell takes it.
    static func word(_ id: String) -> String {
        guard id.contains("*") || id.contains("'") else { return id }
        return id.contains("'") ? "\"\(id)\"" : "'\(id)'"
    }
}
