// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Sampler

/// What a witness is about, its file's contents checked: sizes, ranges, finite numbers, and no vector that its claim has no use for.
struct WitnessSubject: Sendable {
    let cell: Cell
    let generator: Generator

    /// A replay draws m x d numbers; more than this would take minutes and is no shrunk witness.
    static let largestDraw = 10_000_000_000
    /// A shrunk witness moves few neurons.
    static let largestMoves = 1_000_000

    /// - Throws: ``ParameterError`` for the first field at fault.
    init(_ witness: Witness) throws(ParameterError) {
        guard witness.schema == Witness.schema else { throw Self.error("schema", "'\(witness.schema)'", "'\(Witness.schema)'") }
        guard let claim = BoundedClaim(rawValue: witness.claim) else {
            throw Self.error("claim", "'\(witness.claim)'", "one of \(BoundedClaim.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        guard let generator = Generator(rawValue: witness.draw.rng) else {
            throw Self.error("draw.rng", "'\(witness.draw.rng)'", "one of \(Generator.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        cell = try Self.cell(claim, witness.parameters)
        self.generator = generator
        let p = cell.parameters
        guard Double(p.m) * Double(p.d) <= Double(Self.largestDraw) else {
            throw Self.error("parameters", "m d = \(Double(p.m) * Double(p.d))", "at most \(Self.largestDraw) numbers in W0")
        }
        guard witness.value.isFinite else { throw Self.error("value", "\(witness.value)", "a finite number") }
        guard witness.bound.isFinite else { throw Self.error("bound", "\(witness.bound)", "a finite number") }
        try Self.checkVectors(witness, claim, dimension: p.d)
        try Self.checkMoves(witness, claim, p)
    }

    private static func error(_ name: String, _ value: String, _ allowed: String) -> ParameterError {
        ParameterError(parameter: name, value: value, allowed: allowed)
    }

    private static func cell(_ claim: BoundedClaim, _ point: Witness.Point) throws(ParameterError) -> Cell {
        let given: [(OptionalParameter, Double?)] = [
            (.c0, point.c0), (.c1, point.c1), (.radius, point.radius), (.epsilon, point.epsilon),
        ]
        for (parameter, value) in given where (value != nil) != claim.dependsOn.contains(parameter) {
            let allowed = value == nil ? "a number, on which \(claim.rawValue) depends," : "no value, since \(claim.rawValue) does not depend on it,"
            throw error("parameters.\(parameter.rawValue)", value.map { "\($0)" } ?? "(none)", allowed)
        }
        return try Cell(claim, Parameters(
            d: point.d, m: point.m, gamma: point.gamma, c0: point.c0 ?? 0, c1: point.c1 ?? 1, radius: point.radius,
            epsilon: point.epsilon))
    }

    /// Which vectors a claim's witness has, each of d finite numbers.
    private static func checkVectors(_ witness: Witness, _ claim: BoundedClaim, dimension: Int) throws(ParameterError) {
        let vectors: [(String, [Double]?, Bool)] = [
            ("delta", witness.delta, claim.sharesDelta), ("nearbyDelta", witness.nearbyDelta, claim == .signChangeNearby),
            ("direction", witness.direction, claim.fixesDirection),
        ]
        for (name, vector, isNeeded) in vectors { try check(name, vector, isNeeded, claim, dimension) }
        guard let direction = witness.direction else { return }
        let length = WitnessQuantity.norm(direction)
        guard abs(length - 1) <= 1e-12 else { throw error("direction", "a vector of length \(length)", "a vector of length 1") }
    }

    private static func check(
        _ name: String, _ vector: [Double]?, _ isNeeded: Bool, _ claim: BoundedClaim, _ dimension: Int
    ) throws(ParameterError) {
        guard let vector else {
            if isNeeded { throw error(name, "(none)", "a list of d = \(dimension) finite numbers") }
            return
        }
        guard isNeeded else { throw error(name, "\(vector.count) numbers", "no vector for \(claim.rawValue)") }
        guard vector.count == dimension else { throw error(name, "\(vector.count) numbers", "a list of d = \(dimension) finite numbers") }
        if let bad = vector.first(where: { !$0.isFinite }) { throw error(name, "\(bad)", "a finite number") }
    }

    private static func checkMoves(_ witness: Witness, _ claim: BoundedClaim, _ p: Parameters) throws(ParameterError) {
        let neurons = claim.neurons(of: p)
        let most = claim.movesNeurons ? min(neurons, largestMoves) : 0
        guard witness.moved.count <= most else {
            throw error("moved", "\(witness.moved.count) neurons", "at most \(most) for \(claim.rawValue) at m = \(p.m)")
        }
        var last = -1
        for (index, move) in witness.moved.enumerated() {
            guard 0..<neurons ~= move.neuron else {
                throw error("moved[\(index)].neuron", "\(move.neuron)", "an integer from 0 to \(neurons - 1)")
            }
            guard move.neuron > last else { throw error("moved[\(index)].neuron", "\(move.neuron)", "an increasing order") }
            last = move.neuron
            try check("moved[\(index)].weights", move.weights, true, claim, p.d)
            try check("moved[\(index)].delta", move.delta, claim == .perturbedFlippedNeurons, claim, p.d)
        }
    }
}

extension BoundedClaim {
    /// One delta for all neurons.
    var sharesDelta: Bool {
        switch self {
        case .perturbedFlippedNeuronsFixed, .perturbedFlippedNeuronsUniform, .signChange, .signChangeNearby, .directionalDifference,
            .directionalDifferenceAsProved, .perturbedFlippedGradient, .gradientDifference:
            true
        default: false
        }
    }

    var fixesDirection: Bool { self == .directionalDifference || self == .directionalDifferenceAsProved }

    /// Claims about W0 alone move none.
    var movesNeurons: Bool { self != .functionValueAtStart && self != .signChange }

    /// How many neurons the claim's quantity looks at: Lemma B.6 is about one, whatever m.
    func neurons(of p: Parameters) -> Int { self == .signChange || self == .signChangeNearby ? 1 : p.m }
}
