// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Experiments

/// 5/2, 5/3 and 5/6: exponents in d, and growth in C0.
extension ExperimentFindings {
    /// The paper states exponents in quarters; one of these is told from the next by an eighth.
    private static let tolerance = 0.125

    /// An exponent in d at one width, over all dimensions and over the larger ones.
    private struct Exponent {
        let quantity: LazyQuantity
        let m: Int
        let all: PowerLaw
        let large: PowerLaw?

        /// The least distance from the paper's exponent that both fits agree on.
        var excess: Double {
            [all, large].compactMap { $0?.distance(from: quantity.claimedExponent) }.min() ?? 0
        }

        var verdict: Verdict {
            if excess > ExperimentFindings.tolerance { return .refuted }
            let reach = [all, large].compactMap { $0?.reach(from: quantity.claimedExponent) }.max() ?? .infinity
            return reach <= ExperimentFindings.tolerance ? .holds : .consistent
        }
    }

    private static func exponents(_ records: [LazyRecord]) -> [Exponent] {
        let widths = Set(records.map(\.m)).sorted()
        return LazyQuantity.allCases.flatMap { quantity in
            widths.compactMap { m in
                records.exponent(of: quantity, m: m, c0: 10, dimensions: 1...784).map {
                    Exponent(
                        quantity: quantity, m: m, all: $0,
                        large: records.exponent(of: quantity, m: m, c0: 10, dimensions: 100...784))
                }
            }
        }
    }

    /// The paper plots every width, so that one of them refutes a quantity.
    private static func verdicts(_ exponents: [Exponent]) -> [(LazyQuantity, Verdict)] {
        LazyQuantity.allCases.compactMap { quantity in
            let found = exponents.filter { $0.quantity == quantity }.map(\.verdict)
            if found.isEmpty { return nil }
            if found.contains(.refuted) { return (quantity, .refuted) }
            return (quantity, found.allSatisfy { $0 == .holds } ? .holds : .consistent)
        }
    }

    private static func text(_ law: PowerLaw?) -> [String] {
        guard let law else { return ["", ""] }
        return [shortText(law.exponent), "[\(shortText(law.lower)), \(shortText(law.upper))]"]
    }

    private static func lines(_ exponents: [Exponent]) -> [[String]] {
        exponents.map { item in
            ["in d, m = \(item.m)", item.quantity.title, shortText(item.quantity.claimedExponent)] + text(item.all) + text(item.large)
                + [item.verdict.rawValue]
        }
    }

    private static let columns = [
        "exponent", "quantity", "paper", "all d", "99 % limits", "d >= 100", "99 % limits of it", "finding",
    ]

    private static func witness(_ exponents: [Exponent], _ verdicts: [(LazyQuantity, Verdict)]) -> Counterexample? {
        let refuted = verdicts.filter { $0.1 == .refuted }.map(\.0)
        guard
            let worst = exponents.filter({ refuted.contains($0.quantity) && $0.verdict == .refuted }).max(by: {
                ($0.excess, $0.m) < ($1.excess, $1.m)
            })
        else {
            return nil
        }
        return Counterexample(
            [
                .init("quantity", worst.quantity.title), .init("paper's exponent of d", shortText(worst.quantity.claimedExponent)),
                .init("fitted", shortText(worst.all.exponent)), .init("m", "\(worst.m)"), .init("C0", "10"),
            ], lhs: worst.excess, rhs: tolerance, excess: worst.excess - tolerance)
    }

    private static func summary(_ verdicts: [(LazyQuantity, Verdict)]) -> String {
        verdicts.map { "\($0.0.title) \($0.1.rawValue)" }.joined(separator: ", ")
    }

    private static let rule = Evidence(
        "the exponent of d is fitted to medians over test images, run by run; a quantity is refuted where at some width Student's 99 % "
            + "limits over the runs keep farther than 1/8 from the paper's exponent, both over all d and over d >= 100; it holds where "
            + "they stay within 1/8 at every width. The limits are of each fit alone: of all the fits together they may miss more often",
        .measured)

