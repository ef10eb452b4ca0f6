// SPDX-License-Identifier: GPL-3.0-or-later

/// A right-hand side of one's own: an expression, with a condition where it assumes one.
public struct ExpressionFormula: Formula, Hashable {
    /// The right-hand side.
    public let expression: Expression
    /// What it assumes; nil where nothing.
    public let condition: Condition?

    /// A parameter of one's own that the arguments give no value makes the bound nan.
    public init(_ expression: Expression, when condition: Condition? = nil) {
        self.expression = expression
        self.condition = condition
    }

    public var dependsOn: Set<OptionalParameter> {
        let names = expression.parameters.union(condition?.parameters ?? [])
        return Set(OptionalParameter.allCases.filter { names.contains($0.nameInExpressions) })
    }

    public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { expression.bound(p) }

    public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { condition?.hypotheses(p) ?? [] }
}

extension OptionalParameter {
    /// "C0", "epsilon".
    public var nameInExpressions: String {
        switch self {
        case .c0: "C0"
        case .c1: "C1"
        case .radius: "R"
        case .epsilon: "epsilon"
        }
    }
}

/// A right-hand side with factors on some of its terms: what if a constant were smaller?
public struct ScaledFormula<Base: Formula>: Formula {
    /// The right-hand side without factors.
    public let base: Base
    /// A factor for each of the base's terms, in their order, as exact decimals; 1 for those beyond the list.
    public let factors: [String]

    /// - Precondition: each factor is a number, as a parser has found.
    public init(_ base: Base, factors: [String]) {
        self.base = base
        self.factors = factors
    }

    public var dependsOn: Set<OptionalParameter> { base.dependsOn }

    public func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> {
        Bound(
            base.bound(p).terms.enumerated().map { index, term in
                guard index < factors.count, factors[index] != "1" else { return term }
                return .init("\(factors[index]) (\(term.name))", .decimal(factors[index]) * term.value)
            })
    }

    public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { base.hypotheses(p) }
}

extension Formula {
    /// This right-hand side with factors on its terms, in their order.
    public func scaled(by factors: [String]) -> any Formula { ScaledFormula(self, factors: factors) }
}
