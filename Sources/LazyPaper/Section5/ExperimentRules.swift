// SPDX-License-Identifier: GPL-3.0-or-later

public import Verifier

/// A number by which records of Section 5 are judged where the paper has a word only.
enum ExperimentRule: String, CaseIterable {
    /// 5/1: of the test images.
    case testError = "test-error"
    /// Of all limits of a row together.
    case familyError = "family-error"
    /// 5/2 and 5/6: on either side of the paper's exponent.
    case exponentTolerance = "exponent-tolerance"
    /// 5/4 and 5/5: "near" is within this factor.
    case nearFactor = "near-factor"
    /// 5/4 and 5/5: "sharp" has accuracies of 90 % and 10 % within this factor.
    case sharpFactor = "sharp-factor"
    /// 5/4, 5/5 and 5/9': of a place.
    case leastRuns = "least-runs"
    /// 5/7: "Gaussian-like" is at most so far from a normal law, in sup |F_n - F|.
    case normalDistance = "normal-distance"
    /// 5/7: "around" is within this share of the value.
    case aroundShare = "around-share"
    /// 5/8: a loss, in points of a hundred.
    case accuracyLoss = "accuracy-loss"
    /// 5/9: "completely robust", a share of the test images.
    case completelyRobust = "completely-robust"
    /// 5/10: "robust", a share of the test images.
    case robust
    /// 5/9': "drops to 0", a share of the test images.
    case lost
    /// 5/9': "quickly" is within this factor below the transition.
    case quickFactor = "quick-factor"
}

/// The rules of Section 5, which stand in bounds/Section-5.yaml beside the verdicts that they give.
public struct ExperimentRules: Sendable, Hashable {
    /// What a plan for Section 5 may give a number.
    static let names = ExperimentRule.allCases.map(\.rawValue)

    private let numbers: [String: Double]

    /// - Throws: `PlanError` where a rule is missing.
    public init(_ plan: Plan, file: String = "bounds/Section-5.yaml") throws(PlanError) {
        if let missing = Self.names.first(where: { plan.rules[$0] == nil }) {
            throw PlanError(file: file, line: nil, message: "no rule '\(missing)'; needed: \(Self.names.joined(separator: ", "))")
        }
        numbers = plan.rules
    }

    /// Those of the default plan.
    ///
    /// - Throws: `PlanError`; never for files that the tests have read.
    public static func fixed() throws(PlanError) -> ExperimentRules { try ExperimentRules(try LazyPaper.defaultPlan()) }

    /// Every rule has a number, as ``init(_:file:)`` has seen to.
    subscript(rule: ExperimentRule) -> Double { numbers[rule.rawValue] ?? .nan }
}
