// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims
public import Experiments

/// What records say of Section 5: what the paper observed on MNIST, held against networks trained as it describes.
///
/// The paper leaves open the batch size, the filter that downsamples and the scale of the pixels, and states trends in words. So each
/// finding names the reading and the rule by which it is judged, and a verdict is of the records under that rule.
public struct ExperimentFindings: Sendable {
    let records: RunRecords
    /// "recorded run, seed 1".
    let source: String
    /// Whose images the networks were trained on.
    let images: ImageSource
    let rules: ExperimentRules
    /// Which value over the test images stands for a network; the paper's are averaged.
    let aggregate: Aggregate

    /// - Parameters:
    ///   - source: where the records come from, in words.
    ///   - images: whose images the networks were trained on.
    ///   - rules: what stands for the paper's words.
    ///   - aggregate: which value over the test images stands for a network.
    public init(_ records: RunRecords, source: String, images: ImageSource, rules: ExperimentRules, by aggregate: Aggregate = .mean) {
        self.records = records
        self.source = source
        self.images = images
        self.rules = rules
        self.aggregate = aggregate
    }

    /// The rows of the run that is kept with the program.
    ///
    /// - Throws: `DataError` where one of its tables has been damaged by hand, `PlanError` where the rules have.
    public static func recorded() throws -> ExperimentFindings {
        ExperimentFindings(
            try RunRecords.recorded(), source: "networks trained on MNIST's 0 and 1, the recorded run", images: .mnist,
            rules: try ExperimentRules.fixed())
    }

    /// The claims of Section 5 that these records may speak of, each with its repairs where it does not stand and they do. The claims
    /// speak of MNIST: what was measured on other images is shown, and judges none of them.
    public func rows(_ claims: [Claim]) -> [AuditRow] {
        claims.flatMap { claim -> [AuditRow] in
            guard let finding = finding(of: claim) else { return [] }
            guard images.isMNIST else { return [AuditRow(claim, unjudged(finding))] }
            let repairs =
                finding.verdict.isPositive
                ? []
                : claim.repairs.compactMap { repair in
                    self.finding(of: repair).map { AuditRow(repair, $0) }
                }
            let holding = repairs.filter { $0.verdict.isPositive }
            return [AuditRow(claim, finding, repairs: holding.map(\.id))] + holding
        }
    }

    private func finding(of claim: Claim) -> Finding? {
        guard case .proof(let proof) = claim.decision, let experiment = proof as? RecordedExperiment else { return nil }
        return experiment.judge(self)
    }

    /// What was measured, without what the paper's claim or a rule makes of it.
    private func unjudged(_ finding: Finding) -> Finding {
        var unjudged = Finding(
            .inconclusive, method: source,
            note: "the claim speaks of MNIST's digits 0 and 1; these are other images, which say nothing of it",
            boundary: finding.boundary?.without(columns: ["paper", "finding"]))
        unjudged.isJudged = false
        return unjudged
    }

    /// Where no records of the kind exist.
    var missing: Finding { Finding(.inconclusive, method: source, note: "these records do not cover the claim") }

    /// What every row of SGD says of its setting.
    var setting: String {
        let found = Set(records.lazy.map(\.choices.text)).sorted()
        return found.joined(separator: "; ") + ": choices of ours where the paper is silent"
    }

    /// Networks trained by Algorithm 1 with its projection, their attacks of one kind.
    var attackedNetworks: [AdversarialRecord] { records.adversarial.ofOneKind }

    /// What every row of Algorithm 1 says of its setting.
    var attackSetting: String {
        let isLiteral = attackedNetworks.contains { $0.step == .gradient }
        let steps = isLiteral ? "the gradient times the rate, as it is written" : "unit direction (Madry et al., arXiv:1706.06083)"
        let attacked = Set(attackedNetworks.map(\.attacked)).sorted().map(String.init).joined(separator: " or ")
        return "steps of \(steps), \(attacked) training images attacked a round, 197 minibatches of 64 a round: choices of ours where the "
            + "paper is silent or the machine small"
    }

    /// The paper's own reading of Section 5.1, with a bias and samples as they are.
    var unnormalized: [LazyRecord] { records.lazy.filter { $0.scaling == .unnormalized } }
    var withoutBias: [LazyRecord] { records.lazy.filter { $0.scaling == .normalized } }
}

/// A claim of Section 5, decided by what a rule says of the recorded run.
public struct RecordedExperiment: Proof {
    /// The experiments whose records speak of it.
    public let experiments: [Experiment]
    let judge: @Sendable (ExperimentFindings) -> Finding

    init(_ experiments: [Experiment], judge: @escaping @Sendable (ExperimentFindings) -> Finding) {
        self.experiments = experiments
        self.judge = judge
    }

    public func finding() throws -> Finding { judge(try .recorded()) }

    /// The claims of Section 5 that records of `experiments` speak of.
    public static func claims(of experiments: [Experiment]) -> [Claim] {
        Claim.section5.filter { claim in
            guard case .proof(let proof) = claim.decision, let recorded = proof as? RecordedExperiment else { return false }
            return !Set(recorded.experiments).isDisjoint(with: experiments)
        }
    }
}
