// SPDX-License-Identifier: GPL-3.0-or-later

/// How samples are scaled, and with that whether there is a bias: Section 5 has figures in both settings, and Appendix A says which.
///
/// The tables of records call it `reading`.
public enum SampleScaling: String, Sendable, Hashable, Codable, CaseIterable {
    /// Pixels in [0, 1] and a bias with entries N(0, 1), trained like a weight: Figures 2 and 3.
    case unnormalized
    /// Samples of norm 1 and no bias, the setting of the theory: Figures 4 to 6.
    case normalized

    public var hasBias: Bool { self == .unnormalized }
}
