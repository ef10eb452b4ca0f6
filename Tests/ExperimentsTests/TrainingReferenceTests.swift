// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import RealModule
import Statistics
import Testing

@testable import Experiments

/// What Resources/training_reference.py printed: networks that a plain NumPy script trained, written from the paper's text alone.
private struct Reference {
    struct Cell: Hashable {
        let kind: String
        let reading: String
        let d: Int
        let c0: Double
        let radius: Double
        let quantity: String
    }

    private(set) var values: [Cell: [Double]] = [:]

    init() throws {
        let url = try #require(Bundle.module.url(forResource: "training_reference", withExtension: "csv", subdirectory: "Resources"))
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",").map(String.init)
            try #require(cells.count == 9)
            let cell = Cell(
                kind: cells[0], reading: cells[1], d: try #require(Int(cells[2])), c0: try #require(Double(cells[4])),
                radius: try #require(Double(cells[5])), quantity: cells[7])
            values[cell, default: []].append(try #require(Double(cells[8])))
        }
    }
}

/// What the recorded networks of a cell of the reference showed, run by run; empty where none was recorded.
private func recorded(_ cell: Reference.Cell, in records: RunRecords) -> [Double] {
    if cell.kind == "adversarial" {
        return records.adversarial.ofOneKind
            .filter { $0.d == cell.d && $0.m == 1000 && $0.c0 == cell.c0 && abs($0.radius - cell.radius) < 1e-9 && $0.images == 2115 }
            .map { Double(cell.quantity == "rounds" ? $0.rounds : cell.quantity == "right" ? $0.right : $0.robust) }
    }
    let networks = records.lazy.filter {
        $0.scaling.rawValue == cell.reading && $0.d == cell.d && $0.m == 1000 && $0.c0 == cell.c0 && $0.measured == 2115
    }
    return networks.map { network in
        switch cell.quantity {
        case "steps": Double(network.steps)
        case "errors": Double(network.errors)
        case "relative_mean": network.relative.mean
        case "relative_median": network.relative.median
        case "gradient_mean": network.gradient.mean
        case "gradient_median": network.gradient.median
        case "step_mean": network.step.mean
        default: network.step.median
        }
    }
}

/// Welch's t of two samples in units of its quantile at `alpha`, two-sided: beyond 1 the means differ. A count, which may be the same in
/// every run, is off by a half at least.
private func excess(_ a: [Double], _ b: [Double], alpha: Double, floor: Double) -> Double {
    func moments(_ values: [Double]) -> (n: Double, mean: Double, variance: Double) {
        let n = Double(values.count), mean = values.reduce(0, +) / n
        return (n, mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1))
    }
    let (x, y) = (moments(a), moments(b))
    let (p, q) = ((x.variance + floor * floor) / x.n, (y.variance + floor * floor) / y.n)
    let degrees = (p + q) * (p + q) / (p * p / (x.n - 1) + q * q / (y.n - 1))
    return abs(x.mean - y.mean) / Double.sqrt(p + q) / MeanInterval.studentQuantile(1 - alpha / 2, degrees: degrees)
}

@Test("the recorded networks are those of a second implementation, within the limits that runs differ by")
func secondImplementation() throws {
    let reference = try Reference(), records = try RunRecords.recorded()
    let cells = reference.values.keys.filter { $0.quantity != "leaves" }
    let alpha = 0.01 / Double(cells.count)
    var compared = 0
    for cell in cells {
        let ours = recorded(cell, in: records), theirs = reference.values[cell] ?? []
        guard ours.count > 1, theirs.count > 1 else { continue }
        compared += 1
        let isCount = ["errors", "steps", "rounds"].contains(cell.quantity)
        // Accuracies near 0 and 100 % hardly vary: two images in a thousand are no difference.
        let floor = ["right", "robust"].contains(cell.quantity) ? 5.0 : isCount ? 0.5 : 1e-3 * abs(theirs[0])
        let found = excess(ours, theirs, alpha: alpha, floor: floor)
        if found > 1 { print("\(cell): \(ours) against \(theirs)") }
        #expect(found <= 1)
    }
    #expect(compared == cells.count)
    // The comparison tells C0 = 10 from 20 where training leaves both balls with room between them.
    for (cell, theirs) in reference.values where cell.quantity == "gradient_mean" && cell.c0 == 20 && cell.d == 25 {
        let other = Reference.Cell(kind: cell.kind, reading: cell.reading, d: cell.d, c0: 10, radius: cell.radius, quantity: cell.quantity)
        #expect(excess(recorded(other, in: records), theirs, alpha: 0.01, floor: 0) > 1)
    }
}
