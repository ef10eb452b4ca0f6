// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Laws
import Sampler

/// A quantity of the tests' own: in a share `probability` of the draws it is 2, above its bound 1, else 0; in a share `undecided` of the
/// draws an attack finds 0 and no certificate is below 2.
struct PlantedQuantity: Quantity {
    let probability: Double
    var undecided = 0.0
    let extremum: Extremum
    /// Every draw has this attained value, where there is one.
    var constant: Double?
    /// Trial k attains the value at place k, from the beginning again behind the last, where there are any.
    var values: [Double] = []

    var name: String { "planted" }
    var title: String { "a planted quantity" }
    var method: Method { .certified }
    var dependsOn: Set<OptionalParameter> { [] }
    var columns: [String] { ["value"] }
    var definition: (any QuantityDefinition)? { Definition() }

    func check(_ parameters: Parameters) throws(ParameterError) {}
    func trivialBound(_ p: Arguments<Double>) -> TrivialBound { TrivialBound(.infinity, "nothing") }

    func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial { Trial(quantity: self, draws: draws) }

    func values(_ draws: Draws, at parameters: Parameters) throws -> @Sendable (_ trial: UInt64) throws -> [Double] {
        { trial in
            [try Trial(quantity: self, draws: draws).bracket(trial).attained]
        }
    }

    func cost(_ sampler: SamplerKind, at parameters: Parameters) -> TrialCost { .fewNumbers }

    func drafts(of draw: DenseInitialization, at parameters: Parameters, bound: Double) -> [WitnessDraft] { [] }

    private struct Trial: CellTrial {
        let quantity: PlantedQuantity
        let draws: Draws

        func bracket(_ trial: UInt64) throws -> TrialBracket {
            if let constant = quantity.constant { return TrialBracket(exactly: constant) }
            if !quantity.values.isEmpty { return TrialBracket(exactly: quantity.values[Int(trial) % quantity.values.count]) }
            var stream = draws.stream(trial)
            let u = stream.uniform()
            if u < quantity.probability { return TrialBracket(exactly: 2) }
            return u < quantity.probability + quantity.undecided ? TrialBracket(attained: 0, certified: 2) : TrialBracket(exactly: 0)
        }
    }

    private struct Definition: QuantityDefinition {
        var countsUnmoved: Bool { false }
        var scope: NeuronScope { .one }
        var movesNeurons: Bool { false }
        var vectors: WitnessVectors { [] }
        func size(dimension: Int) -> Int { 1 }
        func add(_ factor: Double, _ neuron: NeuronView, to sum: inout [Double]) {}
        func value(_ sum: [Double], width: Int) -> Double { sum[0] }
    }
}

/// A constant right-hand side.
struct ConstantFormula: Formula {
    /// Eighths.
    let eighths: Int

    var dependsOn: Set<OptionalParameter> { [] }
    func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { Bound(.init("constant", .ratio(eighths, 8))) }
    func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [] }
}

/// A law that says what the test has it say.
struct StatedLaw: FailureLaw {
    let probability: ClosedRange<Double>
    let allowed: Double

    func evaluation(at parameters: Parameters) throws(ParameterError) -> LawEvaluation? {
        func enclosure(_ range: ClosedRange<Double>) -> Enclosure {
            Enclosure(lower: range.lowerBound, upper: range.upperBound, logLower: -.infinity, logUpper: .infinity)
        }
        let outcome: Outcome =
            probability.upperBound <= allowed ? .satisfied : probability.lowerBound > allowed ? .violated : .undecided
        return LawEvaluation(
            left: enclosure(probability), right: enclosure(allowed...allowed), outcome: outcome, method: "stated", variables: [])
    }
}

/// A law that is defined nowhere.
struct UndefinedLaw: FailureLaw {
    func evaluation(at parameters: Parameters) throws(ParameterError) -> LawEvaluation? {
        throw ParameterError(parameter: "d", value: "\(parameters.d)", allowed: "nothing")
    }
}

extension Claim {
    /// "The planted quantity is at most 1 with probability at least 1 - gamma", or "the event has probability at most 1/8".
    static func planted(_ quantity: PlantedQuantity, law: KnownLaw) -> Claim {
        let isEvent = quantity.extremum == .event
        return Claim(
            "X/1", place: "nowhere", kind: .probability, statement: "planted", domain: "everywhere",
            subject: .measured(quantity, bound: ConstantFormula(eighths: isEvent ? 1 : 8), law: law), failing: isEvent ? .none : .gamma,
            check: .law("planted"), decidedBy: .draws)
    }

    /// A planted claim that the supremum's law, or the event's, is `law`.
    static func planted(
        _ probability: Double, undecided: Double = 0, _ extremum: Extremum = .supremum, law: ClosedRange<Double>
    ) -> Claim {
        planted(
            PlantedQuantity(probability: probability, undecided: undecided, extremum: extremum),
            law: .known(StatedLaw(probability: law, allowed: extremum == .event ? 0.125 : 0.05)))
    }
}
