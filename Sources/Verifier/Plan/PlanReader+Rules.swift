// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Yams

extension PlanReader {
    /// The numbers of a section whose claims are judged by rules.
    func rules(_ node: Node?, of section: Catalogue.Section?) throws(PlanError) -> [String: Double] {
        guard let node else { return [:] }
        guard let section, !section.rules.isEmpty else {
            let known = catalogue.sections.filter { !$0.rules.isEmpty }.map(\.name).joined(separator: ", ")
            throw error(node, "'rules' are of records of experiments; allowed where 'lemma' is \(known.isEmpty ? "that of one" : known)")
        }
        let keys = try pairs(node, "'rules'", allowed: section.rules)
        var rules: [String: Double] = [:]
        for (name, value) in keys { rules[name] = try number(value, name, .positive) }
        return rules
    }
}
