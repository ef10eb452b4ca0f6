// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Sampler

/// Something that a draw (W0, a) has a value of once W is chosen, as far as its ball goes: what a claim bounds.
///
/// A quantity knows its own definition, draws, bracket, trivial bound and witness moves; it knows no claim and no paper's bound. One
/// folder a quantity. Every requirement is required: what is not said does not compile.
public protocol Quantity: Sendable {
    /// "flipped-neurons": the argument of `lemmacheck sample` and the key of its streams there.
    var name: String { get }

    /// In a few words for a table: "|S_v|".
    var title: String { get }

    /// Whether it is a largest value, a least value, or the probability of an event.
    var extremum: Extremum { get }

    /// How its value is known in a trial.
    var method: Method { get }

    /// Which parameters beyond d and m its law depends on.
    var dependsOn: Set<OptionalParameter> { get }

    /// The columns of ``values(_:at:)``.
    var columns: [String] { get }

    /// What it is at one W, from the network's definition alone: what a witness is replayed with. Nil where it is no function of a sum
    /// over neurons (a norm of the Hessian, say): then a refuted claim has its count of draws and no witness.
    var definition: (any QuantityDefinition)? { get }

    /// - Throws: `ParameterError` where the quantity is not defined.
    func check(_ parameters: Parameters) throws(ParameterError)

    /// A bound on it that needs no paper's work, at failure probability gamma.
    func trivialBound(_ p: Arguments<Double>) -> TrivialBound

    /// The trial of a cell, which need not look closer than `bound` asks.
    ///
    /// - Parameters:
    ///   - draws: the cell's draws: all random numbers come from them.
    ///   - parameters: the point; ``check(_:)`` has accepted it.
    ///   - bound: the right-hand side; infinite where it says nothing.
    func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial

    /// The raw values of the trial of a given number, one for each of ``columns``; what all trials share is made once.
    func values(_ draws: Draws, at parameters: Parameters) throws -> @Sendable (_ trial: UInt64) throws -> [Double]

    /// About what one trial costs, at most: what a run refuses is decided by it before anything is drawn.
    func cost(_ sampler: SamplerKind, at parameters: Parameters) -> TrialCost

    /// The W (and delta) with which one dense draw may go beyond `bound`, to be thinned out and checked; empty where it has none to offer.
    func drafts(of draw: DenseInitialization, at parameters: Parameters, bound: Double) -> [WitnessDraft]
}

/// Which end of what W can do a quantity is.
public enum Extremum: Sendable, Hashable {
    /// The largest value over the ball: a claim bounds it from above.
    case supremum
    /// The least value over the ball: a claim bounds it from below.
    case infimum
    /// Whether something happens in a draw, 1 or 0: a claim bounds its probability from above.
    case event

    /// On which side of the quantity a bound is.
    public var direction: BoundDirection {
        switch self {
        case .supremum, .event: .upper
        case .infimum: .lower
        }
    }
}

/// A bound on a quantity that costs nothing, and why it holds: a claim's bound that says no more is vacuous.
public struct TrivialBound: Sendable, Hashable {
    /// The bound.
    public let value: Double
    /// Why it holds, in a few words.
    public let reason: String

    public init(_ value: Double, _ reason: String) {
        self.value = value
        self.reason = reason
    }
}
