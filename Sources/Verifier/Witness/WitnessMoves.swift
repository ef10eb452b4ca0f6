// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import LazyBall
internal import Sampler

/// The W (and delta) with which one dense draw goes farthest against its claim, from the same oracles that the trials use.
struct WitnessMoves {
    let cell: Cell
    /// The claim's right-hand side, beyond which a search need not go.
    let bound: Double

    private var p: Parameters { cell.parameters }
    private var radius: Double { p.ballRadius }

    /// The drafts to choose from: that of the claim's own search, and for a gradient's norm one of few but large moves.
    func drafts(of draw: DenseInitialization) -> [WitnessDraft] {
        [draft(of: draw), cell.claim.direction == .lower ? descent(of: draw) : nil].compactMap { $0 }
    }

    /// Nil where the draw has none to offer.
    private func draft(of draw: DenseInitialization) -> WitnessDraft? {
        switch cell.claim {
        case .flippedNeurons: flips(of: draw, at: [Double](repeating: 0, count: p.d))
        case .perturbedFlippedNeurons:
            WitnessDraft(moved: draw.moved { _, row, _ in
                FlippingMoves.flippedSomewhere(row, radius: radius, perturbation: p.radius)
            })
        case .perturbedFlippedNeuronsFixed: fixedFlips(of: draw)
        case .functionValue, .functionValueAtLargeWidth, .functionChange: function(of: draw)
        case .functionValueAtStart: WitnessDraft()
        case .signChange: signChange()
        case .signChangeNearby: nearbySignChange(of: draw)
        case .gradientNorm, .gradientNormAtLargeWidth: gradient(of: draw)
        case .flippedSum: deviation(.projectedFlips, of: draw)
        case .projectedGradientChange: deviation(.projectedDifference, of: draw)
        case .flippedGradient: deviation(.flips, of: draw)
        case .directionalDifference, .directionalDifferenceAsProved: directional(of: draw)
        case .perturbedFlippedNeuronsUniform, .perturbedFlippedGradient, .gradientDifference: differences(of: draw)
        }
    }

    private func unit(_ index: Int, times factor: Double = 1) -> [Double] {
        var vector = [Double](repeating: 0, count: p.d)
        vector[index] = factor
        return vector
    }

    // MARK: Lemmas B.4 and B.6

    private func flips(of draw: DenseInitialization, at delta: [Double]) -> WitnessDraft {
        let input = WitnessQuantity.input(delta)
        return WitnessDraft(moved: draw.moved { _, row, _ in
            FlippingMoves.flipped(row, at: input, radius: radius).map { ($0, nil) }
        })
    }

    /// At the trial's delta, of length R across x, along x where d = 1.
    private func fixedFlips(of draw: DenseInitialization) -> WitnessDraft {
        let delta = unit(p.d > 1 ? 1 : 0, times: p.radius)
        var draft = flips(of: draw, at: delta)
        draft.delta = delta
        return draft
    }

    /// The delta that turns x by asin R; against x where d = 1. Whether the neuron's sign changes there is for the check to say.
    private func signChange() -> WitnessDraft {
        let r = p.radius * (1 - 1e-9)
        var delta = unit(0, times: p.d > 1 ? -r * r : -r)
        if p.d > 1 { delta[1] = r * (1 - r * r).squareRoot() }
        return WitnessDraft(delta: delta)
    }

    private func nearbySignChange(of draw: DenseInitialization) -> WitnessDraft? {
        var (delta, nearby): ([Double]?, [Double]?)
        let moved = draw.moved { _, row, _ in
            guard let split = FlippingMoves.split(row, radius: radius, perturbation: p.radius, mesh: p.epsilon) else { return nil }
            (delta, nearby) = (split.delta, split.nearby)
            return (split.weights, nil)
        }
        return delta.map { WitnessDraft(moved: moved, delta: $0, nearbyDelta: nearby) }
    }

    // MARK: Lemma B.5

    private func function(of draw: DenseInitialization) -> WitnessDraft {
        let problem = draw.functionProblem(radius: radius)
        let range = FunctionRange(problem)
        let start = cell.claim == .functionChange ? range.atInitialization : 0
        let end: FunctionRange.End = range.supremum - start >= start - range.infimum ? .supremum : .infimum
        let shifts = FunctionRange.shiftsAlongX(attaining: end, problem)
        return WitnessDraft(moved: draw.moved { neuron, row, _ in
            // Where relu is 0 before and after, the move does nothing.
            guard row[0] > 0 || row[0] + shifts[neuron] > 0 else { return nil }
            var weights = row
            weights[0] += shifts[neuron]
            return (weights, nil)
        })
    }

    // MARK: Lemma B.7 and B.8/i

    private func gradient(of draw: DenseInitialization) -> WitnessDraft {
        let problem = draw.gradientProblem(radius: radius)
        let bracket = GradientNormBracket(problem, dimension: p.d, bound: bound)
        return expanded(bracket.witness, problem, draw)
    }

