// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims

/// What a file says of the refutation: probabilities in [0, 1], counts that fit each other and what is moved.
extension WitnessSubject {
    /// Counts below this are exact in a Double.
    private static let largestCount = (1 << 53) - 1

    /// - Throws: ``ParameterError`` for the first field at fault.
    func checkRefutation(_ witness: Witness) throws(ParameterError) {
        let (r, p) = (witness.refutation, cell.parameters)
        try Self.check("probability.lower", r.probability.lower, "a number in [0, 1]") { 0...1 ~= $0 }
        try Self.check("probability.upper", r.probability.upper, "a number from the lower one to 1") { r.probability.lower...1 ~= $0 }
        try Self.check("allowed", r.allowed, "a number in [0, 1)") { 0..<1 ~= $0 }
        try Self.check("fromD", r.fromD, from: p.d, to: Parameters.largestCount)
        try Self.check("fromM", r.fromM, from: p.m, to: Parameters.largestCount)
        try Self.check("movedAtFirst", r.movedAtFirst, from: witness.moved.count, to: definition.scope.count(width: p.m))
        switch r.evidence {
        case .law: try Self.checkThereIsNoCount(r)
        case .trials: try Self.checkCounts(r)
        }
    }

    private static func checkThereIsNoCount(_ r: Witness.Refutation) throws(ParameterError) {
        let given: [(String, String?)] = [
            ("trials", r.trials.map { "\($0)" }), ("violations", r.violations.map { "\($0)" }), ("undecided", r.undecided.map { "\($0)" }),
            ("alpha", r.alpha.map { "\($0)" }), ("sampler", r.sampler?.rawValue),
        ]
        for (name, value) in given {
            if let value { throw error("refutation.\(name)", value, "no value beside the evidence 'law'") }
        }
    }

    private static func checkCounts(_ r: Witness.Refutation) throws(ParameterError) {
        let needed = "an integer beside the evidence 'trials'"
        guard let trials = r.trials else { throw error("refutation.trials", "(none)", needed) }
        guard let violations = r.violations else { throw error("refutation.violations", "(none)", needed) }
        try check("trials", trials, from: 1, to: largestCount)
        try check("violations", violations, from: 0, to: trials)
        if let undecided = r.undecided { try check("undecided", undecided, from: 0, to: trials - violations) }
        if let alpha = r.alpha { try check("alpha", alpha, "a number in (0, 1)") { $0 >= .leastNormalMagnitude && $0 < 1 } }
    }

    private static func check(_ name: String, _ value: Int, from least: Int, to most: Int) throws(ParameterError) {
        guard least <= value, value <= most else { throw error("refutation.\(name)", "\(value)", "an integer from \(least) to \(most)") }
    }

    private static func check(_ name: String, _ value: Double, _ allowed: String, _ test: (Double) -> Bool) throws(ParameterError) {
        guard value.isFinite, test(value) else { throw error("refutation.\(name)", "\(value)", allowed) }
    }
}
