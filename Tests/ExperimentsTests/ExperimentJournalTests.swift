// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Support
import Testing

@testable import Experiments

/// Sixty images of noise.
private func images(seed: UInt64) -> DigitData {
    var random = TestRandom(seed)
    func part(_ count: Int) -> DigitImages {
        DigitImages(
            side: 5, pixels: (0..<25 * count).map { _ in random.uniform() }, labels: (0..<count).map { $0 % 2 == 0 ? 1 : -1 })
    }
    return DigitData(training: part(40), test: part(20), source: .other("images of noise"))
}

@Test("A run that was killed goes on by its journal to the records of one that was not, whatever line the end was cut in")
func resumedRun() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent(ExperimentJournal.name), data = images(seed: 4)
    var options = Experiment.Options()
    (options.sides, options.widths, options.runs, options.attacked) = ([3, 4], [30], 2, 10)
    let run = ExperimentRun(
        Experiment.fig2.units(options) + Experiment.choices.units(options).prefix(3)
            + Experiment.units(of: [.init(side: 3, m: 20, c0: 5, radius: 0.1)], options).map(RunUnit.adversarial)
            + [.ceiling(side: 4, filter: .bilinear)])
    let journal = try ExperimentJournal(in: folder.path, of: data)
    #expect(journal.known.isEmpty)
    var failures: [any Error] = []
    let whole = await run.run(
        data, threads: 2, finished: { unit, records in do { try journal.append(unit, records) } catch { failures.append(error) } })
    #expect(failures.isEmpty && whole.lazy.count == 4 && whole.choices.count == 6 && whole.adversarial.count == 2)
    let contents = try Data(contentsOf: path)
    for cut in [contents.count, contents.count - 1, contents.count / 2, 200] {
        try contents.prefix(cut).write(to: path)
        let part = try ExperimentJournal(in: folder.path, of: data)
        var made = 0
        let again = await run.run(data, threads: 1, known: part.known, finished: { _, _ in made += 1 })
        #expect(again == whole && made == run.units.count - part.known.count, "cut at \(cut)")
        #expect((made == 0) == (cut == contents.count))
    }
    try contents.write(to: path)
    #expect { try ExperimentJournal(in: folder.path, of: images(seed: 5)) } throws: {
        "\($0)".hasSuffix("is of networks trained on other images; allowed: those it was begun with")
    }
    try contents.dropFirst(3).write(to: path)
    #expect(throws: JournalError.self) { try ExperimentJournal(in: folder.path, of: data) }
}
