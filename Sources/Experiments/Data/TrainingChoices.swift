// SPDX-License-Identifier: GPL-3.0-or-later

/// How pixels p in [0, 1] become the coordinates of a sample: the paper does not say, but for norm 1 in Appendix A.
public enum PixelScale: String, Sendable, Hashable, CaseIterable {
    /// p itself.
    case unitRange = "unit-range"
    /// (p - .1307)/.3081, by the mean and the deviation of MNIST's pixels.
    case standardized
    /// (p - .5)/.5.
    case symmetric
    /// p/||p||.
    case unitNorm = "unit-norm"
    /// sqrt d p/||p||.
    case normSqrtD = "norm-sqrt-d"

    /// Of p the shift that is taken off and the factor; ``unitNorm`` and ``normSqrtD`` scale by the image's norm as well.
    var line: (shift: Double, factor: Double) {
        switch self {
        case .unitRange, .unitNorm, .normSqrtD: (0, 1)
        case .standardized: (0.1307, 1 / 0.3081)
        case .symmetric: (0.5, 2)
        }
    }
}

/// What the paper leaves open about a training by SGD, one value of each.
public struct TrainingChoices: Sendable, Hashable {
    public var pixels: PixelScale
    /// A last coordinate of 1 whose weights are drawn and trained like the others.
    public var hasBias: Bool
    public var filter = ImageFilter.area
    /// Samples a step; the gradient is that of the mean loss over them.
    public var batch = 1
    /// The deviation of W0's entries: 1 in Section 2.
    public var initialScale = 1.0
    /// Training ends after so many passes over the samples where the ball is not left before.
    public var passes = 3

    public init(pixels: PixelScale, hasBias: Bool) {
        self.pixels = pixels
        self.hasBias = hasBias
    }

    /// The usual ones of a setting: what it says, and for the rest the simplest.
    public static func usual(_ setting: SampleScaling) -> TrainingChoices {
        switch setting {
        case .unnormalized: TrainingChoices(pixels: .unitRange, hasBias: true)
        case .normalized: TrainingChoices(pixels: .unitNorm, hasBias: false)
        }
    }

    /// "pixels unit-range, bias on, filter area, batch 1, initial scale 1, passes 3".
    public var text: String {
        "pixels \(pixels.rawValue), bias \(hasBias ? "on" : "off"), filter \(filter.rawValue), batch \(batch), "
            + "initial scale \(RecordTable.number(initialScale)), passes \(passes)"
    }
}

/// Choices that were made, the others left as they are.
public struct ChoiceChanges: Sendable, Hashable {
    public var pixels: PixelScale?
    public var hasBias: Bool?
    public var filter: ImageFilter?
    public var batch: Int?
    public var initialScale: Double?
    public var passes: Int?

    public init() {}

    /// The usual choices of `setting` with these changes. Norm 1 and no bias are what Appendix A is of, and stay.
    public func applied(to setting: SampleScaling) -> TrainingChoices {
        var choices = TrainingChoices.usual(setting)
        if setting == .unnormalized {
            choices.pixels = pixels ?? choices.pixels
            choices.hasBias = hasBias ?? choices.hasBias
        }
        choices.filter = filter ?? choices.filter
        choices.batch = batch ?? choices.batch
        choices.initialScale = initialScale ?? choices.initialScale
        choices.passes = passes ?? choices.passes
        return choices
    }
}
