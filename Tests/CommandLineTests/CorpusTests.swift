// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// An input that once ended badly: in a trap, without an end, in silence, or with a message that was none.
private struct Input: Sendable, CustomTestStringConvertible {
    let words: [String]
    let status: Int32
    /// What is in plan.yaml.
    var plan = ""

    init(_ words: String..., status: Int32, plan: String = "") { (self.words, self.status, self.plan) = (words, status, plan) }

    /// `verify` of a plan, at one cheap point of each claim.
    init(plan: String, status: Int32 = 65) {
        (words, self.status, self.plan) = (["verify", "--plan", "plan.yaml", "--trials", "8"], status, plan)
    }

    var testDescription: String { (words + [String(plan.prefix(60))]).joined(separator: " ").debugDescription }
}

private let cheap = "grid: {d: 1, m: 1, gamma: 0.5, c0: 1}"

private let inputs: [Input] = [
    .init("bound", "B.4/2", "--d", "2", "--m", "1", "--gamma", "1e-9", "\u{1F}", status: 64),
    .init("verify", "B.5/1", "--seed", "-1", status: 64),
    .init("verify", "B.5/1", "--error-rate", "nan", status: 64),
    .init("verify", "B.5/1", "--d", "1\n2", status: 64),
    .init("verify", "--out", "", status: 64),
    .init("sample", "function-value", "--d", "1", "--m", "1", "--c0", "1e400", status: 64),
    .init("help", "no-such-command", status: 64),
    .init("verify", "--plan", "/dev/zero", status: 65),
    .init("verify", "--plan", "pipe", status: 65),
    .init("verify", "--plan", ".", status: 65),
    .init(plan: "lemma: B.5\nsteps: {}\n"),
    .init(plan: "lemma: B\nclaims: [{claim: B.5/1, \(cheap)}]\n"),
    .init(plan: "lemma: B.5\nsteps: {\"B.5/a*x\": proved}\n"),
    .init(plan: "lemma: B.5\nlemma: B.5\n" + String(repeating: "# a long file\n", count: 1000)),
    .init(plan: "lemma: B.5\nclaims: [{claim: B.5/1, grid: {d: 1, m: 1, gamma: 0.5, c0: 1, c1: nan}}]\n"),
    .init(plan: "lemma: B.5\nclaims: [{claim: B.5/1, grid: {d: 1, m: 1, gamma: 0.5, c0: 1, radius: -5}}]\n"),
    .init(plan: "lemma: B.5\nclaims: [{claim: B.5/1, \(cheap), except: [{where: {d: [1, 2]}, expect: holds}]}]\n"),
    .init(plan: "a0: &a0 [x, x]\n" + (1...40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined() + "? *a40\n: x\n"),
    .init(plan: String(repeating: "[", count: 100_000)),
    .init(plan: "lemma: B.5\nclaims: " + String(repeating: "{a: ", count: 100_000)),
    .init(plan: "lemma: \"B.5\\\nclaims: 1\n\u{0}"),
    .init(plan: "\u{FEFF}lemma: B.5\r\nclaims:\r\n  - {claim: B.5/1, \(cheap)}\r\n", status: 0),
]

@Test(
    "what once ended badly ends well: in time, with its status, and in one line where it is refused", .timeLimit(.minutes(1)),
    arguments: inputs)
private func corpus(input: Input) throws {
    try withTemporaryFolder { folder in
        try Data(input.plan.utf8).write(to: folder.appendingPathComponent("plan.yaml"))
        try #require(mkfifo(folder.appendingPathComponent("pipe").path, 0o600) == 0)
        let program = try Program(arguments: input.words, folder: folder)
        #expect(program.status == input.status, "\(program.errors)")
        let lines = program.errors.split(separator: "\n").filter { line in
            !["Usage: ", "Help: ", "  See '"].contains { line.hasPrefix($0) }
        }
        #expect(lines.count == (input.status == 0 ? 0 : 1) && lines.allSatisfy { (20...500).contains($0.count) }, "\(program.errors)")
    }
}
