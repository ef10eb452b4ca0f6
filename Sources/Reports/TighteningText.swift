// SPDX-License-Identifier: GPL-3.0-or-later

public import Verifier

/// A tightening for a terminal.
public enum TighteningText {
    public static func text(_ tightening: Tightening, on screen: Screen = .pipe) -> String {
        let table = TextTable(
            columns: [
                .init(title: "term", isNumber: false), .init(title: "says more by a", isNumber: false),
                .init(title: "holds as far as", isNumber: true), .init(title: "refuted at", isNumber: true),
                .init(title: "runs", isNumber: true),
            ],
            rows: tightening.rows.map { row in
                [
                    row.term, "\(row.strengthens.rawValue) factor", row.supported.map { Digits.text($0) } ?? "no factor",
                    row.refuted.map { Digits.text($0) } ?? "none tried", "\(row.runs)",
                ]
            })
        let noun = tightening.cells == 1 ? "cell" : "cells"
        return table.plain + "\n"
            + screen.wrapped(
                "\(tightening.claim) at \(tightening.cells) \(noun), seed \(tightening.seed): each factor was tried on draws of its own, "
                    + "all verdicts together wrong with probability at most \(Digits.text(tightening.errorRate)). Between the two columns "
                    + "nothing is decided; a factor that holds at these cells is not thereby proved at others.")
    }
}
