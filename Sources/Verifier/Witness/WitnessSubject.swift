// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Sampler
internal import Support

/// What a witness is about, its file's contents checked: sizes, ranges, finite numbers, and no vector that its claim has no use for.
struct WitnessSubject: Sendable {
    let cell: Cell
    let definition: any QuantityDefinition
    let generator: Generator

    /// A replay draws m x d numbers; more than this would take minutes and is no shrunk witness.
    static let largestDraw = 10_000_000_000
    /// A shrunk witness moves few neurons.
    static let largestMoves = 1_000_000

    /// - Throws: ``ParameterError`` for the first field at fault.
    init(_ witness: Witness, in catalogue: Catalogue) throws(ParameterError) {
        guard witness.schema == Witness.schema else { throw Self.error("schema", witness.schema.quoted, "'\(Witness.schema)'") }
        guard let claim = catalogue.measured.first(where: { $0.id == witness.claim }) else {
            throw Self.error("claim", witness.claim.quoted, "one of \(catalogue.measured.map(\.id).joined(separator: ", "))")
        }
        guard let generator = Generator(rawValue: witness.draw.rng) else {
            let names = Generator.allCases.map(\.rawValue).joined(separator: ", ")
            throw Self.error("draw.rng", witness.draw.rng.quoted, "one of \(names)")
        }
        guard let definition = claim.quantity.definition else {
            throw Self.error("claim", witness.claim.quoted, "a claim whose quantity is a function of a sum over neurons")
        }
        cell = try Self.cell(claim, witness.parameters)
        self.definition = definition
        self.generator = generator
        let p = cell.parameters
        guard Double(p.m) * Double(p.d) <= Double(Self.largestDraw) else {
            throw Self.error("parameters", "m d = \(Double(p.m) * Double(p.d))", "at most \(Self.largestDraw) numbers in W0")
        }
        guard witness.value.isFinite else { throw Self.error("value", "\(witness.value)", "a finite number") }
        guard witness.bound.isFinite else { throw Self.error("bound", "\(witness.bound)", "a finite number") }
        try checkVectors(witness, claim, dimension: p.d)
        try checkMoves(witness, claim, p)
        try checkRefutation(witness)
    }

    static func error(_ name: String, _ value: String, _ allowed: String) -> ParameterError {
        ParameterError(parameter: name, value: value, allowed: allowed)
    }

    private static func cell(_ claim: MeasuredClaim, _ point: Witness.Point) throws(ParameterError) -> Cell {
        let given: [(OptionalParameter, Double?)] = [
            (.c0, point.c0), (.c1, point.c1), (.radius, point.radius), (.epsilon, point.epsilon),
        ]
        for (parameter, value) in given where (value != nil) != claim.dependsOn.contains(parameter) {
            let allowed = value == nil ? "a number, on which \(claim.id) depends," : "no value, since \(claim.id) does not depend on it,"
            throw error("parameters.\(parameter.rawValue)", value.map { "\($0)" } ?? "(none)", allowed)
        }
        return try Cell(
            claim,
            Parameters(
                d: point.d, m: point.m, gamma: point.gamma, c0: point.c0 ?? 0, c1: point.c1 ?? 1, radius: point.radius,
                epsilon: point.epsilon))
    }

    /// Which vectors a claim's witness has, each of d finite numbers.
    private func checkVectors(_ witness: Witness, _ claim: MeasuredClaim, dimension: Int) throws(ParameterError) {
        func has(_ vector: WitnessVectors) -> Bool { definition.vectors.contains(vector) }
        let vectors: [(String, [Double]?, Bool)] = [
            ("delta", witness.delta, has(.delta)), ("nearbyDelta", witness.nearbyDelta, has(.nearbyDelta)),
            ("direction", witness.direction, has(.direction)),
        ]
        for (name, vector, isNeeded) in vectors { try check(name, vector, isNeeded, claim, dimension) }
        guard let direction = witness.direction else { return }
        let length = WitnessGeometry.norm(direction)
        guard abs(length - 1) <= 1e-12 else { throw Self.error("direction", "a vector of length \(length)", "a vector of length 1") }
    }

    private func check(
        _ name: String, _ vector: [Double]?, _ isNeeded: Bool, _ claim: MeasuredClaim, _ dimension: Int
    ) throws(ParameterError) {
        guard let vector else {
            if isNeeded { throw Self.error(name, "(none)", "a list of d = \(dimension) finite numbers") }
            return
        }
        guard isNeeded else { throw Self.error(name, "\(vector.count) numbers", "no vector for \(claim.id)") }
        guard vector.count == dimension else {
            throw Self.error(name, "\(vector.count) numbers", "a list of d = \(dimension) finite numbers")
        }
        if let bad = vector.first(where: { !$0.isFinite }) { throw Self.error(name, "\(bad)", "a finite number") }
    }

    private func checkMoves(_ witness: Witness, _ claim: MeasuredClaim, _ p: Parameters) throws(ParameterError) {
        let neurons = definition.scope.count(width: p.m)
        let most = definition.movesNeurons ? min(neurons, Self.largestMoves) : 0
        guard witness.moved.count <= most else {
            throw Self.error("moved", "\(witness.moved.count) neurons", "at most \(most) for \(claim.id) at m = \(p.m)")
        }
        var last = -1
        for (index, move) in witness.moved.enumerated() {
            guard 0..<neurons ~= move.neuron else {
                throw Self.error("moved[\(index)].neuron", "\(move.neuron)", "an integer from 0 to \(neurons - 1)")
            }
            guard move.neuron > last else { throw Self.error("moved[\(index)].neuron", "\(move.neuron)", "an increasing order") }
            last = move.neuron
            try check("moved[\(index)].weights", move.weights, true, claim, p.d)
            try check("moved[\(index)].delta", move.delta, definition.vectors.contains(.ownDelta), claim, p.d)
        }
    }
}

extension Unicode.Scalar.Properties {
    /// Whether a line of text may hold it as it is.
    fileprivate var isPrintable: Bool {
        switch generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: true
        }
    }
}
