// SPDX-License-Identifier: GPL-3.0-or-later

internal import Support

/// The claims of a paper, in its order: what names on the command line, in plans and in files are looked up in.
public struct Catalogue: Sendable {
    /// The claims of one lemma, theorem or section.
    public struct Section: Sendable {
        /// "B.7": the name that stands for all its claims.
        public let name: String
        /// "Lemma B.7".
        public let title: String
        /// What its claims take for granted, for a reader; empty where they need none.
        public let setting: String
        /// In the paper's order, repairs left out: a claim carries its own.
        public let claims: [Claim]
        /// The numbers that its plan gives, by which records of experiments are judged.
        public let rules: [String]

        public init(_ name: String, title: String, setting: String, _ claims: [Claim], rules: [String] = []) {
            (self.name, self.title, self.setting, self.claims, self.rules) = (name, title, setting, claims, rules)
        }
    }

    /// In the paper's order.
    public let sections: [Section]

    /// - Precondition: IDs are distinct.
    public init(_ sections: [Section]) {
        self.sections = sections
        let ids = sections.flatMap(\.claims).flatMap { [$0.id] + $0.repairs.map(\.id) }
        precondition(Set(ids).count == ids.count, "an ID stands twice in the catalogue")
    }

    /// Every claim in order, repairs left out.
    public var all: [Claim] { sections.flatMap(\.claims) }

    /// Those that a run can verify by draws.
    public var measured: [MeasuredClaim] { all.compactMap(\.measured) }

    /// The section that a claim, or a repair of one, stands in.
    public func section(of claim: Claim) -> Section? {
        sections.first { section in section.claims.contains { $0 == claim || $0.repairs.contains(claim) } }
    }

    /// The claim or repair of that ID, whatever the case of its letters.
    public func claim(_ id: String) -> Claim? {
        let id = id.lowercased()
        return all.first { $0.id.lowercased() == id } ?? all.lazy.flatMap(\.repairs).first { $0.id.lowercased() == id }
    }

    /// The claims that a name stands for: `B.7/1` for one, `B.7` for all of a section, in the paper's order, whatever the case of its
    /// letters; empty if there is none.
    public func claims(of name: String) -> [Claim] {
        if let claim = claim(name) { return [claim] }
        return sections.first { $0.name.lowercased() == name.lowercased() }?.claims ?? []
    }

    /// Up to three sections, claims and repairs that `name` may have been meant for.
    public func nearest(_ name: String) -> [String] {
        EditDistance.nearest(to: name, among: sections.flatMap { [$0.name] + $0.claims.flatMap { [$0] + $0.repairs }.map(\.id) })
    }
}
