// SPDX-License-Identifier: GPL-3.0-or-later

/// What a verdict on a cell rests on: the key `evidence` of a cell.
public enum VerdictBasis: String, Sendable, Hashable, Codable {
    /// An exact probability.
    case law
    /// Draws, by confidence sequences.
    case trials
}
