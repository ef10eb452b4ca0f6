// SPDX-License-Identifier: GPL-3.0-or-later

public import Experiments
internal import Foundation

/// Figures 2 to 7 of the paper from records, on its axes.
public enum ExperimentFigures {
    /// Where they are, below the report's folder: one of their own, beside that of a run's figures.
    static let folder = "experiment-figures"

    /// Those of `experiments` that the records show.
    public static func figures(_ records: RunRecords, of experiments: [Experiment], by aggregate: Aggregate = .mean) -> [Figure] {
        experiments.flatMap { experiment -> [Figure] in
            let lazy = records.lazy.filter { $0.leaves || $0.c0 == 10 }
            func scaling(_ name: String, _ title: String, _ records: [LazyRecord]) -> PanelFigure? {
                self.scaling(name, title, records, aggregate)
            }
            func growth(_ name: String, _ title: String, _ records: [LazyRecord]) -> PanelFigure? {
                self.growth(name, title, records, aggregate)
            }
            let figures: [PanelFigure?] =
                switch experiment {
                case .fig2: [scaling("fig2", "Figure 2: samples as they are, C0 = 10", lazy.filter { $0.scaling == .unnormalized })]
                case .fig5: [scaling("fig5", "Figure 5: samples of norm 1, no bias, C0 = 10", lazy.filter { $0.scaling == .normalized })]
                case .fig3: [growth("fig3", "Figure 3: samples as they are, m = 1e5", lazy.filter { $0.scaling == .unnormalized })]
                case .fig6: [growth("fig6", "Figure 6: samples of norm 1, no bias, m = 1e5", lazy.filter { $0.scaling == .normalized })]
                case .fig4: [robust(records), training(records)]
                case .fig7: [histograms(records.histograms)]
                case .errors, .ceiling, .choices: []
                }
            return figures.compactMap { figure -> Figure? in
                guard var figure else { return nil }
                // What has no finite value, on black images say, has no panel.
                figure.panels = figure.panels.filter { panel in panel.curves.contains { $0.kind != .reference && !$0.points.isEmpty } }
                return figure.panels.isEmpty ? nil : figure.figure
            }
        }
    }

    private static func limits(_ aggregate: Aggregate) -> String {
        "points: means over runs of the \(aggregate.rawValue)s over test images; bars: from the least to the largest run"
    }

    // MARK: figures 2, 3, 5 and 6

    /// Means over runs at each x, with the least and the largest.
    private static func curve(
        _ name: String, _ color: Int, _ points: [(x: Double, y: Double)], keepsZero: Bool = false
    ) -> PanelFigure.Curve {
        // 0 has no place on a logarithmic axis.
        let groups = Dictionary(grouping: points.filter { $0.y.isFinite && ($0.y > 0 || keepsZero) }, by: \.x).sorted { $0.key < $1.key }
        return .init(
            name: name, color: color, kind: .measured,
            points: groups.map { x, group in
                let values = group.map(\.y)
                return (x, values.reduce(0, +) / Double(values.count), values.min() ?? 0, values.max() ?? 0)
            })
    }

    private static func scaling(
        _ name: String, _ title: String, _ records: [LazyRecord], _ aggregate: Aggregate
    ) -> PanelFigure? {
        let chosen = records.filter { $0.c0 == 10 }, widths = Set(chosen.map(\.m)).sorted()
        guard !chosen.isEmpty else { return nil }
        let panels = LazyQuantity.allCases.map { quantity in
            var curves = widths.enumerated().map { index, m in
                curve(
                    "m = \(Digits.text(Double(m), 3))", index, chosen.filter { $0.m == m }.map { (Double($0.d), $0[quantity][aggregate]) })
            }
            if let reference = reference(quantity, curves) { curves.append(reference) }
            return PanelFigure.Panel(
                title: quantity.title, x: "d", y: "", isLogX: true, isLogY: true, curves: curves)
        }
        return PanelFigure(
            name: name, title: title, subtitle: limits(aggregate),
            alt:
                "Three panels over the dimension d, both axes logarithmic: ||delta||/||x||, ||grad f|| and eta, a curve a width, with bars "
                + "from the least to the largest run; dashed the paper's power of d through the mean of the first points.",
            panels: panels)
    }

    /// The paper's power of d, through the mean of the curves' first points.
    private static func reference(_ quantity: LazyQuantity, _ curves: [PanelFigure.Curve]) -> PanelFigure.Curve? {
        let firsts = curves.compactMap(\.points.first), lasts = curves.compactMap(\.points.last)
        guard let x0 = firsts.map(\.x).min(), let x1 = lasts.map(\.x).max(), x0 < x1, !firsts.isEmpty else { return nil }
        let y0 = firsts.map(\.y).reduce(0, +) / Double(firsts.count)
        let y1 = y0 * pow(x1 / x0, quantity.claimedExponent)
        return .init(name: "the paper's power of d", color: nil, kind: .reference, points: [(x0, y0, y0, y0), (x1, y1, y1, y1)])
    }

    private static func growth(
        _ name: String, _ title: String, _ records: [LazyRecord], _ aggregate: Aggregate
    ) -> PanelFigure? {
        let chosen = records.filter { $0.m == 100_000 && $0.leaves }
        let dimensions = Set(chosen.map(\.d)).filter { d in Set(chosen.filter { $0.d == d }.map(\.c0)).count > 1 }.sorted()
        guard !dimensions.isEmpty else { return nil }
        let panels = LazyQuantity.allCases.map { quantity in
            PanelFigure.Panel(
                title: quantity.title, x: "C0", y: "",
                curves: dimensions.enumerated().map { index, d in
                    curve("d = \(d)", index, chosen.filter { $0.d == d }.map { ($0.c0, $0[quantity][aggregate]) })
                })
        }
        return PanelFigure(
            name: name, title: title, subtitle: limits(aggregate),
            alt:
                "Three panels over C0: ||delta||/||x||, ||grad f|| and eta, a curve a dimension, over the balls that training leaves, with "
                + "bars from the least to the largest run.", panels: panels)
    }