    /// Every move that makes the gradient at W0 shorter by itself, u being its direction: a steady active neuron goes by -a_s V u, a flippable
    /// one flips where that takes from the part along u. All together may overshoot.
    private func descent(of draw: DenseInitialization) -> WitnessDraft? {
        let sum = WitnessChecker.Pass(draw, WitnessQuantity(cell, WitnessDraft()), []).sum
        let length = WitnessQuantity.norm(sum)
        guard length > 0 else { return nil }
        // Shortened by what rounding could add to a move's length.
        let step = sum.map { radius * (1 - 1e-9) * $0 / length }
        let x = WitnessQuantity.input([Double](repeating: 0, count: p.d))
        return WitnessDraft(moved: draw.moved { _, row, sign in
            if row[0] > radius { return (zip(row, step).map { $0 - sign * $1 }, nil) }
            let along = sign * zip(row, sum).reduce(0) { $0 + $1.0 * $1.1 }
            guard (row[0] > 0) == (along > 0) else { return nil }
            return FlippingMoves.flipped(row, at: x, radius: radius).map { ($0, nil) }
        })
    }

    private func deviation(_ quantity: GradientDeviation.Quantity, of draw: DenseInitialization) -> WitnessDraft {
        let problem = draw.gradientProblem(radius: radius)
        let witness = GradientDeviation(quantity, problem, certificate: nil, bound: bound).witness
        guard quantity != .projectedDifference else { return expanded(witness, problem, draw) }
        // Only which neurons flip counts here, so that each may do so by the safest move.
        let x = WitnessQuantity.input([Double](repeating: 0, count: p.d))
        var index = 0
        return WitnessDraft(moved: draw.moved { _, row, _ in
            guard FlipGeometry.canFlip(row[0], radius: radius) else { return nil }
            index += 1
            guard witness.on[index - 1] != (row[0] > 0) else { return nil }
            return FlippingMoves.flipped(row, at: x, radius: radius).map { ($0, nil) }
        })
    }

    /// The flippable neurons where the witness has them, and the steady active ones moved by a_s times its steady move.
    private func expanded(_ witness: GradientWitness, _ problem: GradientProblem, _ draw: DenseInitialization) -> WitnessDraft {
        let rows = witness.expand(problem)
        var index = 0
        return WitnessDraft(moved: draw.moved { _, row, sign in
            if FlipGeometry.canFlip(row[0], radius: radius) {
                index += 1
                return (Array(rows[(index - 1) * p.d..<index * p.d]), nil)
            }
            return row[0] > 0 ? (zip(row, witness.steadyMove).map { $0 + sign * $1 }, nil) : nil
        })
    }

    // MARK: Lemma B.8

    /// r = e_2 and delta = R e_1 where d allows: the pair of the trials.
    private func directional(of draw: DenseInitialization) -> WitnessDraft {
        let pair = DirectionPair.standard(dimension: p.d, perturbation: p.radius)
        var (delta, r) = (unit(0, times: pair.delta.0), unit(0, times: pair.r.0))
        if p.d > 1 { (delta[1], r[1]) = (pair.delta.1, pair.r.1) }
        if p.d > 2 { r[2] = pair.r.2 }
        let moved = draw.moved { _, row, sign in
            let problem = DirectionalProblem(
                width: 1, radius: radius, pair: pair, alongX: [row[0]], alongDelta: [p.d > 1 ? row[1] : 0],
                alongR: [p.d > 2 ? row[2] : 0], signs: [sign])
            let best = DirectionalSupremum.maximizer(problem)
            return (zip(row.indices, row).map { $0 < 3 ? best[$0] : $1 }, nil)
        }
        return WitnessDraft(moved: moved, delta: delta, direction: r)
    }

    // MARK: Lemma B.9, B.8/j and B.4/4

    private func differences(of draw: DenseInitialization) -> WitnessDraft {
        let problem = draw.differenceProblem(radius: radius, perturbation: p.radius)
        switch cell.claim {
        case .perturbedFlippedNeuronsUniform: return safeFlips(PerturbedFlipCount(problem, bound: bound).witness, problem, draw)
        case .perturbedFlippedGradient: return safeFlips(PerturbedFlippedSum(problem, bound: bound).witness, problem, draw)
        default:
            let witness = GradientDifferenceBracket(problem, bound: bound).witness
            let after = witness.expand(problem.movable)
            return WitnessDraft(
                moved: moved(of: draw, among: problem) { index, _ in Array(after[index * p.d..<(index + 1) * p.d]) },
                delta: witness.perturbation)
        }
    }

    /// Only which neurons flip at x + delta counts, so that each may do so by the safest move, and delta have few decimals.
    private func safeFlips(
        _ witness: DifferenceWitness, _ problem: DifferenceProblem<DrawnRows>, _ draw: DenseInitialization
    ) -> WitnessDraft {
        let delta = witness.perturbation.map { ($0 * (1 - 1e-7) * 1e9).rounded() / 1e9 }
        let input = WitnessQuantity.input(delta)
        let flipped = Set(witness.moves.map(\.index))
        return WitnessDraft(
            moved: moved(of: draw, among: problem) { index, row in
                flipped.contains(index) ? FlippingMoves.flipped(row, at: input, radius: radius) : nil
            },
            delta: delta)
    }

    /// The movable rows are some of the draw's, in its order and with its bits: `move` gets their index among them.
    private func moved(
        of draw: DenseInitialization, among problem: DifferenceProblem<DrawnRows>, _ move: (Int, [Double]) -> [Double]?
    ) -> [MovedNeuron] {
        var rows: [Double] = []
        problem.movable.forEachTile { rows.append(contentsOf: $0.rows) }
        var index = -1
        return draw.moved { _, row, _ in
            let start = (index + 1) * p.d
            guard start < rows.count, rows[start..<start + p.d].elementsEqual(row) else { return nil }
            index += 1
            return move(index, row).map { ($0, nil) }
        }
    }
}
