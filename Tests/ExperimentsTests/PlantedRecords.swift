// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import RealModule

@testable import Experiments
@testable import LazyPaper

/// Records that follow planted laws: what each rule of the rows must find.
enum Planted {
    static func lazy(
        relative: Double = -0.5, gradient: Double = 0.5, step: Double = -1, growth: (Double, Double, Double) = (0.3, 0.2, 0.1),
        errors: Int = 0,
        scaling: SampleScaling = .unnormalized, noise: Double = 0.001
    ) -> [LazyRecord] {
        var random = TestRandom(9)
        var records: [LazyRecord] = []
        for d in [25, 100, 400, 784] {
            for c0 in [10.0, 20, 40] {
                for run in 1...4 {
                    func spread(_ exponent: Double, _ growth: Double) -> Spread {
                        let value = Double.pow(Double(d), exponent) * Double.pow(c0, growth) * Double.exp(noise * random.normal())
                        return Spread(low: value / 2, median: value, high: 2 * value, mean: value)
                    }
                    records.append(
                        LazyRecord(
                            scaling: scaling, choices: .usual(scaling), d: d, m: 100_000, c0: c0, run: run, steps: 1, leaves: true,
                            errors: errors, images: 2115,
                            measured: 10,
                            neverFlipped: 0, relative: spread(relative, growth.0), gradient: spread(gradient, growth.1),
                            step: spread(step, growth.2)))
                }
            }
        }
        return records
    }

    static func adversarial(left: Double, right: Double, width: Double) -> [AdversarialRecord] {
        func record(_ d: Int, _ m: Int, _ c0: Double, _ radius: Double, _ run: Int, _ accuracy: Double) -> AdversarialRecord {
            AdversarialRecord(
                d: d, m: m, c0: c0, radius: radius, run: run, step: .unit, projects: true, rounds: 1, attacked: 1, robustTraining: 1,
                distance: c0, images: 1000, right: 1000, robust: Int(1000 * min(1, max(0, accuracy))), curve: [1])
        }
        var records: [AdversarialRecord] = []
        for run in 1...3 {
            for k in 1...10 { records.append(record(100, 1000, 10, Double(k) / 10.0, run, 0.5 - (Double(k) - left) / width)) }
            for c0 in [5.0, 10, 15, 20, 25, 30, 40, 60] { records.append(record(784, 316, c0, 0.2, run, 0.5 + (c0 - right) / (5 * width))) }
        }
        return records
    }
}

func planted(_ records: RunRecords, _ images: ImageSource) throws -> ExperimentFindings {
    ExperimentFindings(records, source: "planted", images: images, rules: try .fixed())
}

func row(
    _ id: String, lazy: [LazyRecord] = [], adversarial: [AdversarialRecord] = [], ceilings: [RobustCeiling] = []
) -> AuditRow? {
    guard let claim = LazyPaper.catalogue.claim(id) else { return nil }
    let records = RunRecords(lazy: lazy, adversarial: adversarial, ceilings: ceilings)
    return (try? planted(records, .mnist))?.rows([claim]).first
}

/// Ceilings whose images have norms of this exponent in d, `matching` of 1000 pairs lost from R sqrt d = `from` on.
func ceilings(normExponent: Double, matching: Int = 0, from: Double = 3) -> [RobustCeiling] {
    [25, 100, 784].flatMap { d in
        (1...10).map { scaled in
            RobustCeiling(
                filter: .area, d: d, scaledRadius: Double(scaled), images: 2000, largerClass: 1100,
                matching: Double(scaled) >= from ? matching : 0, logNorm: normExponent * Double.log(Double(d)))
        }
    }
}
