// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds

/// A claim's quantity at one W, from the network's definition alone: a sum over neurons, then a length or an absolute value.
///
/// With x = e_0, y = x + delta, 1_s(z) = 1[<w_s, z> > 0] and 1_s0(z) the same at W0:
///
/// | claims | term of neuron s | quantity |
/// |---|---|---|
/// | B.4/1; B.4/2,3,4 | 1[1_s(x) != 1_s0(x)]; the same at y | the sum |
/// | B.5/1,2,a; B.5/b | a_s relu(<w_s, x>); less that at W0 | abs(sum) / sqrt m |
/// | B.6/1,2 | 1[1(y) != 1(x)]; 1[1(y) != 1(y')] | the one term |
/// | B.7/1,2 | a_s w_s 1_s(x) | norm of the sum / sqrt m |
/// | B.7/f; B.8/i,j | a_s w_{s,0} (1_s - 1_s0) at x; at x, at y | the same; projected off x for B.7/f |
/// | B.7/h | a_s (w_s 1_s(x) - w_{s,0} 1_s0(x)) | the same, projected off x |
/// | B.8/1,2 | a_s <w_s, r> (1_s(x) - 1_s(y)) | sum / sqrt m |
/// | B.9/1 | a_s w_s (1_s(x) - 1_s(y)) | norm of the sum / sqrt m, the supremum over r |
struct WitnessQuantity: Sendable {
    typealias Row = UnsafeBufferPointer<Double>

    let claim: BoundedClaim
    let dimension: Int
    let width: Int
    /// x + delta, x + delta' and r; x and 0 where there is none.
    let shifted: [Double]
    let nearby: [Double]
    let direction: [Double]

    init(_ claim: BoundedClaim, _ p: Parameters, delta: [Double]? = nil, nearbyDelta: [Double]? = nil, direction: [Double]? = nil) {
        self.claim = claim
        (dimension, width) = (p.d, p.m)
        let zero = [Double](repeating: 0, count: p.d)
        shifted = Self.input(delta ?? zero)
        nearby = Self.input(nearbyDelta ?? zero)
        self.direction = direction ?? zero
    }

    /// x + delta.
    static func input(_ delta: [Double]) -> [Double] {
        var input = delta
        input[0] += 1
        return input
    }

    /// How many numbers a term has.
    var size: Int {
        switch claim {
        case .gradientNorm, .gradientNormAtLargeWidth, .flippedSum, .projectedGradientChange, .flippedGradient,
            .perturbedFlippedGradient, .gradientDifference:
            dimension
        default: 1
        }
    }

    /// Whether a neuron that stays at w_{s,0} has a term: if not, only the moved ones need be looked at.
    var countsUnmoved: Bool {
        switch claim {
        case .functionValue, .functionValueAtLargeWidth, .functionValueAtStart, .signChange, .signChangeNearby, .gradientNorm,
            .gradientNormAtLargeWidth, .directionalDifference, .directionalDifferenceAsProved, .gradientDifference:
            true
        default: false
        }
    }

    /// Adds `factor` times the term of a neuron to `sum`.
    ///
    /// - Parameter own: x + its own delta (B.4/2).
    func add(_ factor: Double, row: Row, initial: Row, sign: Double, own: [Double]?, to sum: inout [Double]) {
        let (on, onBefore) = (row[0] > 0, initial[0] > 0)
        switch claim {
        case .flippedNeurons:
            if on != onBefore { sum[0] += factor }
        case .perturbedFlippedNeurons, .perturbedFlippedNeuronsFixed, .perturbedFlippedNeuronsUniform:
            let input = own ?? shifted
            if isOn(row, input) != isOn(initial, input) { sum[0] += factor }
        case .functionValue, .functionValueAtLargeWidth, .functionValueAtStart:
            sum[0] += factor * sign * Swift.max(0, row[0])
        case .functionChange:
            sum[0] += factor * sign * (Swift.max(0, row[0]) - Swift.max(0, initial[0]))
        case .signChange:
            if on != isOn(row, shifted) { sum[0] += factor }
        case .signChangeNearby:
            if isOn(row, shifted) != isOn(row, nearby) { sum[0] += factor }
        case .gradientNorm, .gradientNormAtLargeWidth:
            if on { accumulate(row, factor * sign, &sum) }
        case .flippedSum, .flippedGradient:
            if on != onBefore { accumulate(initial, on ? factor * sign : -factor * sign, &sum) }
        case .perturbedFlippedGradient:
            let shiftedOn = isOn(row, shifted)
            if shiftedOn != isOn(initial, shifted) { accumulate(initial, shiftedOn ? factor * sign : -factor * sign, &sum) }
        case .projectedGradientChange:
            if on { accumulate(row, factor * sign, &sum) }
            if onBefore { accumulate(initial, -factor * sign, &sum) }
        case .directionalDifference, .directionalDifferenceAsProved:
            if on != isOn(row, shifted) { sum[0] += (on ? factor : -factor) * sign * product(row, direction) }
        case .gradientDifference:
            if on != isOn(row, shifted) { accumulate(row, on ? factor * sign : -factor * sign, &sum) }
        }
    }

    /// The quantity from the sum of all terms.
    func value(_ sum: [Double]) -> Double {
        let root = Double(width).squareRoot()
        switch claim {
        case .flippedNeurons, .perturbedFlippedNeurons, .perturbedFlippedNeuronsFixed, .perturbedFlippedNeuronsUniform, .signChange,
            .signChangeNearby:
            return sum[0]
        case .functionValue, .functionValueAtLargeWidth, .functionValueAtStart, .functionChange: return abs(sum[0]) / root
        case .directionalDifference, .directionalDifferenceAsProved: return sum[0] / root
        case .flippedSum, .projectedGradientChange: return Self.norm(sum.dropFirst()) / root
        case .gradientNorm, .gradientNormAtLargeWidth, .flippedGradient, .perturbedFlippedGradient, .gradientDifference:
            return Self.norm(sum) / root
        }
    }

    /// Whether a value violates the claim, by more than rounding and `margin` (relative to the bound). For a claim about the
    /// probability of an event: whether the event happened.
    func violates(_ value: Double, bound: Double, margin: Double = 1e-12) -> Bool {
        switch (claim, claim.direction) {
        case (.signChange, _), (.signChangeNearby, _): value > 0 && bound < 1
        case (_, .upper): value > bound + margin * abs(bound)
        case (_, .lower): value < bound - margin * abs(bound)
        }
    }

    func isOn(_ row: Row, _ input: [Double]) -> Bool { product(row, input) > 0 }

    private func product(_ row: Row, _ vector: [Double]) -> Double {
        var sum = 0.0
        for i in vector.indices { sum += row[i] * vector[i] }
        return sum
    }

    private func accumulate(_ row: Row, _ factor: Double, _ sum: inout [Double]) {
        for i in sum.indices { sum[i] += factor * row[i] }
    }

    static func norm(_ vector: some Sequence<Double>) -> Double { vector.reduce(0) { $0 + $1 * $1 }.squareRoot() }
}
