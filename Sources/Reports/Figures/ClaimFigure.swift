// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Verifier

/// The figure of one claim's cells: above the quantile with its limits against the bound and the sharper bound, below P(violates) with its
/// limits against what the claim allows.
///
/// Curves differ in colour, in the shape of their points and in the legend; the bound's line is solid, the sharper one's dashed. Open
/// points: the bound is vacuous there; crosses: the claim's own hypotheses fail.
struct ClaimFigure {
    let claim: MeasuredClaim
    let swept: SweptCells
    private let sharper: MeasuredClaim?
    private let name: String

    /// - Parameters:
    ///   - cells: of one claim, at least one.
    ///   - axis: the parameter along the figure; the one that varies most unless given.
    ///   - name: of the files; the claim's unless given.
    init(
        _ claim: MeasuredClaim, _ cells: [RunResult.Cell], along axis: SweptCells.Axis? = nil, name: String? = nil, in catalogue: Catalogue
    ) {
        self.claim = claim
        self.name = name ?? Figure.fileName(claim.id)
        swept = SweptCells(cells, along: axis)
        sharper = catalogue.claim(claim.id + "+")?.measured
    }

    var figure: Figure {
        let rows = Rows(claim: claim, sharper: sharper, swept: swept)
        let caption = "\(claim.id): \(claim.claim.quantityText)"
        let bound = claim.direction == .lower ? "at least" : "at most"
        let varied = "along \(swept.symbol), for \(swept.curves.count) \(swept.curves.count == 1 ? "setting" : "settings")"
        return Figure(
            name: name, claim: claim.id, title: caption,
            alt:
                "\(caption), said to be \(bound) a bound: \(varied)\(swept.shared.isEmpty ? "" : " at \(swept.shared)"). The numbers are "
                + "in the table beside the figure.",
            body: ClaimScript(figure: self, rows: rows, dataFile: "\(name).tsv", sharperName: sharper?.id).text, data: rows.table)
    }

    /// What is measured, for the axis.
    var valueTitle: String {
        switch claim.quantity.extremum {
        case .event: "probability"
        case .supremum, .infimum: claim.quantity.name.contains("neurons") ? "neurons" : "value (no unit)"
        }
    }

    /// The data of a figure.
    struct Rows {
        struct Row {
            let x: Double
            let bound: Double
            let sharper: Double?
            /// Whether the sharper bound says something.
            let isSharperInformative: Bool
            /// The quantile, or the most extreme value of a claim about every draw.
            let value: Double?
            let lower: Double?
            let upper: Double?
            let probability: RunResult.Probability?
            let allowed: Double?
            let isVacuous: Bool
            let inDomain: Bool
        }

        let curves: [[Row]]
        let isOfEvent: Bool

        init(claim: MeasuredClaim, sharper: MeasuredClaim?, swept: SweptCells) {
            var isOfEvent = false
            curves = swept.curves.map { curve in
                curve.cells.compactMap { cell in
                    guard let x = swept.axis.value(cell) else { return nil }
                    var allowed: Double?
                    switch claim.assertion {
                    case .withProbability(let factor): allowed = cell.gamma.map { factor * $0 }
                    case .probabilityOfEvent: isOfEvent = true
                    case .everyDraw: break
                    }
                    let isEvent = cell.probabilityOf == .event
                    let p = cell.probability, sharperBound = Self.bound(of: sharper, at: cell)
                    return Row(
                        x: x, bound: cell.bound, sharper: sharperBound.map { Digits.rounded($0.value) },
                        isSharperInformative: sharperBound?.vacuous == false,
                        value: isEvent ? (p.lower + p.upper) / 2 : cell.quantile?.value ?? cell.maximum,
                        lower: isEvent ? p.lower : cell.quantile?.lower, upper: isEvent ? p.upper : cell.quantile?.upper,
                        probability: allowed == nil ? nil : p, allowed: allowed, isVacuous: cell.vacuous, inDomain: cell.inDomain)
                }
            }
            self.isOfEvent = isOfEvent
        }

        private static func bound(of sharper: MeasuredClaim?, at cell: RunResult.Cell) -> BoundValue? {
            guard let sharper,
                let p = try? cell.point(), let value = try? BoundValue(sharper, at: p), value.inDomain, value.value.isFinite
            else { return nil }
            return value
        }

        var all: [Row] { curves.flatMap { $0 } }

        /// Curves are blocks, two empty lines between them.
        var table: String {
            let names = [
                "x", "bound", "sharper_bound", "value", "value_lower", "value_upper", "probability_lower", "probability_upper", "allowed",
                "vacuous", "in_domain",
            ]
            func number(_ x: Double?) -> String { x.map { $0.isFinite ? "\($0)" : $0 > 0 ? "1e300" : "-1e300" } ?? "?" }
            let blocks = curves.map { rows in
                rows.map { row in
                    [
                        number(row.x), row.bound.isFinite ? "\(row.bound)" : "?", number(row.sharper), number(row.value), number(row.lower),
                        number(row.upper), number(row.probability?.lower), number(row.probability?.upper), number(row.allowed),
                        row.isVacuous ? "1" : "0", row.inDomain ? "1" : "0",
                    ].joined(separator: "\t") + "\n"
                }.joined()
            }
            return "# " + names.joined(separator: "\t") + "\n" + blocks.joined(separator: "\n\n")
        }
    }
}
