// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Bounds
import Claims
import Foundation
import LazyPaper
import Reports
import Verifier

struct FrontierCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frontier",
        abstract: "From which d on each bound is better than the trivial one, and where Theorem 3.1's window is empty.",
        discussion: "Example: lemmacheck frontier --gamma 0.05 --c0 1 --m 1e5,1e6")

    @Option(
        parsing: .unconditional, help: ArgumentHelp("The failure probability, in (0, 1).", valueName: "gamma"),
        transform: number("gamma", .betweenZeroAndOne))
    var gamma: Double = 0.05
    @Option(parsing: .unconditional, help: ArgumentHelp("C0.", valueName: "C0"), transform: number(.c0))
    var c0: Double = 1
    @Option(parsing: .unconditional, help: ArgumentHelp("C1.", valueName: "C1"), transform: number(.c1))
    var c1: Double = 1
    @Option(
        parsing: .unconditional, help: ArgumentHelp("Fixed widths, beside m = d^2.4 and m = d^3.", valueName: "1e5"),
        transform: counts("m"))
    var m: [Int] = [100_000]
    @Flag(help: "Print JSON.")
    var json = false

    /// Each width is a row for every bound.
    private static let mostWidths = 100

    func validate() throws {
        guard m.count <= Self.mostWidths else {
            throw WrongUsage.error("m has \(m.count) values: at most \(Self.mostWidths) are allowed")
        }
    }

    private struct Object: Encodable {
        let gamma: Double
        let c0: Double
        let c1: Double
        let bounds: [FrontierRow]
        let sharper: [SharperRow]
        let window: [WindowRow]
    }

    private func plain(_ value: Double) -> String { value == value.rounded() && value < 1e15 ? "\(Int(value))" : "\(value)" }

    func run() throws {
        let frontier = try Failure.usage { try Frontier(gamma: gamma, c0: c0, c1: c1) }
        let rules = LazyPaper.widthRules + m.map { .fixed(Double($0)) }
        let rows = frontier.rows(LazyPaper.catalogue.measured, rules) + LazyPaper.assembledRows(frontier, rules: rules)
        let sharper = LazyPaper.sharperRows(frontier), window = WindowRow.rows()
        if json {
            let object = Object(gamma: gamma, c0: c0, c1: c1, bounds: rows, sharper: sharper, window: window)
            try Output.write(JSONReport.data(of: object))
        } else {
            let used = "gamma = \(plain(gamma)), C0 = \(plain(c0)), C1 = \(plain(c1))"
            let widths = rules.map(\.text).joined(separator: ", ")
            try Output.print("\(used); widths \(widths)\n\n" + FrontierText.text(rows, sharper: sharper, window: window), terminator: "")
        }
    }
}
