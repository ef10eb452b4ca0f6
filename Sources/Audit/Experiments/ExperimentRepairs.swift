// SPDX-License-Identifier: GPL-3.0-or-later

internal import Experiments

/// What the records bear in place of a refuted claim: a larger constant, another exponent, a restricted domain.
extension ExperimentRows {
    /// The row, and behind it its repair where it is refuted and the records have one that holds.
    func repaired(_ row: AuditRow, _ repair: AuditRow?) -> [AuditRow] {
        guard row.verdict == .refuted, let repair, repair.verdict == .holds else { return [row] }
        var row = row
        row.repairs = [repair.id]
        return [row, repair]
    }

    private func repair(_ id: String, _ statement: String, domain: String, holds: Bool, note: String) -> AuditRow {
        AuditRow(
            AuditStep(id: "\(id)*", kind: .experiment, statement: statement, place: "in place of \(id)", domain: domain),
            holds ? .holds : .inconclusive, method: source, note: note,
            evidence: [Evidence("read off the records of \(id), of which it is a summary: no other run has been held against it", .sampled)])
    }

    var errorsRepair: AuditRow? {
        guard let worst = records.lazy.max(by: { $0.testError < $1.testError }) else { return nil }
        return repair(
            "5/1", "Every trained lazy network has test error < 4%", domain: "as 5/1, with or without bias", holds: worst.testError < 0.04,
            note: "the largest error of \(records.lazy.count) networks is \(shortText(100 * worst.testError)) %")
    }

    var scalingRepair: AuditRow? {
        let widths = Set(unnormalized.map(\.m)).sorted()
        let laws = widths.compactMap { unnormalized.exponent(of: .step, m: $0, c0: 10, dimensions: 1...784) }
        guard !laws.isEmpty, laws.count == widths.count else { return nil }
        return repair(
            "5/2", "The smallest flipping step size falls with d, by an exponent between -0.7 and -0.1", domain: "25 <= d <= 784, otherwise as 5/2",
            holds: laws.allSatisfy { $0.lower > -0.7 && $0.upper < -0.1 },
            note: zip(widths, laws).map { "m = \($0): [\(shortText($1.lower)), \(shortText($1.upper))]" }.joined(separator: ", "))
    }

    var growthRepair: AuditRow? {
        let laws = LazyQuantity.allCases.compactMap { unnormalized.growth(of: $0, m: 100_000, d: 100) }
        guard laws.count == LazyQuantity.allCases.count else { return nil }
        return repair(
            "5/3", "The smallest flipping perturbation relative to ||x||, the gradient norm and the smallest flipping step size all grow with C0",
            domain: "d = 100, otherwise as 5/3", holds: laws.allSatisfy { $0.lower > 0 },
            note: zip(LazyQuantity.allCases, laws).map { "\($0.title) grows as C0^\(shortText($1.exponent))" }.joined(separator: ", "))
    }

    var radiusRepair: AuditRow? {
        let found = records.adversarial.leftPanel
        func scaled(_ record: AdversarialRecord) -> Double { record.radius * Double(record.d).squareRoot() }
        let (small, large) = (found.filter { scaled($0) < 1.001 }, found.filter { scaled($0) > 5.999 })
        guard let least = small.map(\.robustAccuracy).min(), let most = large.map(\.robustAccuracy).max() else { return nil }
        return repair(
            "5/4", "Robust test accuracy is above 90% at ||delta|| = 1/sqrt d and below 5% from ||delta|| = 6/sqrt d on", domain: "as 5/4",
            holds: least > 0.9 && most < 0.05,
            note: "at least \(shortText(100 * least)) % at 1/sqrt d, at most \(shortText(100 * most)) % from 6/sqrt d on, in every run")
    }
}
