// SPDX-License-Identifier: GPL-3.0-or-later

/// What a claim of one's own assumes: comparisons of expressions by <= and >=, joined by `and` or a comma.
///
///     m >= log(2/gamma) and R <= C1/sqrt(d)
public struct Condition: Sendable, Hashable {
    struct Comparison: Sendable, Hashable {
        let text: String
        let left: Expression.Node
        let right: Expression.Node
    }

    /// As it was written.
    public let text: String
    private let definitions: [Expression.Definition]
    private let comparisons: [Comparison]

    /// Reads `text`.
    ///
    /// - Parameters:
    ///   - text: comparisons, as above.
    ///   - own: names of parameters beside the paper's.
    ///   - paper: those of the paper's parameters that may be named, as they are spelt here; nil for all.
    /// - Throws: ``ExpressionError``, which names the column.
    public init(_ text: String, own: Set<String> = [], of paper: Set<String>? = nil) throws(ExpressionError) {
        var parser = try ExpressionParser(text, own: own, of: paper)
        (definitions, comparisons) = try parser.condition()
        self.text = text
    }

    /// The parameters that it depends on.
    public var parameters: Set<String> {
        comparisons.reduce(into: Set<String>()) { names, comparison in
            for side in [comparison.left, comparison.right] {
                names.formUnion(Expression(text: "", definitions: definitions, root: side).parameters)
            }
        }
    }

    /// Its comparisons at `p`, each left <= right.
    public func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] {
        comparisons.map { comparison in
            func value(_ node: Expression.Node) -> Scalar {
                Expression(text: "", definitions: definitions, root: node).value(p)
            }
            return Hypothesis(comparison.text, value(comparison.left), atMost: value(comparison.right))
        }
    }
}
