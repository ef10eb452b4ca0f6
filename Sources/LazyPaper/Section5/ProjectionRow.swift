// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Experiments

/// 5/8: "it does not hurt the test accuracy of the trained models", the projection of Algorithm 1.
extension ExperimentFindings {
    /// A network and its twin: the same W0 and minibatches, without the projection.
    private struct Twins {
        let projected: AdversarialRecord
        let free: AdversarialRecord

        /// What test accuracy gains without the projection, in percentage points.
        var gain: Double { 100 * (free.accuracy - projected.accuracy) }
        /// Whether that is more than `points`: in images, as one point of 1000 images is no sum of rounded numbers.
        func loses(_ points: Double) -> Bool { 100 * Double(free.right - projected.right) > points * Double(projected.images) }
        /// Whether the projected one has got to the sphere, which its twin has passed.
        var isTouched: Bool { (free.distance ?? 0) > projected.c0 }
    }

    private static func isTwin(_ a: AdversarialRecord, _ b: AdversarialRecord) -> Bool {
        a.d == b.d && a.m == b.m && a.c0 == b.c0 && a.radius == b.radius && a.run == b.run && a.step == b.step
            && a.attacked == b.attacked && a.images == b.images
    }

    var projection: Finding {
        let free = records.adversarial.filter { !$0.projects }
        let twins = attackedNetworks.compactMap { network in
            free.first { Self.isTwin(network, $0) }.map { Twins(projected: network, free: $0) }
        }
        guard let worst = twins.max(by: { $0.gain < $1.gain }), let least = twins.min(by: { $0.gain < $1.gain }) else {
            return Finding(
                .inconclusive, method: source, note: "no network of these records was trained without the projection",
                evidence: [projectionRule, Evidence(attackSetting, .argued)])
        }
        let losing = twins.count { $0.loses(rules[.accuracyLoss]) }, touched = twins.count(where: \.isTouched)
        // A projection that never moves a weight can cost nothing.
        let verdict: Verdict = touched == 0 ? .inconclusive : losing == 0 ? .reproduced : .notReproduced
        let place = "d = \(worst.projected.d), ||delta|| sqrt d = \(shortText(Self.scaled(worst.projected))), run \(worst.projected.run)"
        return Finding(
            verdict, method: source,
            note:
                "Without the projection test accuracy changes by \(shortText(least.gain)) to \(shortText(worst.gain)) percentage points in "
                + "\(twins.count) pairs, and gains more than \(points) in \(losing); the most at \(place). In \(touched) of the pairs W goes "
                + "beyond the ball where nothing holds it",
            evidence: [projectionRule, Evidence(attackSetting, .argued)],
            boundary: BoundaryTable(
                caption: "mean test accuracy (%) with the projection and without it, m = 1000, V = 10/sqrt m",
                columns: ["d", "||delta|| sqrt d", "pairs", "with", "without", "distance without, sqrt m"], rows: Self.rows(twins)))
    }

    private var points: String { shortText(rules[.accuracyLoss]) }

    private var projectionRule: Evidence {
        Evidence(
            "the same networks, from the same seeds, with the projection and without it: reproduced where no run gains more than \(points) "
                + "percentage points of test accuracy without it, not reproduced where one does; inconclusive where no weight would leave "
                + "the ball", .measured)
    }

    private static func rows(_ twins: [Twins]) -> [[String]] {
        let groups = Dictionary(grouping: twins) { [Double($0.projected.d), scaled($0.projected)] }
        return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, found in
            func mean(_ value: (Twins) -> Double) -> String { shortText(found.reduce(0) { $0 + value($1) } / Double(found.count)) }
            return [
                shortText(key[0]), shortText(key[1]), "\(found.count)", mean { 100 * $0.projected.accuracy },
                mean { 100 * $0.free.accuracy }, mean { $0.free.distance ?? 0 },
            ]
        }
    }
}
