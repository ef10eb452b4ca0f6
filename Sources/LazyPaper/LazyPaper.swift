// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims
internal import EmbeddedPlans
internal import EmbeddedProofs
public import Verifier

/// The paper that this program checks: its claims in order, and the plan that a run without one takes.
public enum LazyPaper {
    /// Every statement and displayed proof step of the paper that can be checked by number.
    public static let catalogue = Catalogue([
        .init("T", title: "Tools", setting: "", Claim.tools),
        .init("B.4", title: "Lemma B.4", setting: setting, Claim.lemmaB4),
        .init("B.5", title: "Lemma B.5", setting: setting, Claim.lemmaB5),
        .init("B.6", title: "Lemma B.6", setting: setting, Claim.lemmaB6),
        .init("B.7", title: "Lemma B.7", setting: setting, Claim.lemmaB7),
        .init("B.8", title: "Lemma B.8", setting: setting, Claim.lemmaB8),
        .init("B.9", title: "Lemma B.9", setting: setting, Claim.lemmaB9),
        .init("3.1", title: "Theorem 3.1", setting: setting, Claim.theorem31),
        .init("3.2", title: "Corollary 3.2", setting: setting, Claim.corollary32),
        .init("3", title: "Remark of Section 3", setting: "", Claim.remarkOfSection3),
        .init("4.1", title: "Remark of Section 4.1", setting: setting, Claim.remarkOfSection41),
        .init("4.3", title: "Remark of Section 4.3", setting: setting, Claim.remarkOfSection43),
        .init("5", title: "Section 5", setting: "", Claim.section5, rules: ExperimentRules.names),
    ])

    /// The paper's claims with claims of one's own behind them.
    ///
    /// - Throws: `ExpressionError` or `ParameterError` where one of them has a fault.
    public static func catalogue(with own: [OwnClaim]) throws -> Catalogue { catalogue.adding(try own.map { try $0.claim(in: catalogue) }) }

    /// The plan that a run without one takes: bounds/*.yaml as they stood when the program was built.
    ///
    /// - Throws: `PlanError`; never for files that the tests have read.
    public static func defaultPlan() throws(PlanError) -> Plan {
        var plans: [Plan] = []
        for file in EmbeddedPlans.files {
            plans.append(try PlanReader.read(file.contents, file: file.name, catalogue: catalogue))
        }
        return Plan.joined(plans)
    }

    /// The files that claims name as their proofs in Coq, with their contents, in the order of their names: coq/*.v as they stood when the
    /// program was built.
    public static var coqFiles: [(name: String, contents: String)] { EmbeddedProofs.files }

    /// How the width may go with the dimension: m = d^2.4, the least that Lemma B.9 allows, and m = d^3.
    public static let widthRules: [WidthRule] = [.power(12, 5), .power(3, 1)]

    /// The frontier's rows of the theorem that the explicit bounds assemble, the paper's and the sharper ones, under each rule.
    public static func assembledRows(_ frontier: Frontier, rules: [WidthRule]) -> [FrontierRow] {
        rules.map { CertifiedFlip(frontier).row($0) } + rules.map { SharpFlip(frontier).row($0) }
    }

    private static let setting = """
        Width m >= 1, dimension d >= 1, x in S^{d-1} fixed; w_{s,0} ~ N(0, I_d) and a_s uniform on {-1,+1}, s = 1..m, all independent; \
        gamma in (0,1).
        f(x; a, W) = (1/sqrt m) sum_s a_s relu(<w_s,x>), relu'(z) = 1[z > 0], grad is the gradient in x.
        The ball: all W with max_s ||w_s - w_{s,0}|| <= V; in the lazy regime V = C0/sqrt m, and Cbar = max{1, C0}.
        "For all W": a draw of (W0, a) succeeds only if the bound holds for every W of the ball at once.
        """
}

extension CheckDescription {
    /// A claim that is decided by the lines of its proof.
    static let checkedLines = argument(
        "A counterexample is looked for among simple numbers; then each line of the proof is checked, in ball or integer arithmetic "
            + "where it can be, and the rest is written out.")

    /// A claim that is evaluated over a grid and proved by an argument beside it.
    static let sweptLaw = law("Evaluated on a grid by the exact law or closed form, with the argument that covers the whole domain.")
}
