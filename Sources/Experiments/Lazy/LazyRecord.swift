// SPDX-License-Identifier: GPL-3.0-or-later

/// What one trained network showed.
public struct LazyRecord: Sendable, Hashable {
    /// Whose figures it is of.
    public var scaling: SampleScaling
    /// How it was trained where the paper leaves that open.
    public var choices: TrainingChoices
    public var d: Int
    public var m: Int
    public var c0: Double
    public var run: Int
    /// SGD's steps up to the network.
    public var steps: Int
    /// Whether the next step leaves the ball; else the network is the one after the last pass.
    public var leaves: Bool
    /// Test images with y f(x) <= 0, of `images`.
    public var errors: Int
    public var images: Int
    /// At how many images steps were measured, and how many of them no step flips.
    public var measured: Int
    public var neverFlipped: Int
    /// ||delta||/||x||, ||grad f(x)|| and eta over the images measured.
    public var relative: Spread
    public var gradient: Spread
    public var step: Spread

    public var testError: Double { Double(errors) / Double(images) }
}

/// A quantity of Figures 2, 3, 5, 6 and 7.
public enum LazyQuantity: String, Sendable, Hashable, CaseIterable {
    case relative
    case gradient
    case step

    /// The paper's name of it.
    public var title: String {
        switch self {
        case .relative: "||delta||/||x||"
        case .gradient: "||grad f||"
        case .step: "eta"
        }
    }

    /// The exponent of d that the paper observes.
    public var claimedExponent: Double {
        switch self {
        case .relative: -0.5
        case .gradient: 0.5
        case .step: -1
        }
    }
}

extension LazyRecord {
    public subscript(quantity: LazyQuantity) -> Spread {
        switch quantity {
        case .relative: relative
        case .gradient: gradient
        case .step: step
        }
    }
}
