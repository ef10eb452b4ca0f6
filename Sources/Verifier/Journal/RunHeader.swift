// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
public import Claims
internal import Foundation
internal import Programs
internal import Sampler
internal import Support

/// A run in words: all that its result depends on, and how its report is to be written. The first line of a journal.
public struct RunHeader: Sendable, Hashable, Codable {
    public static let schema = "lemmacheck/journal/1"

    /// A cell of the plan.
    public struct Entry: Sendable, Hashable, Codable {
        public var claim: String
        public var d: Int
        public var m: Int
        public var gamma: Double
        public var c0: Double
        public var c1: Double
        public var radius: Double
        public var epsilon: Double
        /// Parameters of one's own; absent where there are none.
        public var parameters: [String: Double]?
        public var expected: Verdict?
        public var trials: Int?
    }

    public var schema = RunHeader.schema
    public var version: String
    /// The command that repeats the run, for its report.
    public var command: String
    /// The formats of its report.
    public var formats: [String]
    public var seed: UInt64
    public var rng: String
    public var sampler: SamplerKind
    public var maxTrials: Int
    public var errorRate: Double
    /// Where its witnesses are looked for; absent where that is the simplest cell.
    public var witness: WitnessPlace?
    public var entries: [Entry]
    /// The claims of one's own that entries are of; absent where there are none.
    public var own: [OwnClaim]?
    /// The folder in which the run was begun, from which its programs' folders are meant; absent where it has none.
    public var workingFolder: String?

    /// The header of the run of `plan` with `options`.
    public init(_ plan: Plan, _ options: RunOptions, command: String, formats: [String], witnessesAt place: WitnessPlace = .simplest) {
        witness = place == .simplest ? nil : place
        version = Version.current
        (self.command, self.formats) = (command, formats)
        (seed, rng, sampler) = (options.seed, options.generator.rawValue, options.sampler)
        (maxTrials, errorRate) = (options.maxTrials, options.errorRate)
        own = plan.own.isEmpty ? nil : plan.own
        workingFolder = plan.programs.isEmpty ? nil : FileManager.default.currentDirectoryPath
        entries = plan.entries.map { entry in
            let p = entry.cell.parameters
            return Entry(
                claim: entry.cell.claim.id, d: p.d, m: p.m, gamma: p.gamma, c0: p.c0, c1: p.c1, radius: p.radius, epsilon: p.epsilon,
                parameters: p.own.isEmpty ? nil : p.own, expected: entry.expected, trials: entry.trials)
        }
    }

    /// Sixteen hexadecimal digits that name the run: a hash of all that its result depends on.
    public var run: String {
        let cells = entries.map { e in
            "\(e.claim) \(e.d) \(e.m) \(e.gamma) \(e.c0) \(e.c1) \(e.radius) \(e.epsilon) "
                + "\(e.expected?.rawValue ?? "-") \(e.trials.map(String.init) ?? "-")"
                + (e.parameters ?? [:]).sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        }
        let text = ["\(version) \(seed) \(rng) \(sampler.rawValue) \(maxTrials) \(errorRate)"] + cells
        let claims = (own ?? []).map { claim in
            let program = claim.program.map { " \($0.arguments) \($0.folder ?? "-") \(claim.parameters)" } ?? ""
            return "\(claim.id) \(claim.quantity) \(claim.side) \(claim.when ?? "-")\(program)"
        }
        return FNV1a.digits(of: (text + claims).joined(separator: "\n"))
    }

    /// The plan, its claims looked up in `catalogue`.
    ///
    /// - Throws: a one-line error where a claim or a parameter is none of this version's.
    public func plan(in catalogue: Catalogue) throws -> Plan {
        let catalogue = catalogue.adding(try (own ?? []).map { try $0.claim(in: catalogue) })
        return Plan(
            entries: try entries.map { entry in
                guard let claim = catalogue.claim(entry.claim)?.measured, claim.id == entry.claim else {
                    throw ParameterError(parameter: "claim", value: entry.claim, allowed: "a claim of this version")
                }
                let parameters = try Parameters(
                    d: entry.d, m: entry.m, gamma: entry.gamma, c0: entry.c0, c1: entry.c1, radius: entry.radius, epsilon: entry.epsilon,
                    own: entry.parameters ?? [:])
                return Plan.Entry(cell: try Cell(claim, parameters), expected: entry.expected, trials: entry.trials)
            }, own: own ?? [])
    }

    /// The options that the result depends on; the others as in `options`.
    ///
    /// - Throws: a one-line error where the generator is none of this version's.
    public func options(_ options: RunOptions) throws -> RunOptions {
        guard let generator = Generator(rawValue: rng) else {
            throw ParameterError(parameter: "rng", value: rng, allowed: "a generator of this version")
        }
        var options = options
        (options.seed, options.generator, options.sampler) = (seed, generator, sampler)
        (options.maxTrials, options.errorRate) = (maxTrials, errorRate)
        return options
    }
}
