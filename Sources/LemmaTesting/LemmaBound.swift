// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
internal import Claims
internal import LazyPaper
internal import Verifier

/// A right-hand side of your own: an expression as a string literal, or a closure.
///
/// ```swift
/// LemmaCheck(.functionValue, grid: grid, bound: "2*sqrt(log(2/gamma)) + C0/2")
/// LemmaCheck(.functionValue, grid: grid, bound: .function { p in 3 + p.c0 })
/// ```
public enum LemmaBound: Sendable, ExpressibleByStringLiteral {
    /// In the language of `lemmacheck bound --expr`.
    case expression(String)
    /// At checked parameters; a value that is not finite is an error of the check.
    case function(@Sendable (Parameters) -> Double)

    public init(stringLiteral value: String) { self = .expression(value) }
}

/// The cells of a check, each with its right-hand side.
struct BoundedCells {
    let cells: [Claims.Cell]
    let own: [OwnClaim]
    let catalogue: Catalogue
    /// Whether a command can repeat them.
    let isRepeatable: Bool
    /// A plan's entries, with the verdicts that it expects.
    private let expected: [Claims.Cell: Plan.Entry]

    /// What is run.
    var plan: Plan { Plan(entries: cells.map { expected[$0] ?? Plan.Entry(cell: $0) }, own: own) }

    init(_ cells: [Claims.Cell]) { (self.cells, own, catalogue, isRepeatable, expected) = (cells, [], LazyPaper.catalogue, false, [:]) }

    /// Those of a claim of one's own.
    init(_ own: OwnClaim, _ grid: Grid) throws {
        guard OwnClaim.isName(own.id), LazyPaper.catalogue.claims(of: own.id).isEmpty else {
            throw ParameterError(
                parameter: "id", value: own.id, allowed: "up to 60 ASCII characters without spaces, and none of the paper's claims",
                fault: .notAllowed)
        }
        guard let measured = try own.claim(in: LazyPaper.catalogue).measured else { preconditionFailure("an own claim is measured") }
        cells = try grid.cells(of: measured)
        if own.bound != nil { try OwnClaim.checkBounds(cells) }
        (self.own, catalogue, isRepeatable, expected) = ([own], try LazyPaper.catalogue(with: [own]), true, [:])
    }

    /// Those of a plan.
    init(_ plan: Plan) throws {
        (cells, own) = (plan.entries.map(\.cell), plan.own)
        (catalogue, isRepeatable) = (try LazyPaper.catalogue(with: plan.own), true)
        expected = Dictionary(plan.entries.map { ($0.cell, $0) }) { first, _ in first }
    }

    init(_ claim: MeasuredClaim, _ grid: Grid, _ bound: LemmaBound?) throws {
        expected = [:]
        switch bound {
        case nil:
            (cells, own, catalogue, isRepeatable) = (try grid.cells(of: claim), [], LazyPaper.catalogue, true)
        case .expression(let text):
            let side: OwnClaim.Side =
                switch claim.quantity.extremum {
                case .supremum: .atMost(text)
                case .infimum: .atLeast(text)
                case .event: .probabilityAtMost(text)
                }
            let made = OwnClaim(OwnClaim.usualID(claim.quantity.name), quantity: claim.quantity.name, side)
            guard let measured = try made.claim(in: LazyPaper.catalogue).measured else { preconditionFailure("an own claim is measured") }
            cells = try grid.cells(of: measured)
            try OwnClaim.checkBounds(cells)
            (own, catalogue, isRepeatable) = ([made], try LazyPaper.catalogue(with: [made]), true)
        case .function(let function):
            cells = try grid.cells(of: claim).map { cell in
                let value = function(cell.parameters)
                try NumberRange.finite.check("bound", value)
                return try Claims.Cell(claim.claim.bounded(by: value, "\(claim.id), own bound"), cell.parameters)
            }
            (own, catalogue, isRepeatable) = ([], LazyPaper.catalogue, false)
        }
    }
}

extension Claim {
    /// The same quantity against a number.
    fileprivate func bounded(by value: Double, _ id: String) throws -> MeasuredClaim {
        guard let measured else { preconditionFailure("a measured claim has a quantity") }
        let claim = Claim(
            id, place: "a claim of one's own", kind: kind, statement: "\(measured.quantity.title) against a bound of one's own", domain: "",
            subject: .measured(measured.quantity, bound: NumberFormula(value, dependsOn: measured.dependsOn), law: .unknown),
            failing: allowedFailure, check: check, decidedBy: .draws)
        guard let bounded = claim.measured else { preconditionFailure("a measured claim has a quantity") }
        return bounded
    }
}

/// A right-hand side that is a number.
struct NumberFormula: Formula {
    let value: Double
    let dependsOn: Set<OptionalParameter>

    init(_ value: Double, dependsOn: Set<OptionalParameter> = []) { (self.value, self.dependsOn) = (value, dependsOn) }

    func bound<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> Bound<Scalar> { Bound(.init("bound", .decimal("\(value)"))) }
    func hypotheses<Scalar: BoundScalar>(_ p: Arguments<Scalar>) -> [Hypothesis<Scalar>] { [] }
}
