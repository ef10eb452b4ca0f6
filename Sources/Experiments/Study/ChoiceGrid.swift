// SPDX-License-Identifier: GPL-3.0-or-later

/// The choices that are tried against each other: every scale of the pixels with and without a bias, one sample a step or 64, and from the
/// usual ones another filter, a smaller W0 and more passes, one at a time.
public enum ChoiceGrid {
    /// Of all the grid's networks.
    public static let (width, sides, radii) = (1000, [5, 10, 28], [10.0, 20])

    /// The choices, a line of the table each.
    public static var choices: [TrainingChoices] {
        var found: [TrainingChoices] = []
        for pixels in PixelScale.allCases {
            for hasBias in [true, false] {
                for batch in [1, 64] {
                    var choices = TrainingChoices(pixels: pixels, hasBias: hasBias)
                    choices.batch = batch
                    found.append(choices)
                }
            }
        }
        for setting in SampleScaling.allCases {
            var filter = TrainingChoices.usual(setting), scale = filter, passes = filter
            filter.filter = .bilinear
            scale.initialScale = 0.5
            passes.passes = 10
            found += [filter, scale, passes]
        }
        return found
    }

    static func units(_ options: Experiment.Options) -> [LazyUnit] {
        choices.flatMap { choices in
            (options.sides ?? sides).flatMap { side in
                (1...max(1, options.runs)).map { run in
                    // The reading tells whose streams are used, and nothing else here.
                    var unit = LazyUnit(
                        scaling: choices.hasBias ? .unnormalized : .normalized, choices: choices, side: side, m: width, run: run,
                        radii: radii)
                    (unit.seed, unit.measured) = (options.seed, options.images ?? 250)
                    return unit
                }
            }
        }
    }
}
