// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Prover

/// Theorem 3.1 and Corollary 3.2 as stated: proved by argument, and beside it the C2 that adversaries force at sizes that can be drawn, and
/// the robust error that they leave.
///
/// Draws decide nothing here: the theorem's constants are free, and C4 may be so small that none of these cells is in the window.
struct FlippingFindings: Study {
    enum Statement: Sendable {
        case theorem
        case corollary
    }

    let what: Statement

    static let trials = 20
    static let cells: [(d: Int, m: Int, c0: Double)] = [(25, 10_000, 1), (25, 10_000, 10), (100, 4000, 1)]

    func finding(threads: Int) async throws -> Finding {
        let studies = try await FlippingStudies.shared.studies(threads: threads)
        return switch what {
        case .theorem: Self.theorem(studies)
        case .corollary: Self.corollary(studies)
        }
    }

    private static func place(_ study: FlippingStudy) -> [String] { ["\(study.d)", "\(study.m)", shortText(study.c0)] }

    private static func theorem(_ studies: [FlippingStudy]) -> Finding {
        let unflipped = studies.filter { $0.strongest.neverFlipped > 0 }
        let table = BoundaryTable(
            caption:
                "the C2 that the strongest adversary forces, over \(trials) dense draws a row (C2 = inf: no step along the gradient flips)",
            columns: ["d", "m", "C0", "median C2", "95 % C2", "largest C2", "never flipped", "no single C2 serves"],
            rows: studies.map { study in
                place(study) + [
                    shortText(study.strongest.c2.median.value), shortText(study.strongest.c2.oneMinusGamma.value),
                    shortText(study.strongest.c2.maximum), "\(study.strongest.neverFlipped)", "\(study.drawsWithoutCommonStep)",
                ]
            })
        let note =
            unflipped.isEmpty
            ? "Beside the proof: every draw was flipped by some C2; none of these (d, m) is in the window with C4 = 1 (3.1/d)."
            : "Beside the proof: in some draws an adversary leaves no flipping step, at "
                + "\(unflipped.map { "d=\($0.d) m=\($0.m) C0=\(shortText($0.c0))" }.joined(separator: "; ")), outside the window of "
                + "the constants proved."
        let proof = Theorem31Existence.theorem.finding()
        let seen = Evidence(
            "beside the proof, its steps that hold for every network were checked on every network met: "
                + "\(studies.flatMap(\.checks).reduce(0) { $0 + $1.violations }) violations", .measured)
        return Finding(proof.verdict, method: proof.method, note: note, evidence: proof.evidence + [seen], boundary: table)
    }

    private static func corollary(_ studies: [FlippingStudy]) -> Finding {
        let table = BoundaryTable(
            caption: "lower 95 % limits of the robust error at radius R over uniform points, under the adversary least often flipped",
            columns: ["d", "m", "C0", "R", "worst draw", "median draw", "draws above 0.9 of \(trials)"],
            rows: studies.map { study in
                place(study) + [
                    shortText(study.radius), shortText(study.robust.worstLowerLimit), shortText(study.robust.medianLowerLimit),
                    "\(study.robust.drawsAboveNineTenths)",
                ]
            })
        let proof = Theorem31Existence.corollary.finding()
        return Finding(
            proof.verdict, method: proof.method,
            note: "Proved with R = 2 C2/sqrt d, C2 that of 3.1/1. Beside the proof, at sizes that can be drawn: R = min(1/2, 5/sqrt d); "
                + "limits of the W found, from below: a W not found may have less.",
            evidence: proof.evidence, boundary: table)
    }
}

/// The studies that both statements rest on, run once.
actor FlippingStudies {
    static let shared = FlippingStudies()
    private var running: Task<[FlippingStudy], any Error>?

    func studies(threads: Int) async throws -> [FlippingStudy] {
        let task =
            running
            ?? Task {
                var studies: [FlippingStudy] = []
                for cell in FlippingFindings.cells {
                    let parameters = try Parameters(d: cell.d, m: cell.m, gamma: 0.05, c0: cell.c0, c1: 5)
                    studies.append(try await FlippingStudy.run(parameters, seed: 1, trials: FlippingFindings.trials, threads: threads))
                }
                return studies
            }
        running = task
        return try await task.value
    }
}