    var scaling: Finding {
        let found = Self.exponents(unnormalized)
        let verdicts = Self.verdicts(found)
        guard !found.isEmpty else { return missing }
        return Finding(
            joined(verdicts.map(\.1)), method: source, counterexample: Self.witness(found, verdicts),
            note: "\(Self.summary(verdicts)). Pixels are in [0, 1], so that ||x|| itself grows as d^{1/2}: an eta of order 1/d at fixed "
                + "||x|| is one of order d^{-1/2} here",
            evidence: [Self.rule, Evidence(Self.setting, .argued)],
            boundary: BoundaryTable(
                caption: "exponents at C0 = 10, samples as they are, with bias", columns: Self.columns, rows: Self.lines(found)))
    }

    /// The exponent in C0 at one dimension.
    private struct Growth {
        let quantity: LazyQuantity
        let d: Int
        let law: PowerLaw

        var verdict: Verdict { law.upper < 0 ? .refuted : law.lower > 0 ? .holds : .consistent }
    }

    private static let width = 100_000

    private static func growths(_ records: [LazyRecord]) -> [Growth] {
        LazyQuantity.allCases.flatMap { quantity in
            Set(records.map(\.d)).sorted().compactMap { d in
                records.growth(of: quantity, m: width, d: d).map { Growth(quantity: quantity, d: d, law: $0) }
            }
        }
    }

    private static func witness(_ growths: [Growth]) -> Counterexample? {
        guard let worst = growths.filter({ $0.verdict == .refuted }).min(by: { ($0.d, $0.law.upper) < ($1.d, $1.law.upper) }) else {
            return nil
        }
        return Counterexample(
            [
                .init("quantity", worst.quantity.title), .init("d", "\(worst.d)"), .init("m", "\(width)"),
                .init("exponent of C0", shortText(worst.law.exponent)),
            ], lhs: 0, rhs: worst.law.upper, excess: -worst.law.upper)
    }

    private static func lines(_ growths: [Growth]) -> [[String]] {
        growths.map { item in
            ["in C0, d = \(item.d)", item.quantity.title, "> 0"] + text(item.law) + ["", "", item.verdict.rawValue]
        }
    }

    private static let growthRule = Evidence(
        "growth is the exponent of C0 fitted to medians over test images, over the balls that training leaves, run by run; refuted where "
            + "Student's 99 % limits over the runs are below 0 at some d, holds where they are above 0 at every d. The limits are of "
            + "each fit alone: of all the fits together they may miss more often", .measured)

    private static func summary(_ growths: [Growth]) -> String {
        LazyQuantity.allCases.compactMap { quantity in
            let found = growths.filter { $0.quantity == quantity }
            guard !found.isEmpty else { return nil }
            return "\(quantity.title): " + found.map { "\($0.verdict.rawValue) at d = \($0.d)" }.joined(separator: ", ")
        }.joined(separator: "; ")
    }

    var growth: Finding {
        let found = Self.growths(unnormalized)
        guard !found.isEmpty else { return missing }
        return Finding(
            joined(found.map(\.verdict)), method: source, counterexample: Self.witness(found), note: Self.summary(found),
            evidence: [Self.growthRule, Evidence(Self.setting, .argued)],
            boundary: BoundaryTable(caption: "growth with C0 at m = 1e5", columns: Self.columns, rows: Self.lines(found)))
    }

    var normalized: Finding {
        let (found, growths) = (Self.exponents(withoutBias), Self.growths(withoutBias))
        let verdicts = Self.verdicts(found)
        guard !found.isEmpty || !growths.isEmpty else { return missing }
        return Finding(
            joined(verdicts.map(\.1) + growths.map(\.verdict)), method: source,
            counterexample: Self.witness(found, verdicts) ?? Self.witness(growths),
            note: "in d: \(Self.summary(verdicts)). In C0: \(Self.summary(growths))",
            evidence: [Self.rule, Self.growthRule, Evidence(Self.setting, .argued)],
            boundary: BoundaryTable(
                caption: "exponents in d at C0 = 10 and in C0 at m = 1e5, samples of norm 1, no bias", columns: Self.columns,
                rows: Self.lines(found) + Self.lines(growths)))
    }
}
