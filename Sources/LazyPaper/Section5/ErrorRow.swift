// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Experiments

/// 5/1: "each of the trained models achieves a test error of less than 1%".
extension ExperimentFindings {
    var errors: Finding {
        guard !unnormalized.isEmpty else { return missing }
        let failing = unnormalized.filter(fails)
        let smallest = failing.min { ($0.m, $0.d, $0.c0, $0.run) < ($1.m, $1.d, $1.c0, $1.run) }
        let example = smallest.map {
            "; the smallest that has one: d = \($0.d), m = \($0.m), C0 = \(shortText($0.c0)), run \($0.run), with \($0.errors) of "
                + "\($0.images) test images wrong"
        }
        return Finding(
            failing.isEmpty ? .reproduced : .notReproduced, method: source,
            note: "Networks with a test error of 1 % or more, samples as they are: " + shares(unnormalized)
                + (withoutBias.isEmpty ? "" : ". Samples of norm 1: " + shares(withoutBias)) + (example ?? ""),
            evidence: [
                Evidence("every network's errors counted on all test images; reproduced where none has 1 % or more", .measured),
                Evidence(
                    "a network that training leaves in a ball is that of every larger one, and counts once, at the smallest", .argued),
                Evidence(setting + "; a batch size or stopping rule of the paper's own may give other networks", .argued),
            ] + choiceEvidence("5/1"),
            boundary: errorTable(records.lazy))
    }

    /// Whether a network has an error that 5/1 has none of.
    func fails(_ network: LazyRecord) -> Bool { network.testError >= rules[.testError] }

    /// By C0: of how many different networks how many have an error of 1 % or more.
    private func shares(_ records: [LazyRecord]) -> String {
        let networks = records.distinctNetworks
        return Set(networks.map(\.c0)).sorted().map { c0 in
            let found = networks.filter { $0.c0 == c0 }
            return "\(found.count(where: fails)) of \(found.count) at C0 = \(shortText(c0))"
        }.joined(separator: ", ")
    }

    /// By reading, d and m: the largest error of all C0 and runs.
    private func errorTable(_ records: [LazyRecord]) -> BoundaryTable {
        let groups = Dictionary(grouping: records) { [$0.scaling == .unnormalized ? 0 : 1, $0.m, $0.d] }
        let rows = groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { key, records -> [String]? in
            guard let worst = records.max(by: { $0.errors < $1.errors }) else { return nil }
            return [
                records[0].scaling.rawValue, "\(key[1])", "\(key[2])", "\(records.count)", "\(records.count(where: fails))",
                shortText(100 * worst.testError), shortText(worst.c0),
            ]
        }
        return BoundaryTable(
            caption: "test errors in percent over all C0 and runs",
            columns: ["samples", "m", "d", "networks", "at 1 % or more", "largest error (%)", "at C0"], rows: rows)
    }
}
