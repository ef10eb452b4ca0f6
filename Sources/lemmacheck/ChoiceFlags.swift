// SPDX-License-Identifier: GPL-3.0-or-later

public import ArgumentParser
import Bounds
public import Experiments

extension PixelScale: ExpressibleByArgument {}
extension ImageFilter: ExpressibleByArgument {}

/// What the paper leaves open about its trainings, an option each.
struct ChoiceFlags: ParsableArguments {
    enum Switch: String, CaseIterable, ExpressibleByArgument {
        case on, off
    }

    @Option(
        help: ArgumentHelp(
            "Pixels p in [0, 1] as they are; (p - .1307)/.3081; 2p - 1; images of norm 1 or sqrt d; unit-range unless given.",
            valueName: "unit-range|standardized|symmetric|unit-norm|norm-sqrt-d"))
    var pixels: PixelScale?
    @Option(help: ArgumentHelp("Whether neurons have a bias, trained like a weight; on unless given.", valueName: "on|off"))
    var bias: Switch?
    @Option(help: ArgumentHelp("How images are made smaller; area unless given.", valueName: "area|bilinear"))
    var filter: ImageFilter?
    @Option(
        parsing: .unconditional, help: ArgumentHelp("Samples a step of SGD; 1 unless given.", valueName: "N"),
        transform: count("batch", .init(1...70_000)))
    var batch: Int?
    @Option(
        parsing: .unconditional, help: ArgumentHelp("The deviation of W0's entries; 1 unless given, as in the paper.", valueName: "S"),
        transform: number("initial-scale", .positive))
    var initialScale: Double?
    @Option(
        parsing: .unconditional, help: ArgumentHelp("SGD ends after so many passes at the latest; 3 unless given.", valueName: "N"),
        transform: count("passes", .init(1...1000)))
    var passes: Int?

    /// The names of those that are given.
    var given: [String] {
        [
            ("pixels", pixels != nil), ("bias", bias != nil), ("filter", filter != nil), ("batch", batch != nil),
            ("initial-scale", initialScale != nil), ("passes", passes != nil),
        ].filter(\.1).map(\.0)
    }

    var changes: ChoiceChanges {
        var changes = ChoiceChanges()
        (changes.pixels, changes.hasBias, changes.filter) = (pixels, bias.map { $0 == .on }, filter)
        (changes.batch, changes.initialScale, changes.passes) = (batch, initialScale, passes)
        return changes
    }
}
