// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Experiments

/// 5/1: "each of the trained models achieves a test error of less than 1%".
extension ExperimentFindings {
    var errors: Finding {
        let judged = unnormalized
        guard let worst = judged.max(by: { ($0.errors, $1.d) < ($1.errors, $0.d) }) else { return missing }
        let failing = judged.filter { $0.testError >= 0.01 }
        let others = withoutBias.filter { $0.testError >= 0.01 }
        let networks = "\(judged.count) networks with bias, of which \(failing.count) have an error of 1 % or more"
        let normalized = withoutBias.isEmpty ? "" : "; \(withoutBias.count) on normalized samples, of which \(others.count)"
        return Finding(
            failing.isEmpty ? .holds : .refuted, method: source, counterexample: simplestFailure.map(Self.witness),
            note: networks + normalized
                + ". The largest is \(worst.errors) of \(worst.images) test images (d = \(worst.d), m = \(worst.m))",
            evidence: [
                Evidence("every network's errors counted on all \(worst.images) test images", .measured),
                Evidence(Self.setting + "; a batch size or stopping rule of the paper's own may give other networks", .argued),
            ],
            boundary: Self.errorTable(records.lazy))
    }

    /// The smallest network whose error is 1 % or more.
    var simplestFailure: LazyRecord? {
        unnormalized.filter { $0.testError >= 0.01 }.min { ($0.m, $0.d, $0.c0, $0.run) < ($1.m, $1.d, $1.c0, $1.run) }
    }

    private static func witness(_ record: LazyRecord) -> Counterexample {
        Counterexample(
            [.init("d", "\(record.d)"), .init("m", "\(record.m)"), .init("C0", shortText(record.c0)), .init("run", "\(record.run)")],
            lhs: record.testError, rhs: 0.01, excess: record.testError - 0.01)
    }

    /// By reading, d and m: the largest error of all C0 and runs.
    private static func errorTable(_ records: [LazyRecord]) -> BoundaryTable {
        let groups = Dictionary(grouping: records) { [$0.scaling == .unnormalized ? 0 : 1, $0.m, $0.d] }
        let rows = groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { key, records -> [String]? in
            guard let worst = records.max(by: { $0.errors < $1.errors }) else { return nil }
            return [
                records[0].scaling.rawValue, "\(key[1])", "\(key[2])", "\(records.count)", "\(records.count { $0.testError >= 0.01 })",
                shortText(100 * worst.testError), shortText(worst.c0),
            ]
        }
        return BoundaryTable(
            caption: "test errors in percent over all C0 and runs",
            columns: ["samples", "m", "d", "networks", "at 1 % or more", "largest error (%)", "at C0"], rows: rows)
    }
}
