// SPDX-License-Identifier: GPL-3.0-or-later

import Support
import Testing

@testable import Bounds

private let point = Arguments<Double>(d: 25, m: 1000, gamma: 0.05, c0: 2, c1: 1.5, radius: 0.1, epsilon: 1e-3)

/// Values that Python finds for the same text with ** in the place of ^, at the same point.
private let references: [(text: String, value: Double)] = [
    ("2*sqrt(log(2/gamma)) + C0/2", 4.841291165279683),
    ("-2^2", -4.0),
    ("2^-1", 0.5),
    ("-d^(1/2)", -5.0),
    ("2^3^2", 512.0),
    ("1e-30*1e30", 1.0),
    ("d/m/gamma", 0.5),
    ("d - m - gamma", -975.05),
    ("min(d, m, 3) + max(1/2, C0)", 5.0),
    ("abs(gamma - 1)", 0.95),
    ("erf(C0/2)", 0.8427007929497149),
    ("exp(-m/1000)*d", 9.196986029286059),
    ("(C1 + R)*epsilon", 0.0016),
    ("log(m*d)^2", 102.54865751346911),
    ("let L = log(4/gamma); let k = L/m; sqrt(2*k) + k", 0.0979985490511136),
    ("+d - -m", 1025.0),
    ("327*max(1, C0)*C0*d^(1/4)", 2924.7769145697252),
    ("d^(12/5)", 2264.936448992798),
    ("3*(m*m/4)^(1/3)", 188.98815748423092),
    ("0.1 + 0.2", 0.30000000000000004),
    ("1 - 2*3 + 4/5 - 6", -10.2),
    ("2*(3 + 4)*(5 - 1)", 56.0),
    ("sqrt(abs(log(gamma)))", 1.7308183826022854),
    ("(d + m)/(d - m)", -1.0512820512820513),
    ("m^2.5", 31622776.60168379),
]

@Test("expressions have the values that another language gives them", arguments: references)
func values(reference: (text: String, value: Double)) throws {
    let expression = try Expression(reference.text)
    let value = expression.value(point)
    #expect(abs(value - reference.value) <= 1e-14 * Swift.max(abs(reference.value), 1e-300), "\(reference.text): \(value)")
    #expect(try Expression(expression.description) == expression.respelled)
    let sum = expression.bound(point).value
    #expect(abs(sum - value) <= 1e-12 * Swift.max(1, abs(value)))
}

extension Expression {
    /// The same tree with its own text for a text.
    fileprivate var respelled: Expression { Expression(text: description, definitions: definitions, root: root) }
}

@Test("what an expression depends on, definitions resolved")
func parameters() throws {
    #expect(try Expression("let L = log(4/gamma); L + C0").parameters == ["gamma", "C0"])
    #expect(try Expression("eps + R + radius").parameters == ["epsilon", "R"])
    #expect(try Expression("alpha*d", own: ["alpha"]).parameters == ["alpha", "d"])
    #expect(ExpressionFormula(try Expression("C0 + C1*R")).dependsOn == [.c0, .c1, .radius])
    var own = point
    own.own = ["alpha": 3]
    #expect(try Expression("alpha*d", own: ["alpha"]).value(own) == 75)
    #expect(try Expression("alpha*d", own: ["alpha"]).value(point).isNaN)
}

