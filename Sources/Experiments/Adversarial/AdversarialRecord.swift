// SPDX-License-Identifier: GPL-3.0-or-later

/// What one adversarially trained network showed.
public struct AdversarialRecord: Sendable, Hashable {
    public var d: Int
    public var m: Int
    /// V sqrt m.
    public var c0: Double
    /// R, the budget of the attacks in training and in the test.
    public var radius: Double
    public var run: Int
    /// How long a step of the attacks is.
    public var step: ProjectedAttack.Step
    /// Whether W was projected onto the ball after each round.
    public var projects: Bool
    public var rounds: Int
    /// How many training images were attacked each round.
    public var attacked: Int
    /// The highest robust accuracy on them before a round.
    public var robustTraining: Double
    /// max_s ||w_s - w_{s,0}|| sqrt m at the end; nil in records of before it was kept.
    public var distance: Double?
    /// Test images, how many of them are classified rightly, and how many still are all along the attack's way.
    public var images: Int
    public var right: Int
    public var robust: Int
    /// The robust accuracy on the training images before each round; empty in records of before it was kept.
    public var curve: [Double]

    public var accuracy: Double { Double(right) / Double(images) }
    public var robustAccuracy: Double { Double(robust) / Double(images) }
}
