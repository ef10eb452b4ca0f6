// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Support
internal import Verifier

/// A run or an audit in the XML of test reports that systems of continuous integration read: a suite a lemma, a case a cell or a step.
///
/// A verdict that is expected passes, a refutation too: the note says so. One that is not, and a refutation that nothing is said of,
/// fails with the limits, the seed and the command that repeats it. Out of domain is skipped. Times are 0: no result depends on them.
public enum JUnitReport {
    public static func text(of contents: ReportContents) -> String {
        var suites: [Suite] = []
        if let result = contents.result { suites += Self.suites(result, in: contents.catalogue) }
        if let audit = contents.audit { suites += Self.suites(audit, expected: contents.expected, in: contents.catalogue) }
        return document(suites)
    }

    private struct Suite {
        let name: String
        var cases: [Case]
    }

    private struct Case {
        enum End {
            case passed(note: String?)
            case failed(type: String, message: String, text: String)
            case skipped(String)
        }

        let name: String
        let group: String
        let end: End
    }

    // MARK: runs

    private static func suites(_ result: RunResult, in catalogue: Catalogue) -> [Suite] {
        var suites: [Suite] = []
        for cell in result.cells {
            let title = catalogue.claim(cell.claim).flatMap { catalogue.section(of: $0)?.title } ?? "Other claims"
            if suites.last?.name != title { suites.append(Suite(name: title, cases: [])) }
            suites[suites.count - 1].cases.append(Case(name: name(cell), group: cell.claim, end: end(cell, of: result)))
        }
        return suites
    }

    private static func name(_ cell: RunResult.Cell) -> String {
        "\(cell.claim) \(cell.shortPlace)"
    }

    private static func end(_ cell: RunResult.Cell, of run: RunResult) -> Case.End {
        let verdict = cell.verdict?.rawValue ?? "out of domain"
        func failed(_ type: String, _ what: String) -> Case.End {
            .failed(
                type: type, message: what,
                text: "\(numbers(cell))\nseed \(run.seed), generator \(run.rng), sampler \(run.sampler.rawValue), family-wise error rate "
                    + "\(Digits.text(run.errorRate))\nto repeat: \(run.command(of: cell))")
        }
        switch (cell.verdict, cell.expected) {
        case (nil, nil): return .skipped("out of the claim's domain: a hypothesis of its own fails here")
        case (let found, let expected?) where found != expected:
            return failed("unexpected", "\(cell.claim): \(verdict), expected \(expected.rawValue)")
        case (.refuted, nil): return failed("refuted", "\(cell.claim): refuted")
        case (.refuted, .some): return .passed(note: "refuted, as expected: \(numbers(cell))")
        case (_, .some), (_, nil): return .passed(note: cell.verdict == .holds ? nil : "\(verdict): \(numbers(cell))")
        }
    }

    private static func numbers(_ cell: RunResult.Cell) -> String {
        var parts = ["bound \(Digits.text(cell.bound, 6))"]
        if let quantile = cell.quantile {
            parts.append(
                "quantile \(Digits.text(quantile.value, 6)) [\(Digits.text(quantile.lower, 6)), \(Digits.text(quantile.upper, 6))]")
        }
        if let of = cell.probabilityOf {
            parts.append("P(\(of.rawValue)) in [\(Digits.text(cell.probability.lower, 6)), \(Digits.text(cell.probability.upper, 6))]")
        }
        parts.append("\(cell.trials) trials, \(cell.violations) violations, \(cell.undecided) undecided")
        if let note = cell.note { parts.append(note) }
        return parts.joined(separator: "; ")
    }

    // MARK: audits

    private static func suites(_ audit: AuditDocument, expected: [String: Verdict], in catalogue: Catalogue) -> [Suite] {
        var suites: [Suite] = []
        let report = AuditReport(audit, in: catalogue)
        for step in audit.steps {
            let title = "Audit of \(report.title(of: step))"
            if suites.last?.name != title { suites.append(Suite(name: title, cases: [])) }
            suites[suites.count - 1].cases.append(Case(name: step.id, group: step.kindName, end: end(step, expected[step.id])))
        }
        return suites
    }

    private static func end(_ step: AuditDocument.Step, _ expected: Verdict?) -> Case.End {
        guard let verdict = step.verdict else { return .skipped("not judged: \(step.method)") }
        if let expected, expected != verdict {
            return .failed(
                type: "unexpected", message: "\(step.id): \(verdict.rawValue), expected \(expected.rawValue)",
                text: "\(step.statementLine)\n\(step.method)\nto repeat: lemmacheck audit \(step.id.shellWord)")
        }
        let details = step.witness?.text ?? step.note
        return .passed(note: "\(step.headline)\(details.map { ": \($0)" } ?? "")")
    }

    // MARK: XML

    private static func document(_ suites: [Suite]) -> String {
        let cases = suites.flatMap(\.cases)
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        xml += "<testsuites name=\"lemmacheck\" tests=\"\(cases.count)\" failures=\"\(failures(cases))\" errors=\"0\" time=\"0\">\n"
        for suite in suites {
            xml += "  <testsuite name=\"\(Escaping.markup(suite.name))\" tests=\"\(suite.cases.count)\" "
            xml += "failures=\"\(failures(suite.cases))\" errors=\"0\" skipped=\"\(skipped(suite.cases))\" time=\"0\">\n"
            for item in suite.cases { xml += element(item) }
            xml += "  </testsuite>\n"
        }
        return xml + "</testsuites>\n"
    }

    private static func failures(_ cases: [Case]) -> Int { cases.count { if case .failed = $0.end { true } else { false } } }
    private static func skipped(_ cases: [Case]) -> Int { cases.count { if case .skipped = $0.end { true } else { false } } }

    private static func element(_ item: Case) -> String {
        let e = Escaping.markup
        // A full stop would be read as one between a package and a class.
        let group = item.group.replacing(".", with: "_")
        let opening = "    <testcase name=\"\(e(item.name))\" classname=\"lemmacheck.\(e(group))\" time=\"0\""
        switch item.end {
        case .passed(nil): return opening + "/>\n"
        case .passed(let note?): return opening + "><system-out>\(e(note))</system-out></testcase>\n"
        case .skipped(let why): return opening + "><skipped message=\"\(e(why))\"/></testcase>\n"
        case .failed(let type, let message, let text):
            return opening + "><failure type=\"\(e(type))\" message=\"\(e(message))\">\(e(text))</failure></testcase>\n"
        }
    }
}
