// SPDX-License-Identifier: GPL-3.0-or-later

/// How the paper's setting is read: Section 5 leaves it to Appendix A to say that its own figures have a bias and samples as they are.
public enum Reading: String, Sendable, Hashable, Codable, CaseIterable {
    /// Pixels in [0, 1] and a bias with entries N(0, 1), trained like a weight: Figures 2 and 3.
    case unnormalized
    /// Samples of norm 1 and no bias, the setting of the theory: Figures 4 to 6.
    case normalized

    public var hasBias: Bool { self == .unnormalized }
}
