// SPDX-License-Identifier: GPL-3.0-or-later

/// Robust accuracy along a parameter, and where it passes a level.
public struct RobustCurve: Sendable, Hashable {
    public struct Point: Sendable, Hashable {
        /// R sqrt d, or V sqrt m.
        public let at: Double
        public let robustAccuracy: Double
    }

    /// By `at`, ascending.
    public let points: [Point]

    public init(_ points: [Point]) { self.points = points.sorted { $0.at < $1.at } }

    /// Where the accuracy, linear between its points, first falls to `level`; `nil` where it starts below or never does.
    public func falls(to level: Double) -> Double? {
        for (a, b) in zip(points, points.dropFirst()) where a.robustAccuracy >= level && b.robustAccuracy < level {
            return a.at + (b.at - a.at) * (a.robustAccuracy - level) / (a.robustAccuracy - b.robustAccuracy)
        }
        return nil
    }

    /// Where it first rises to `level`; `nil` where it starts above or never does.
    public func rises(to level: Double) -> Double? {
        for (a, b) in zip(points, points.dropFirst()) where a.robustAccuracy < level && b.robustAccuracy >= level {
            return a.at + (b.at - a.at) * (level - a.robustAccuracy) / (b.robustAccuracy - a.robustAccuracy)
        }
        return nil
    }
}

extension [AdversarialRecord] {
    /// Those that can be set beside each other in Figure 4: W projected onto the ball, the attacks of unit steps where there are such.
    public var ofOneKind: [AdversarialRecord] {
        let projected = filter(\.projects), unit = projected.filter { $0.step == .unit }
        return unit.isEmpty ? projected : unit
    }

    /// The networks of Figure 4's left panel: m = 1000 and C0 = 10, those of the right panel (d = 784, R = 0.2) left out.
    public var leftPanel: [AdversarialRecord] { filter { $0.m == 1000 && $0.c0 == 10 && !($0.d == 784 && $0.radius == 0.2) } }

    /// The networks of Figure 4's right panel.
    public var rightPanel: [AdversarialRecord] { filter { $0.d == 784 && $0.radius == 0.2 } }

    /// Figure 4, left: by run, the robust accuracy of the networks of `d` against R sqrt d.
    public func byRadius(d: Int, m: Int, c0: Double) -> [RobustCurve] {
        curves(of: filter { $0.d == d && $0.m == m && $0.c0 == c0 }) { $0.radius * Double(d).squareRoot() }
    }

    /// Figure 4, right: by run, the robust accuracy of the networks of width `m` against V sqrt m.
    public func byBall(d: Int, m: Int, radius: Double) -> [RobustCurve] {
        curves(of: filter { $0.d == d && $0.m == m && $0.radius == radius }) { $0.c0 }
    }

    private func curves(of records: [AdversarialRecord], _ place: (AdversarialRecord) -> Double) -> [RobustCurve] {
        Dictionary(grouping: records, by: \.run).sorted { $0.key < $1.key }.map { run in
            RobustCurve(run.value.map { .init(at: place($0), robustAccuracy: $0.robustAccuracy) })
        }
    }
}
