// SPDX-License-Identifier: GPL-3.0-or-later

/// A source of rows: the deterministic steps here, exact laws and the Verifier's suprema elsewhere.
public protocol AuditProvider: Sendable {
    /// The steps it can decide, repairs left out, in the paper's order.
    var steps: [AuditStep] { get }

    /// The rows of the step `id` and of its repairs, the step's own first; empty where it is none of this provider's.
    ///
    /// The same rows at every call, on any thread.
    func rows(for id: String) -> [AuditRow]
}

/// Rows that somebody else has found, by their IDs: the Verifier's uniform steps, say. A row whose ID ends in "*" goes with the step before.
public struct GivenRows: AuditProvider {
    private let given: [AuditRow]

    public init(_ rows: [AuditRow]) { given = rows }

    public var steps: [AuditStep] { given.map(\.step).filter { !$0.id.hasSuffix("*") } }

    public func rows(for id: String) -> [AuditRow] {
        given.filter { $0.id == id } + given.filter { $0.id != id && $0.id.prefix { $0 != "*" } == id }
    }
}

/// The audit: the rows of all providers, in the paper's order.
public struct Audit: Sendable {
    public let providers: [any AuditProvider]

    public init(_ providers: [any AuditProvider]) { self.providers = providers }

    /// All that needs no draws: the deterministic steps, the existence claims, the sure steps, the exact laws. The Verifier's uniform
    /// steps are a provider more.
    public static let standard = Audit([DeterministicProvider(), ExistenceProvider(), SureProvider(), ProbabilityProvider()])

    /// Every step, in the paper's order; a step that two providers know is the first one's.
    public var steps: [AuditStep] {
        var seen = Set<String>()
        return providers.flatMap(\.steps).filter { seen.insert($0.id).inserted }.sorted { Audit.order($0.id) < Audit.order($1.id) }
    }

    /// The rows of the steps that `selection` names by ID or by lemma ("B.9"); of all steps where it is empty.
    public func rows(_ selection: [String] = []) -> [AuditRow] {
        steps.filter { step in selection.isEmpty || selection.contains(step.id) || selection.contains(step.lemma) }
            .flatMap { step in rows(for: step.id) }
    }

    /// The same rows, the steps decided in parallel.
    public func rows(concurrently selection: [String]) async -> [AuditRow] {
        let chosen = steps.filter { step in selection.isEmpty || selection.contains(step.id) || selection.contains(step.lemma) }
        return await withTaskGroup(of: (Int, [AuditRow]).self) { group in
            for (i, step) in chosen.enumerated() {
                group.addTask { (i, rows(for: step.id)) }
            }
            var found = [[AuditRow]](repeating: [], count: chosen.count)
            for await (i, rows) in group { found[i] = rows }
            return found.flatMap { $0 }
        }
    }

    private func rows(for id: String) -> [AuditRow] {
        for provider in providers {
            let rows = provider.rows(for: id)
            if !rows.isEmpty { return rows }
        }
        return []
    }

    /// The paper's order: tools, Lemmas B.4 to B.9, Theorem 3.1, Corollary 3.2; numbered statements before lettered steps.
    public static func order(_ id: String) -> SortKey {
        let lemmas = ["T", "B.4", "B.5", "B.6", "B.7", "B.8", "B.9", "3.1", "3.2", "5"]
        let lemma = id.hasPrefix("T.") ? "T" : String(id.prefix { $0 != "/" })
        let part = id.hasPrefix("T.") ? String(id.dropFirst(2)) : String(id.drop { $0 != "/" }.dropFirst())
        let letter = part.first?.isLetter == true ? 1 : 0
        return SortKey(lemma: lemmas.firstIndex(of: lemma) ?? lemmas.count, lettered: letter, part: part)
    }

    /// A place in the paper's order.
    public struct SortKey: Comparable, Sendable {
        let lemma: Int
        let lettered: Int
        let part: String

        public static func < (a: SortKey, b: SortKey) -> Bool {
            (a.lemma, a.lettered, a.part.count, a.part) < (b.lemma, b.lettered, b.part.count, b.part)
        }
    }
}
