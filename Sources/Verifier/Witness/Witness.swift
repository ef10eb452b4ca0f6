// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
public import Claims
internal import Sampler

/// One draw (W0, a) that violates a claim, with the W in its lazy ball (and the delta) that does it.
///
/// W0 and a are not stored: they are the dense draw of the stream that `draw` names, with x = (1, 0, ..., 0). Only the neurons that
/// differ from W0 are. Whoever doubts the search that found them needs ``WitnessChecker`` alone, which knows the network's
/// definition and nothing of the search.
///
/// A claim that holds with probability 1 - gamma allows some draws to violate it: the witness shows that a draw can, `refutation`
/// says how the probability was found to exceed gamma.
public struct Witness: Sendable, Hashable, Codable {
    public static let schema = "lemmacheck/witness/1"

    /// The cell: d, m, gamma and those further parameters that the claim depends on.
    public struct Point: Sendable, Hashable, Codable {
        public var d: Int
        public var m: Int
        public var gamma: Double
        public var c0: Double?
        public var c1: Double?
        public var radius: Double?
        public var epsilon: Double?
    }

    /// Names the stream of the draw: what `StreamKey` hashes, in words.
    public struct Draw: Sendable, Hashable, Codable {
        public var seed: UInt64
        public var rng: String
        public var claim: String
        public var cell: String
        public var trial: UInt64
    }

    /// w_s, where it is not w_{s,0}.
    public struct Move: Sendable, Hashable, Codable {
        /// s, counted from 0.
        public var neuron: Int
        /// w_s, d numbers.
        public var weights: [Double]
        /// The neuron's own delta, d numbers (where the quantity gives each neuron one).
        public var delta: [Double]?
    }

    /// How the probability was found to exceed what the claim allows, and from where the cell was shrunk.
    public struct Refutation: Sendable, Hashable, Codable {
        /// `law` or `trials`.
        public var evidence: VerdictBasis
        public var probability: RunResult.Probability
        /// What the claim allows: gamma, or its bound on a probability.
        public var allowed: Double
        /// Trials of this cell, and how many of them violated; absent where a law decides.
        public var trials: Int?
        public var violations: Int?
        /// How many trials were undecided, the error probability of the limits, and how the trials were drawn; absent where a law decides,
        /// and in files of before these were kept.
        public var undecided: Int?
        public var alpha: Double?
        public var sampler: SamplerKind?
        /// The refuted cell that the search began with.
        public var fromD: Int
        public var fromM: Int
        /// Neurons that the search had moved before it put back those that are not needed.
        public var movedAtFirst: Int
        /// `here` where the cell was not to be shrunk; absent where it was.
        public var place: WitnessPlace?
    }

    public var schema = Witness.schema
    /// The claim's ID.
    public var claim: String
    /// The cell.
    public var parameters: Point
    /// Names the draw (W0, a).
    public var draw: Draw
    /// The delta that all neurons share, d numbers.
    public var delta: [Double]?
    /// delta', within eps of `delta` (where the quantity has one).
    public var nearbyDelta: [Double]?
    /// r, of length 1, where the quantity has one.
    public var direction: [Double]?
    /// In the order of the neurons.
    public var moved: [Move]
    /// The claim's quantity at this W.
    public var value: Double
    /// The claim's right-hand side.
    public var bound: Double
    /// How the probability was found to exceed what the claim allows.
    public var refutation: Refutation
}

extension Witness.Draw {
    /// The stream's key. `generator` is `rng` read.
    var key: StreamKey {
        StreamKey(seed: seed, claim: StreamKey.identifier(claim), cell: StreamKey.identifier(cell), trial: trial)
    }
}

extension Witness.Point {
    init(_ cell: Cell) {
        let p = cell.parameters
        self.init(
            d: p.d, m: p.m, gamma: p.gamma, c0: cell.value(of: .c0), c1: cell.value(of: .c1), radius: cell.value(of: .radius),
            epsilon: cell.value(of: .epsilon))
    }
}
