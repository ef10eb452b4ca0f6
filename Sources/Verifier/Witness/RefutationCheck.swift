// SPDX-License-Identifier: GPL-3.0-or-later

/// The probability of a violation at a witness's cell, found anew: by the claim's exact law, or as the limits that the file's counts of
/// trials give.
public struct RefutationCheck: Sendable, Hashable, Codable {
    /// `law` or `trials`.
    public var evidence: VerdictBasis
    /// An enclosure of the exact probability, or its confidence limits.
    public var probability: RunResult.Probability
    /// What the claim allows at the cell.
    public var allowed: Double
    /// The counts and the error probability of the limits; absent where a law decides. `undecided` is absent too where the file has none
    /// and the trials were not repeated.
    public var trials: Int?
    public var violations: Int?
    public var undecided: Int?
    public var alpha: Double?
    /// Whether the trials were made again, with the file's seed, and gave the file's counts; absent where a law decides.
    public var isRepeated: Bool?

    /// Whether nothing in it rests on the file's word.
    public var isWhole: Bool { evidence == .law || isRepeated == true }
}
