// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Programs
internal import Support

extension RunResult {
    /// The command that repeats one cell alone: the run's draws of it, as many of them, its share of the error rate, and so its counts,
    /// limits of P and verdict. The limits of its quantile, which are no part of the verdict, have the run's error rate and there the
    /// share.
    public func command(of cell: Cell) -> String {
        let own = own?.first { $0.id == cell.claim }
        var words = ["lemmacheck", "verify"] + (own?.options ?? [cell.claim]).map(\.shellWord)
        for parameter in cell.named {
            words += parameter.isOwn ? ["--set", "\(parameter.key)=\(parameter.text)"] : ["--\(parameter.key)", parameter.text]
        }
        if cell.evidence == .trials, cell.trials > 0 { words += ["--trials", "\(cell.trials)"] }
        words += ["--seed", "\(seed)", "--error-rate", "\(errorRate / Double(Swift.max(1, cells.count)))"]
        if rng != "philox" { words += ["--rng", rng.shellWord] }
        if sampler != .reduced { words += ["--sampler", sampler.rawValue] }
        // A program's words are relative to the folder of its plan.
        let folder = own?.program?.folder.map { "cd \($0.shellWord) && " } ?? ""
        return folder + words.joined(separator: " ")
    }
}
