// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Support
internal import Yams

extension PlanReader {
    /// Right-hand sides by claim ID.
    func formulas(_ node: Node?) throws(PlanError) -> [String: Expression] {
        guard let node else { return [:] }
        guard let mapping = node.mapping, !mapping.isEmpty else {
            throw error(node, "'formulas' must map claim IDs to expressions, at least one of them")
        }
        var formulas: [String: Expression] = [:]
        for (key, value) in mapping {
            guard let name = key.string, catalogue.claim(name)?.id == name else {
                throw error(key, "no claim \(key.shown) in the paper; `lemmacheck list` shows those that are")
            }
            guard formulas.updateValue(try expression(value), forKey: name) == nil else {
                throw error(key, "key '\(name)' twice in 'formulas'")
            }
        }
        return formulas
    }

    /// An expression: a scalar, a number too.
    func expression(_ node: Node) throws(PlanError) -> Expression {
        try reading(node) { text throws(ExpressionError) in try Expression(text) }
    }

    /// What `read` makes of a scalar's text; a fault with the file's own line and column where the scalar stands on one line.
    func reading<Result>(_ node: Node, _ read: (String) throws(ExpressionError) -> Result) throws(PlanError) -> Result {
        guard let scalar = node.scalar else { throw error(node, "\(node.shown) is no expression: a line of text is allowed") }
        do throws(ExpressionError) { return try read(scalar.string) } catch { throw fault(error, in: node) }
    }

    /// An expression's fault at its place in the file.
    func fault(_ error: ExpressionError, in node: Node) -> PlanError {
        guard let scalar = node.scalar, let mark = node.mark else { return self.error(node, error.description) }
        // Only where the line holds the text as it is: a scalar over several lines, or with escapes, has columns of its own.
        let quote = [.singleQuoted, .doubleQuoted].contains(scalar.style) ? 1 : 0
        let line = mark.line <= lines.count ? lines[mark.line - 1] : ""
        let isThere = line.dropFirst(mark.column - 1 + quote).hasPrefix(scalar.string)
        let column = isThere ? mark.column + quote + error.column - 1 : nil
        return PlanError(file: file, line: mark.line, column: column, message: error.description)
    }
}

extension Node {
    /// What a message repeats of this node.
    var shown: String {
        switch self {
        case .scalar(let scalar): scalar.string.quoted
        case .mapping: "(a mapping)"
        case .sequence: "(a list)"
        case .alias: "(an alias)"
        }
    }
}
