// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims
public import Verifier

/// All that a report is made from, whatever its format: what was found and stored, and nothing that a second look would not find there.
public struct ReportContents: Sendable {
    /// The run, its values rounded as they are recorded; nil for an audit alone.
    public var result: RunResult?
    /// The audit; nil for a run alone.
    public var audit: AuditDocument?
    /// Whether the audit is what is being reported, and not the run's companion on its page.
    public var isOfAudit = false
    /// The command that repeats the run.
    public var command: String
    /// Those of the run's refuted claims.
    public var witnesses: [Witness]
    /// The verdicts that the plan expects of proof steps; of the others nothing is said.
    public var expected: [String: Verdict]
    /// Figures beside the audit's claims about experiments; nil where it has no claim that one is about.
    public var experiments: RecordedFigures?
    /// Where the claims stand.
    public let catalogue: Catalogue

    public init(
        result: RunResult? = nil, audit: AuditDocument? = nil, command: String, witnesses: [Witness] = [],
        expected: [String: Verdict] = [:], in catalogue: Catalogue
    ) {
        (self.result, self.audit, self.command, self.witnesses) = (result, audit, command, witnesses)
        (self.expected, self.catalogue) = (expected, catalogue)
    }

    var withoutAudit: ReportContents {
        var copy = self
        copy.audit = nil
        return copy
    }

    var withoutRun: ReportContents {
        var copy = self
        copy.result = nil
        return copy
    }
}
