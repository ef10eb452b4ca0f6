// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
public import Claims
internal import LazyBall
internal import Sampler

/// What a replay of a witness found.
public struct WitnessCheck: Sendable, Hashable, Codable {
    /// The claim's ID.
    public var claim: String
    /// The cell, in words.
    public var cell: String
    public var seed: UInt64
    public var rng: String
    public var trial: UInt64
    /// How many neurons differ from W0.
    public var moved: Int
    /// max_s ||w_s - w_{s,0}||.
    public var distance: Double
    /// V.
    public var allowedDistance: Double
    /// The largest ||delta||; absent where the claim has no delta.
    public var deltaLength: Double?
    /// R; absent where the claim has no delta.
    public var allowedDeltaLength: Double?
    /// `upper` or `lower`: on which side of the quantity the bound is.
    public var direction: String
    /// The quantity at the witness, computed anew.
    public var value: Double
    /// The quantity as the witness has it.
    public var recordedValue: Double
    /// The claim's right-hand side.
    public var bound: Double
    /// W lies in the ball and every delta within its radius, up to a relative 1e-12.
    public var feasible: Bool
    /// The value and the distance are numbers: what overflows shows nothing.
    public var isFinite: Bool
    /// The value lies beyond the bound.
    public var violates: Bool
    /// The value is the recorded one, to a relative 1e-9.
    public var matches: Bool

    /// The witness shows what it says.
    public var isConfirmed: Bool { isFinite && feasible && violates && matches }
}

/// Replays a witness: draws (W0, a) again, makes the moves, and evaluates the claim's quantity from the network's definition, with plain
/// loops. It shares no code with the oracles, brackets and searches that found W; the bound is that of Bounds at the witness's cell.
public struct WitnessChecker: Sendable {
    let catalogue: Catalogue

    /// - Parameter catalogue: where the claims of witnesses are looked up.
    public init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
    }

    /// Relative rounding of a distance.
    public static let slack = 1e-12

    /// One pass over the draw, a tile at a time.
    ///
    /// - Throws: `ParameterError` where a field is malformed.
    public func check(_ witness: Witness) throws -> WitnessCheck {
        let subject = try WitnessSubject(witness, in: catalogue)
        let (claim, p) = (subject.cell.claim, subject.cell.parameters)
        let slack = Self.slack
        let terms = WitnessTerms(
            claim, subject.definition, p, delta: witness.delta, nearbyDelta: witness.nearbyDelta, direction: witness.direction)
        let draw = try DenseInitialization(
            key: witness.draw.key, width: terms.definition.scope.count(width: p.m), dimension: p.d, generator: subject.generator)
        let pass = Pass(draw, terms, witness.moved)
        let value = terms.value(pass.sum)
        let bound = try BoundValue(claim, at: p).value
        let deltas = witness.moved.compactMap(\.delta) + [witness.delta].compactMap { $0 }
        let lengths = deltas.map(WitnessGeometry.norm)
        let v = claim.dependsOn.contains(.c0) ? p.ballRadius : 0
        let isNear =
            zip(witness.delta ?? [], witness.nearbyDelta ?? []).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
            <= p.epsilon * (1 + slack)
        return WitnessCheck(
            claim: witness.claim, cell: subject.cell.description, seed: witness.draw.seed, rng: witness.draw.rng,
            trial: witness.draw.trial, moved: witness.moved.count, distance: pass.distance, allowedDistance: v,
            deltaLength: lengths.max(), allowedDeltaLength: lengths.isEmpty ? nil : p.radius, direction: claim.direction.rawValue,
            value: value, recordedValue: witness.value, bound: bound,
            feasible: pass.distance <= v * (1 + slack) && lengths.allSatisfy { $0 <= p.radius * (1 + slack) } && isNear,
            isFinite: value.isFinite && pass.distance.isFinite, violates: value.isFinite && terms.violates(value, bound: bound),
            matches: value.isFinite && abs(value - witness.value) <= 1e-9 * abs(value))
    }

    /// Records in a new witness the value that its check finds, in one pass over the draw.
    func recordingValue(in witness: inout Witness) throws -> WitnessCheck {
        var check = try self.check(witness)
        witness.value = check.value
        check.recordedValue = check.value
        // A recorded value must be finite.
        check.matches = check.value.isFinite
        return check
    }

    /// The sum of all terms and the largest move.
    struct Pass {
        private(set) var sum: [Double]
        private(set) var distance = 0.0

        init(_ draw: DenseInitialization, _ terms: WitnessTerms, _ moved: [Witness.Move]) {
            var sum = terms.zero
            var (largest, next) = (0.0, 0)
            let d = draw.dimension
            draw.forEachTile { tile in
                for k in 0..<tile.count {
                    let initial = UnsafeBufferPointer(rebasing: tile.rows[k * d..<(k + 1) * d])
                    guard next < moved.count, moved[next].neuron == tile.start + k else {
                        if terms.definition.countsUnmoved {
                            terms.add(1, row: initial, initial: initial, sign: tile.signs[k], own: nil, to: &sum)
                        }
                        continue
                    }
                    let move = moved[next]
                    next += 1
                    move.weights.withUnsafeBufferPointer { row in
                        terms.add(
                            1, row: row, initial: initial, sign: tile.signs[k], own: move.delta.map(WitnessGeometry.input), to: &sum)
                        largest = Swift.max(largest, WitnessGeometry.norm(zip(row, initial).lazy.map { $0 - $1 }))
                    }
                }
            }
            self.sum = sum
            distance = largest
        }
    }
}
