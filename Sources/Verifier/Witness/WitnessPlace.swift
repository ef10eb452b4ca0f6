// SPDX-License-Identifier: GPL-3.0-or-later

/// Which cell a witness is looked for in.
public enum WitnessPlace: String, Sendable, Hashable, Codable, CaseIterable {
    /// The refuted cell itself.
    case here
    /// The smallest (d, m), of those tried, at which the claim is still refuted.
    case simplest
}
