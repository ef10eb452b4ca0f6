// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import LazyBall
internal import RealModule
internal import Sampler

/// One draw of (W0, a) for Theorem 3.1 and Corollary 3.2: every adversary's W, what it forces, and the sure steps checked at it.
///
/// Not a trial of the engine: its claims have no bound to compare with.
struct FlippingTrial: Sendable {
    let parameters: Parameters
    let generator: Generator
    let effort: FlippingStudy.Effort
    let base: StreamKey

    /// Lanes of the trial's streams beside those of W0 and a. Changing a number changes recorded results.
    enum StreamLane {
        static let lessons: UInt8 = 32
        static let labels: UInt8 = 33
        static let points: UInt8 = 34
    }

    /// What a draw tells.
    struct Record: Sendable {
        /// In the order of `Adversary.allCases`.
        let attacks: [Outcome]
        /// The index of the strongest attack; nil where no gradient is other than 0.
        let strongest: Int?
        /// No C2 lies in every attack's interval of steps that flip.
        let hasNoCommonStep: Bool
        /// |t| of 3.1/b at W0.
        let proofStep: Double
        /// Sides of 3.1/a, 3.1/b and 3.1/c.
        let checks: [(claim: FlippingStudy.SureClaim, sides: RoundedInequality)]
    }

    struct Outcome: Sendable {
        let flipping: FlippingStep
        /// The points of the sphere flipped within R, and the least R that flips nine tenths of them.
        let flipped: Int
        let ninetyPercentDistance: Double
    }

    init(_ parameters: Parameters, seed: UInt64, generator: Generator, effort: FlippingStudy.Effort) {
        self.parameters = parameters
        self.generator = generator
        self.effort = effort
        // Not R: the draws at every R are the same, so that the count of points rises with R.
        let cell = "d=\(parameters.d) m=\(parameters.m) c0=\(parameters.c0)"
        base = StreamKey(seed: seed, claim: StreamKey.identifier("3.1/1"), cell: StreamKey.identifier(cell))
    }

    func record(_ trial: UInt64) throws -> Record {
        var key = base
        key.trial = trial
        let (d, v) = (parameters.d, parameters.ballRadius)
        let initial = try draw(key)
        let lessons = Adversary.TrainingPoints(
            points: sphere(key.with(lane: StreamLane.lessons), count: effort.lessons), labels: signs(key.with(lane: StreamLane.labels)))
        let points = sphere(key.with(lane: StreamLane.points), count: effort.points)
        let x = [1] + [Double](repeating: 0, count: d - 1)
        let attacks = Adversary.attacks(against: initial, radius: v, training: lessons)
        let strongest = Adversary.strongest(of: attacks).flatMap { best in attacks.firstIndex { $0.adversary == best.adversary } }
        var checks: [(claim: FlippingStudy.SureClaim, sides: RoundedInequality)] = []
        var proofStep = Double.infinity
        for attack in attacks {
            let found = check(attack, at: x, into: &checks)
            if attack.adversary == .initialization { proofStep = found ?? .infinity }
        }
        return Record(
            attacks: attacks.map { attack in
                let robust = RobustError(attack.network, points: points, perturbation: parameters.radius)
                let rank = (9 * effort.points + 9) / 10
                return Outcome(
                    flipping: attack.flipping, flipped: robust.flipped, ninetyPercentDistance: robust.distances.sorted()[rank - 1])
            },
            strongest: strongest, hasNoCommonStep: Self.haveNoCommonStep(attacks, at: x), proofStep: proofStep, checks: checks)
    }

    /// 3.1/a at steps up to the longest of interest, 3.1/b where its equation has a solution, 3.1/c at two scales. Returns |t| of 3.1/b.
    private func check(
        _ attack: Adversary.Attack, at x: [Double], into checks: inout [(claim: FlippingStudy.SureClaim, sides: RoundedInequality)]
    ) -> Double? {
        let network = FlippingClaims.oriented(attack.network, at: x)
        // Four times |f|, or the step that flips if it is longer: beyond, the segment's breakpoints cost much and say little.
        let step = attack.flipping.step < .infinity ? attack.flipping.step : 0
        let limit = 1.5 * Swift.max(4 * abs(attack.flipping.value), step) + 1e-3
        guard let claims = FlippingClaims(network, at: x, limit: limit) else { return nil }
        for k in 1...effort.steps {
            checks.append((.stepBound, claims.stepBound(at: -limit * Double(k) / Double(effort.steps))))
        }
        let proof = claims.proofStep()
        if let proof {
            checks.append((.proofStep, proof.defect))
            checks.append((.proofStep, proof.conclusion))
        }
        for scale in [0.37, 19.0] {
            let sides = FlippingClaims.scaleInvariance(attack.network, at: x, by: scale)
            checks.append((.scaleInvariance, sides.value))
            checks.append((.scaleInvariance, sides.point))
        }
        return proof?.step
    }

    /// Whether the largest step that some W needs exceeds one at which another has its first sign again.
    private static func haveNoCommonStep(_ attacks: [Adversary.Attack], at x: [Double]) -> Bool {
        let flipping = attacks.filter { $0.flipping.outcome == .flips || $0.flipping.outcome == .neverFlips }
        let needed = flipping.map(\.flipping.step).max() ?? 0
        return flipping.contains { attack in
            attack.flipping.step == .infinity || FlippingStep.window(attack.network, at: x).end < needed
        }
    }

    private func draw(_ key: StreamKey) throws -> Network {
        let (d, m) = (parameters.d, parameters.m)
        let source = try DenseInitialization(key: key, width: m, dimension: d, generator: generator)
        var rows: [Double] = [], signs: [Double] = []
        rows.reserveCapacity(m * d)
        signs.reserveCapacity(m)
        source.forEachTile { tile in
            rows.append(contentsOf: tile.rows[0..<tile.count * d])
            signs.append(contentsOf: tile.signs[0..<tile.count])
        }
        return Network(dimension: d, rows: rows, signs: signs)
    }

    /// Points uniform on the sphere, a row each.
    private func sphere(_ key: StreamKey, count: Int) -> [Double] {
        let d = parameters.d
        var stream = RandomStream(key, generator: generator)
        return [Double](unsafeUninitializedCapacity: count * d) { buffer, initialized in
            buffer.initialize(repeating: 0)
            for k in 0..<count { stream.fillSphere(UnsafeMutableBufferPointer(rebasing: buffer[k * d..<(k + 1) * d])) }
            initialized = count * d
        }
    }

    private func signs(_ key: StreamKey) -> [Double] {
        var stream = RandomStream(key, generator: generator)
        return [Double](unsafeUninitializedCapacity: effort.lessons) { buffer, initialized in
            buffer.initialize(repeating: 0)
            stream.fillSigns(UnsafeMutableBufferPointer(rebasing: buffer[0..<effort.lessons]))
            initialized = effort.lessons
        }
    }
}
