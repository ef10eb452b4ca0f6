// SPDX-License-Identifier: GPL-3.0-or-later

/// What sort of thing a claim says, which decides who can check it.
public enum Kind: Sendable, Hashable {
    /// An inequality or identity among parameters, or an argument that needs no draw.
    case deterministic
    /// A probability, a moment or a quantile of one law.
    case probability
    /// A statement about every W of the ball (or every set of neurons): for every draw, or with a stated probability.
    case uniform
    /// "There is a constant", and of which sort the statement is for which it is said to exist.
    case existence(Existence)
    /// What was observed in an experiment.
    case experiment

    /// The sort of the statement behind "there is a constant".
    public enum Existence: Sendable, Hashable {
        case deterministic
        case uniform
    }

    /// The name in tables.
    public var name: String {
        switch self {
        case .deterministic: "deterministic"
        case .probability: "probability"
        case .uniform: "uniform"
        case .existence: "existence"
        case .experiment: "experiment"
        }
    }

    /// The name in JSON, whose readers know three kinds: an existence claim is of the kind of what it says exists, an experiment
    /// speaks of the W that training finds in the ball.
    public var basicName: String {
        switch self {
        case .deterministic, .existence(.deterministic): "deterministic"
        case .probability: "probability"
        case .uniform, .existence(.uniform), .experiment: "uniform"
        }
    }
}
