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
    public var rounds: Int
    /// How many training images were attacked each round.
    public var attacked: Int
    /// The highest robust accuracy on them before a round.
    public var robustTraining: Double
    /// Test images, how many of them are classified rightly, and how many still are all along the attack's way.
    public var images: Int
    public var right: Int
    public var robust: Int

    public var accuracy: Double { Double(right) / Double(images) }
    public var robustAccuracy: Double { Double(robust) / Double(images) }
}
