// SPDX-License-Identifier: GPL-3.0-or-later

/// What a run of experiments is expected to take: an estimate from the sizes of its networks, told before it begins.
public struct ExpectedCost: Sendable, Hashable {
    public let seconds: Double
    public let bytes: Double

    /// "4 min", "2.5 h".
    public var timeText: String {
        switch seconds {
        case ..<90: "\(Int(max(1, seconds.rounded()))) s"
        case ..<5400: "\(Int((seconds / 60).rounded())) min"
        default: "\((seconds / 360).rounded() / 10) h"
        }
    }

    /// "700 MB", "1.9 GB".
    public var memoryText: String {
        bytes < 1e9 ? "\(Int((bytes / 1e7).rounded(.up)) * 10) MB" : "\((bytes / 1e8).rounded(.up) / 10) GB"
    }
}

extension ExperimentRun {
    /// Operations a second of one core, as measured on one of 2.1 GHz with AVX-512 (`make experiments`); others differ by a factor of two or so.
    private static let speed = 2e10

    /// - Parameter threads: at least 1.
    public func expected(threads: Int) -> ExpectedCost {
        let largest = units.map(\.bytes).sorted(by: >).prefix(threads)
        let images = 15_000 * 8 * Double(largestSide * largestSide)
        // No run is shorter than its longest network.
        let work = units.map(\.cost), longest = work.max() ?? 0
        return ExpectedCost(
            seconds: max(longest, work.reduce(0, +) / Double(threads)) / Self.speed, bytes: 5e7 + 2 * images + largest.reduce(0, +))
    }
}
