// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The range of a figure's upper panel, and how its axis is numbered.
struct FigureFrame {
    private let low: Double
    private let high: Double
    private let isLog: Bool

    /// - Parameter values: what is to be shown, finite numbers; a range of its own where there are none.
    init(_ values: [Double]) {
        // Gnuplot's own arithmetic ends where a Double's does.
        let values = values.map { Swift.max(-1e290, Swift.min(1e290, $0)) }
        guard let least = values.min(), let greatest = values.max() else {
            (low, high, isLog) = (0, 1, false)
            return
        }
        if least > 0, log(greatest) - log(least) > log(12) {
            (low, high, isLog) = (Swift.max(1e-300, least / 1.6), greatest * 1.6, true)
            return
        }
        let room = greatest > least ? 0.1 * (greatest - least) : greatest == 0 ? 1 : 0.5 * abs(greatest)
        // A point at 0 is not to be cut by the axis.
        let foot = least == 0 ? -0.4 * room : least > 0 ? Swift.max(0, least - room) : least - room
        (low, high, isLog) = (foot, greatest + room, false)
    }

    func contains(_ x: Double) -> Bool { x >= low && x <= high }

    /// Lines of the script. Limits that there are not end at the frame, which is what its function clip is for.
    var lines: [String] {
        let (a, b) = (Figure.number(low), Figure.number(high))
        return (isLog ? ["set logscale y"] : []) + ["set yrange [\(a):\(b)]", "clip(x) = x < \(a) ? \(a) : x > \(b) ? \(b) : x"] + tics
    }

    /// Where an axis of powers of ten would have one number or two, those between them too.
    private var tics: [String] {
        guard isLog, log10(high) - log10(low) < 3 else { return [] }
        let powers = Int(log10(low).rounded(.down))...Int(log10(high).rounded(.up))
        let places = powers.flatMap { power in [1, 2, 5].compactMap { Double("\($0)e\(power)") } }.filter(contains)
        return ["set ytics (\(places.map { "'\(Digits.text($0))' \(Figure.number($0))" }.joined(separator: ", "))) noenhanced"]
    }
}
