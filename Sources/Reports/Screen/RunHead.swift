// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
public import Verifier

/// What all rows of a run share, to be said once above them.
public struct RunHead: Sendable {
    private let settings: [String]

    public init(seed: UInt64, errorRate: Double, sampler: String, generator: String) {
        settings = ["seed \(seed)", "error rate \(Digits.text(errorRate))", "sampler \(sampler)", "generator \(generator)"]
    }

    /// Of a run that has not begun.
    public init(_ options: RunOptions) { self.init(RunResult(of: Plan(entries: []), options: options, cells: [])) }

    public init(_ result: RunResult) {
        self.init(seed: result.seed, errorRate: result.errorRate, sampler: "\(result.sampler)", generator: result.rng)
    }

    /// `d = 784, gamma = 0.05; seed 7, error rate 0.001, ...`.
    func text(sharing parameters: [String], on screen: Screen) -> String {
        let shared = parameters.isEmpty ? "" : parameters.joined(separator: ", ") + "; "
        return screen.wrapped(shared + settings.joined(separator: ", "))
    }
}
