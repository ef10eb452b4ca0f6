// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
public import Verifier

/// What all rows of a run share, to be said once above them.
public struct RunHead: Sendable {
    private let settings: [String]

    public init(_ options: RunOptions) {
        settings = Self.settings(options.seed, options.errorRate, options.sampler.rawValue, options.generator.rawValue)
    }

    public init(_ result: RunResult) {
        settings = Self.settings(result.seed, result.errorRate, result.sampler.rawValue, result.rng)
    }

    private static func settings(_ seed: UInt64, _ rate: Double, _ sampler: String, _ generator: String) -> [String] {
        ["seed \(seed)", "error rate \(Digits.text(rate))", "sampler \(sampler)", "generator \(generator)"]
    }

    /// `d = 784, gamma = 0.05; seed 7, error rate 0.001, ...`.
    func text(sharing parameters: [String], on screen: Screen) -> String {
        let shared = parameters.isEmpty ? "" : parameters.joined(separator: ", ") + "; "
        return screen.wrapped(shared + settings.joined(separator: ", "))
    }
}
