// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Experiments

/// What the records bear in place of a refuted claim: a larger constant, another exponent, a restricted domain.
extension ExperimentFindings {
    func repair(holds: Bool, note: String) -> Finding {
        Finding(
            holds ? .holds : .inconclusive, method: source, note: note,
            evidence: [
                Evidence("read off the records of the claim, of which it is a summary: no other run has been held against it", .measured)
            ])
    }

    var errorsRepair: Finding {
        guard let worst = records.lazy.max(by: { $0.testError < $1.testError }) else { return missing }
        return repair(
            holds: worst.testError < 0.04,
            note: "the largest error of \(records.lazy.count) networks is \(shortText(100 * worst.testError)) %")
    }

    var scalingRepair: Finding {
        let widths = Set(unnormalized.map(\.m)).sorted()
        let laws = widths.compactMap { unnormalized.exponent(of: .step, m: $0, c0: 10, dimensions: 1...784) }
        guard !laws.isEmpty, laws.count == widths.count else { return missing }
        return repair(
            holds: laws.allSatisfy { $0.lower > -0.7 && $0.upper < -0.1 },
            note: zip(widths, laws).map { "m = \($0): [\(shortText($1.lower)), \(shortText($1.upper))]" }.joined(separator: ", "))
    }

    var growthRepair: Finding {
        let laws = LazyQuantity.allCases.compactMap { unnormalized.growth(of: $0, m: 100_000, d: 100) }
        guard laws.count == LazyQuantity.allCases.count else { return missing }
        return repair(
            holds: laws.allSatisfy { $0.lower > 0 },
            note: zip(LazyQuantity.allCases, laws).map { "\($0.title) grows as C0^\(shortText($1.exponent))" }.joined(separator: ", "))
    }

    var radiusRepair: Finding {
        let found = records.adversarial.leftPanel
        func scaled(_ record: AdversarialRecord) -> Double { record.radius * Double(record.d).squareRoot() }
        let (small, large) = (found.filter { scaled($0) < 1.001 }, found.filter { scaled($0) > 5.999 })
        guard let least = small.map(\.robustAccuracy).min(), let most = large.map(\.robustAccuracy).max() else { return missing }
        return repair(
            holds: least > 0.9 && most < 0.05,
            note: "at least \(shortText(100 * least)) % at 1/sqrt d, at most \(shortText(100 * most)) % from 6/sqrt d on, in every run")
    }
}