    // MARK: figure 4

    private static func robust(_ records: RunRecords) -> PanelFigure? {
        let networks = records.adversarial.ofOneKind, left = networks.leftPanel, right = networks.rightPanel
        guard !left.isEmpty || !right.isEmpty else { return nil }
        let dimensions = Set(left.map(\.d)).sorted(), widths = Set(right.map(\.m)).sorted()
        func percent(_ record: AdversarialRecord) -> Double { 100 * record.robustAccuracy }
        var curves = dimensions.enumerated().map { index, d in
            curve(
                "d = \(d)", index, left.filter { $0.d == d }.map { ($0.radius * Double($0.d).squareRoot(), percent($0)) }, keepsZero: true)
        }
        for (index, d) in dimensions.enumerated() {
            let ceilings = records.ceilings.filter { $0.d == d && $0.filter == .area && $0.scaledRadius <= 10 }
            guard ceilings.contains(where: { $0.matching > 0 }) else { continue }
            curves.append(
                .init(
                    name: "dashed: no classifier does better", color: index, kind: .reference,
                    points: ceilings.sorted { $0.scaledRadius < $1.scaledRadius }.map {
                        ($0.scaledRadius, 100 * $0.accuracy, 100 * $0.accuracy, 100 * $0.accuracy)
                    }))
        }
        let panels = [
            PanelFigure.Panel(
                title: "m = 1000, V = 10/sqrt m", x: "||delta|| sqrt d", y: "robust test accuracy (%)", mark: (5, "the paper's 5"),
                curves: curves),
            PanelFigure.Panel(
                title: "d = 784, ||delta|| = 0.2", x: "V sqrt m", y: "", mark: (25, "the paper's 25"),
                curves: widths.enumerated().map { index, m in
                    curve("m = \(m)", index, right.filter { $0.m == m }.map { ($0.c0, percent($0)) }, keepsZero: true)
                }),
        ]
        return PanelFigure(
            name: "fig4", title: "Figure 4: networks trained by Algorithm 1",
            subtitle: "points: means over runs; bars: from the least to the largest run",
            alt: "Two panels of robust test accuracy in percent: over ||delta|| sqrt d, a curve a dimension, dashed what no classifier can "
                + "pass; over V sqrt m, a curve a width. Dotted lines at the paper's 5 and 25.", panels: panels)
    }

    /// What the attacked training images did, in the first run.
    private static func training(_ records: RunRecords) -> PanelFigure? {
        let networks = records.adversarial.ofOneKind.leftPanel.filter { !$0.curve.isEmpty }
        guard let run = networks.map(\.run).min() else { return nil }
        let dimensions = Set(networks.map(\.d)).sorted()
        let panels = [1.0, 3, 5].map { scaled in
            PanelFigure.Panel(
                title: "||delta|| = \(Digits.text(scaled))/sqrt d", x: "rounds", y: scaled == 1 ? "robust training accuracy (%)" : "",
                curves: dimensions.enumerated().map { index, d in
                    let network = networks.first {
                        $0.run == run && $0.d == d && abs($0.radius * Double(d).squareRoot() - scaled) < 1e-3
                    }
                    return .init(
                        name: "d = \(d)", color: index, kind: .measured,
                        points: (network?.curve ?? []).enumerated().map { (Double($0), 100 * $1, 100 * $1, 100 * $1) })
                })
        }
        return PanelFigure(
            name: "fig4b", title: "Training by Algorithm 1: m = 1000, V = 10/sqrt m",
            subtitle: "of the attacked training images, before each round; run \(run)",
            alt: "Three panels of robust training accuracy in percent over the rounds of Algorithm 1, a curve a dimension.", panels: panels)
    }

    // MARK: figure 7

    private static func histograms(_ all: [Histogram]) -> PanelFigure? {
        guard let run = all.map(\.run).min() else { return nil }
        let panels = SampleScaling.allCases.flatMap { scaling in
            LazyQuantity.allCases.compactMap { quantity -> PanelFigure.Panel? in
                guard let item = all.first(where: { $0.run == run && $0.scaling == scaling && $0.quantity == quantity }) else { return nil }
                let width = (item.high - item.low) / Double(item.counts.count)
                let boxes = item.counts.enumerated().map { index, count in
                    (x: item.low + (Double(index) + 0.5) * width, y: Double(count), low: 0.0, high: 0.0)
                }
                let normal = (0...96).map { k -> (x: Double, y: Double, low: Double, high: Double) in
                    let x = item.low + (item.high - item.low) * Double(k) / 96, z = (x - item.mean) / item.deviation
                    return (x, Double(item.images) * width * exp(-z * z / 2) / (item.deviation * (2 * Double.pi).squareRoot()), 0, 0)
                }
                return PanelFigure.Panel(
                    title: "\(scaling.rawValue), \(quantity.title)", x: "", y: "images",
                    curves: [
                        .init(name: "test images", color: 0, kind: .boxes, points: boxes),
                        .init(name: "the normal law of their mean and deviation", color: 1, kind: .reference, points: normal),
                    ])
            }
        }
        return PanelFigure(
            name: "fig7", title: "Figure 7: over all test images, d = 784, m = 1e5, C0 = 10", subtitle: "run \(run)",
            alt: "Histograms of ||delta||/||x||, ||grad f|| and eta over the test images, for samples as they are and of norm 1, with the "
                + "normal density of the same mean and deviation.", panels: panels, rows: 2)
    }
}