@Test("a negative radicand and a division of 0 by 0 are undefined, and no number")
func undefined() throws {
    for text in ["sqrt(-1)", "0/0", "sqrt(gamma - d)", "log(-d)"] { #expect(try Expression(text).value(point).isNaN, "\(text)") }
}

@Test(
    "a fault is told with its column",
    arguments: [
        ("2*sqt(d)", 3, "did you mean sqrt"), ("", 1, "ends"), ("2*", 3, "ends"), ("(d", 3, "')' is missing"), ("d)", 2, "not allowed"),
        ("d m", 3, "operator is missing"), ("2d", 2, "operator is missing"), ("c2 + d", 1, "no parameter 'c2'"),
        ("sqrt d", 1, "'(' is missing"),
        ("sqrt(d, m)", 1, "one argument"), ("min(d)", 1, "2 to 16"), ("1.2.3", 1, "no number"), ("1e400", 1, "beyond"),
        ("d # m", 3, "no meaning"),
        ("let d = 3; d", 5, "meaning already"), ("let x = 3 x", 11, "';' is missing"), ("let L = m; let L = d; L", 16, "meaning already"),
        ("d <= m", 3, "not allowed here"), ("5 % 3", 3, "no meaning"), ("\u{3b3}", 1, "no meaning"), ("min()", 5, "stands where"),
        (String(repeating: "(", count: 200), 101, "nested"), (String(repeating: "-", count: 5000) + "d", 100, "nested"),
    ]) func faults(text: String, column: Int, problem: String) throws
{
    let error = #expect(throws: ExpressionError.self) { try Expression(text) }
    #expect(error?.column == column, "\(String(describing: error))")
    #expect(error?.problem.contains(problem) == true && error?.description.contains("\n") == false, "\(String(describing: error))")
}

@Test("conditions: comparisons joined by and, each with the text that it has")
func conditions() throws {
    let condition = try Condition("let L = log(2/gamma); m >= L and R <= C1/sqrt(d)")
    let hypotheses = condition.hypotheses(point)
    #expect(hypotheses.map(\.text) == ["m >= L", "R <= C1/sqrt(d)"] && hypotheses.allSatisfy(\.holds))
    #expect(condition.parameters == ["m", "gamma", "R", "C1", "d"])
    for text in ["m", "m < d", "m >= ", "m >= d or d >= 1", "m == d"] { #expect(throws: ExpressionError.self) { try Condition(text) } }
}

/// A tree at random.
private func tree(_ depth: Int, _ numbers: inout SplitMix64) -> Expression.Node {
    let choice = depth == 0 ? numbers.next() % 2 : numbers.next() % 9
    switch choice {
    case 0: return .number(["0", "1", "2.5", "1e-3", "10"][Int(numbers.next() % 5)])
    case 1: return .name(["d", "m", "gamma", "C0", "R"][Int(numbers.next() % 5)])
    case 2: return .negation(tree(depth - 1, &numbers))
    case 3...7:
        let operations: [Expression.Operation] = [.add, .subtract, .multiply, .divide, .power]
        return .binary(operations[Int(choice) - 3], tree(depth - 1, &numbers), tree(depth - 1, &numbers))
    default:
        let function = Expression.Function.allCases[Int(numbers.next() % 7)]
        return .call(function, (0..<function.arity.lowerBound).map { _ in tree(depth - 1, &numbers) })
    }
}

@Test("what is written is read as the same tree, whatever the tree")
func roundTrip() throws {
    var numbers = SplitMix64(seed: 7)
    for _ in 0..<3000 {
        let root = tree(5, &numbers)
        let text = root.text(0)
        let read = try Expression(text)
        #expect(read.root == root, "\(text)")
        #expect(!read.latex.isEmpty)
    }
}

@Test("mutated expressions are read or refused, and nothing else happens")
func mutations() {
    var numbers = SplitMix64(seed: 8)
    let pieces = Array("let L = log(4/gamma); sqrt(1/2 - (2*L/m)^0.5)*min(d, C0, 1e-3) + abs(-R) >= <= and , ; \u{0} \u{1F600} e+ ..")
    var refused = 0
    for _ in 0..<30_000 {
        var text = Array("let L = log(4/gamma); 2*sqrt(L/m) + max(1, C0)^2 - d/3")
        for _ in 0..<(1 + numbers.next() % 6) {
            let place = Int(numbers.next() % UInt64(text.count))
            switch numbers.next() % 3 {
            case 0: text.remove(at: place)
            case 1: text.insert(pieces[Int(numbers.next() % UInt64(pieces.count))], at: place)
            default: text[place] = pieces[Int(numbers.next() % UInt64(pieces.count))]
            }
        }
        do throws(ExpressionError) {
            let expression = try Expression(String(text))
            _ = expression.value(point)
            #expect(expression.parameters.isSubset(of: Set(ExpressionParser.names)))
        } catch {
            refused += 1
            #expect(error.column >= 1 && error.column <= text.count + 1)
        }
        _ = try? Condition(String(text))
    }
    #expect(refused > 1000)
}
