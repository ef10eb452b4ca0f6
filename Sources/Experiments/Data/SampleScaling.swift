// SPDX-License-Identifier: GPL-3.0-or-later

/// The two settings that Section 5.1 and Appendix A have figures of. What either leaves open is one of ``TrainingChoices``.
///
/// The tables of records call it `reading`.
public enum SampleScaling: String, Sendable, Hashable, Codable, CaseIterable {
    /// Section 5.1, samples as they are and a bias with entries N(0, 1), trained like a weight: Figures 2 and 3.
    case unnormalized
    /// Appendix A, samples of norm 1 and no bias, the setting of the theory: Figures 4 to 6.
    case normalized
}
