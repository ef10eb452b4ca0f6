// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Experiments
internal import Statistics

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
        let large = records.lazy.distinctNetworks.filter { $0.c0 >= 20 }
        let failing = large.count { $0.testError >= 0.01 }
        guard let limits = try? BinomialLimits(alpha: 0.01).limits(successes: failing, trials: large.count) else { return missing }
        return repair(
            holds: limits.upper < 0.03,
            note: "\(failing) of \(large.count) different networks, so that the share of such networks is below "
                + "\(shortText(100 * limits.upper)) % but for an error of 1 %")
    }

    var scalingRepair: Finding {
        guard let law = unnormalized.exponent(of: .step, c0: 10, confidence: 0.99, by: aggregate) else { return missing }
        return repair(
            holds: law.lower > -0.75 && law.upper < -0.25,
            note: "[\(shortText(law.lower)), \(shortText(law.upper))] over \(law.runs) runs of all widths")
    }

    var growthRepair: Finding {
        let found = steps(unnormalized).filter { $0.d == 100 && $0.from == 10 }
        guard found.count == LazyQuantity.allCases.count else { return missing }
        return repair(
            holds: found.allSatisfy { $0.rises == $0.changes.count },
            note: found.map { "\($0.quantity.title) rises in \($0.rises) of \($0.changes.count) runs" }.joined(separator: ", "))
    }

    var radiusRepair: Finding {
        let found = attackedNetworks.leftPanel
        func scaled(_ record: AdversarialRecord) -> Double { record.radius * Double(record.d).squareRoot() }
        let (small, large) = (found.filter { scaled($0) < 1.001 }, found.filter { scaled($0) > 5.999 })
        guard let least = small.map(\.robustAccuracy).min(), let most = large.map(\.robustAccuracy).max() else { return missing }
        return repair(
            holds: least > 0.9 && most < 0.05,
            note: "at least \(shortText(100 * least)) % at 1/sqrt d, at most \(shortText(100 * most)) % from 6/sqrt d on, in every run")
    }
}
