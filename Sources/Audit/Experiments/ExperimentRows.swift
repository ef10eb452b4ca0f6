// SPDX-License-Identifier: GPL-3.0-or-later

public import Experiments
internal import Verifier

/// The rows of Section 5: what the paper observed on MNIST, held against networks trained as it describes.
///
/// The paper leaves open the batch size, the filter that downsamples and the scale of the pixels, and states trends in words. So each row
/// names the reading and the rule by which it is judged, and a verdict is of the records under that rule.
public struct ExperimentRows: AuditProvider {
    let records: RunRecords
    /// "recorded run, seed 1".
    let source: String

    public init(_ records: RunRecords, source: String) {
        self.records = records
        self.source = source
    }

    /// The rows of the run that is kept with the program.
    ///
    /// - Throws: `DataError` where one of its tables has been damaged by hand.
    public static func recorded() throws(DataError) -> ExperimentRows {
        ExperimentRows(try RunRecords.recorded(), source: "networks trained on MNIST's 0 and 1, the recorded run of `make experiments`")
    }

    public var steps: [AuditStep] { Catalogue.all.filter { $0.kind == .experiment }.map { Self.step($0.id) } }

    public func rows(for id: String) -> [AuditRow] {
        switch id {
        case "5/1": repaired(errors, errorsRepair)
        case "5/2": repaired(scaling, scalingRepair)
        case "5/3": repaired(growth, growthRepair)
        case "5/4": repaired(radius, radiusRepair)
        case "5/5": [ball]
        case "5/6": [normalized]
        case "5/7": [histograms]
        default: []
        }
    }

    static func step(_ id: String) -> AuditStep {
        let claim = Catalogue.claim(id)
        return AuditStep(
            id: id, kind: .experiment, statement: claim?.statement ?? "", place: claim?.place ?? "",
            domain: claim.map { $0.hypotheses.isEmpty ? "Section 5" : $0.hypotheses } ?? "")
    }

    /// A row where no records of the kind exist.
    func missing(_ id: String) -> AuditRow {
        AuditRow(Self.step(id), .inconclusive, method: source, note: "these records do not cover the claim")
    }

    /// What every row of SGD says of its setting.
    static let setting = "one sample a step, pixels in [0, 1] averaged over areas, at most 3 passes: choices of ours where the paper is silent"

    /// The paper's own reading of Section 5.1, with a bias and samples as they are.
    var unnormalized: [LazyRecord] { records.lazy.filter { $0.scaling == .unnormalized } }
    var withoutBias: [LazyRecord] { records.lazy.filter { $0.scaling == .normalized } }
}

/// Why a verdict among several findings: refuted if one is, holds if all do.
func joined(_ verdicts: [AuditVerdict]) -> AuditVerdict {
    if verdicts.contains(.refuted) { return .refuted }
    if verdicts.isEmpty { return .inconclusive }
    return verdicts.allSatisfy { $0 == .holds } ? .holds : .consistent
}
