// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import Foundation
import LazyPaper
import Sampler
import Support
import Synchronization
import Testing
import Verifier

/// Four cells of different kinds: by law, exact, bracketed, and one that is refuted.
private func plan() throws -> Plan {
    let text = """
        lemma: B.7
        claims:
          - claim: B.7/f
            grid: {d: [2, 25], m: [100, 1000], gamma: 0.05, c0: 1}
            expect: holds
            except:
              - where: {d: 2}
                expect: refuted
            trials: 300
        """
    return try PlanReader.read(text, file: "plan.yaml", catalogue: LazyPaper.catalogue)
}

private func withFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("journal-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(folder)
}

private func options() -> RunOptions {
    var options = RunOptions()
    (options.seed, options.threads) = (7, 2)
    return options
}

@Test("a run that goes on from any part of its journal has the result of one that was never cut")
func resumption() async throws {
    let plan = try plan(), options = options()
    let blocks = Mutex<[TrialBlock]>([])
    let whole = try await Engine(options).run(plan, events: RunEvents(blockDone: { block in blocks.withLock { $0.append(block) } }))
    let all = blocks.withLock { $0 }
    #expect(Set(all.map(\.cell)) == [0, 1, 2, 3] && all.count > 20)
    var random = SplitMix64(seed: 5)
    for share in [0, 0.3, 0.7, 1] {
        var known = KnownTrials()
        for block in all where random.uniform() < share { known.add(block) }
        let made = Mutex(0)
        let resumed = try await Engine(options).run(
            plan, known: known, events: RunEvents(blockDone: { block in made.withLock { $0 += block.brackets.count } }))
        #expect(resumed == whole)
        #expect(known.count + made.withLock { $0 } == all.reduce(0) { $0 + $1.brackets.count })
    }
}

@Test("what is written to a journal is read from it, and a cut or altered line ends it")
func journal() async throws {
    let plan = try plan(), options = options()
    try await withFolder { folder in
        #expect(try RunJournal.read(in: folder) == nil)
        let header = RunHeader(plan, options, command: "lemmacheck verify", formats: ["md"])
        let values = [1.5, -.infinity, .infinity, .leastNonzeroMagnitude, -0.0, 1e308]
        let block = TrialBlock(
            cell: 1, first: 32, brackets: values.map { TrialBracket(attained: $0, certified: $0 + 1, rounding: abs($0) * 1e-16) })
        do {
            let journal = try RunJournal(of: header, in: folder)
            try journal.append(block)
            try journal.append(TrialBlock(cell: 0, first: 0, brackets: [TrialBracket(exactly: 0.1)]))
            try journal.flush()
        }
        var expected = KnownTrials()
        expected.add(block)
        let first = expected
        expected.add(TrialBlock(cell: 0, first: 0, brackets: [TrialBracket(exactly: 0.1)]))
        let contents = try #require(try RunJournal.read(in: folder))
        #expect(contents.header == header && contents.known == expected)
        #expect(try contents.header.plan(in: LazyPaper.catalogue).entries == plan.entries)

        let file = URL(fileURLWithPath: "\(folder)/\(RunJournal.name)")
        let bytes = try Data(contentsOf: file)
        #expect(contents.length == bytes.count)
        let ends = bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
        // Cut anywhere in the last two lines: what is whole before the cut is there.
        for length in stride(from: ends[0], to: bytes.count, by: 7) {
            try bytes.prefix(length).write(to: file)
            let cut = try #require(try RunJournal.read(in: folder))
            #expect(cut.known == (length >= ends[1] ? first : KnownTrials()) && cut.length == (length >= ends[1] ? ends[1] : ends[0]))
        }
        // One bit altered anywhere in the second line ends the journal there.
        for index in stride(from: ends[0], to: ends[1], by: 11) {
            var altered = bytes
            altered[index] ^= 1
            try altered.write(to: file)
            #expect(try RunJournal.read(in: folder)?.known == KnownTrials())
        }
        try bytes.prefix(ends[0] - 1).write(to: file)
        #expect(throws: JournalError.self) { try RunJournal.read(in: folder) }
    }
}

@Test("a journal goes on behind its last whole line")
func continuation() async throws {
    try await withFolder { folder in
        let blocks = (0..<3).map { TrialBlock(cell: 0, first: $0, brackets: [TrialBracket(exactly: Double($0))]) }
        try RunJournal(of: RunHeader(try plan(), options(), command: "", formats: []), in: folder).append(blocks[0])
        do {
            let journal = try RunJournal(of: RunHeader(try plan(), options(), command: "", formats: []), in: folder)
            try journal.append(blocks[1])
            try journal.flush()
        }
        let file = URL(fileURLWithPath: "\(folder)/\(RunJournal.name)")
        try (try Data(contentsOf: file) + Data("half a li".utf8)).write(to: file)
        let contents = try #require(try RunJournal.read(in: folder))
        do {
            let journal = try RunJournal(continuing: folder, at: contents.length)
            try journal.append(blocks[2])
            try journal.flush()
        }
        var expected = KnownTrials()
        for block in blocks.dropFirst() { expected.add(block) }
        #expect(try RunJournal.read(in: folder)?.known == expected)
    }
}

@Test("a run's name changes with whatever its result depends on, and with nothing else")
func runName() throws {
    let plan = try plan()
    func name(_ change: (inout RunOptions) -> Void) -> String {
        var options = options()
        change(&options)
        return RunHeader(plan, options, command: "", formats: []).run
    }
    let usual = name { _ in }
    #expect(usual.count == 16)
    #expect(usual == name { ($0.threads, $0.batch) = (5, 64) })
    let others = [
        name { $0.seed = 8 }, name { $0.generator = .mt19937 }, name { $0.sampler = .dense }, name { $0.maxTrials = 1 },
        name { $0.errorRate = 0.01 }, RunHeader(Plan(entries: Array(plan.entries.dropLast())), options(), command: "", formats: []).run,
    ]
    #expect(Set(others + [usual]).count == others.count + 1)
}
