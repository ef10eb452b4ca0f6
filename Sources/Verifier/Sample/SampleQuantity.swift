// SPDX-License-Identifier: GPL-3.0-or-later

/// The quantities that `lemmacheck sample` prints.
public enum SampleQuantity: String, Sendable, Hashable, CaseIterable {
    /// |S_v| (Lemma B.4).
    case flippedNeurons = "flipped-neurons"
    /// |S'_v| as defined: each neuron may have its own delta (Lemma B.4).
    case perturbedFlippedNeurons = "perturbed-flipped-neurons"
    /// sup over W of |f(x; W)|, and |f(x; W0)| (Lemma B.5).
    case functionValue = "function-value"
    /// inf over W of ||grad f(x; W)||, bracketed, and ||grad f(x; W0)|| (Lemma B.7).
    case gradientNorm = "gradient-norm"
    /// sup over W of Phi(r, delta; W) at a fixed pair (Lemma B.8).
    case directionalDifference = "directional-difference"
    /// sup over r, delta and W of Phi, bracketed (Lemma B.9).
    case gradientDifference = "gradient-difference"

    /// The CSV columns.
    public var columns: [String] {
        switch self {
        case .flippedNeurons, .perturbedFlippedNeurons: ["count"]
        case .functionValue: ["sup_abs_f", "abs_f0"]
        case .gradientNorm: ["attained", "certified", "norm_w0"]
        case .directionalDifference: ["sup"]
        case .gradientDifference: ["attained", "certified"]
        }
    }
}
