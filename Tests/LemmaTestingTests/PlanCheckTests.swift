// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import LemmaTesting
import Testing

private func withPlan(_ text: String, _ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let script =
        #"while IFS= read -r line; do t=${line#*'"trial":'}; t=${t%%,*}; echo "{\"trial\": $t, \"attained\": $t, \"certified\": $t}"; done"#
    try Data(script.utf8).write(to: folder.appendingPathComponent("count.sh"))
    try Data(text.utf8).write(to: folder.appendingPathComponent("plan.yaml"))
    try await body(folder.appendingPathComponent("plan.yaml").path)
}

private let plan = """
    claims:
      - claim: count
        quantity: {command: [sh, count.sh]}
        at-most: b
        grid: {gamma: 0.05, b: [100000, 1]}
        expect: holds
        except: [{where: {b: 1}, expect: refuted}]
      - claim: value
        quantity: function-value
        at-most: 4 + C0
        grid: {d: 10, m: 100, gamma: 0.05, c0: 1}

    """

@Test("the claims of a plan, programs included where they are allowed, are checked as it expects")
func plannedClaims() async throws {
    try await withPlan(plan) { file in
        await #expect(throws: LemmaTestingError.commandsNotAllowed("sh count.sh", plan: file)) { try await LemmaCheck(plan: file) }
        let check = expectAsPlanned(try await LemmaCheck(plan: file, allowCommands: true))
        #expect(check.cells.map(\.verdict) == [.holds, .refuted, .holds] && !check.holds)
        #expect(check.cells[1].replayCommand?.hasPrefix("cd /") == true)
        expectHolds(try await LemmaCheck(plan: file, claims: ["value"], allowCommands: true))
        await #expect(throws: LemmaTestingError.self) { try await LemmaCheck(plan: file, claims: ["values"], allowCommands: true) }
    }
    try await withPlan(plan.replacing("expect: refuted", with: "expect: holds")) { file in
        let said = try #require(try await LemmaCheck(plan: file, allowCommands: true).unexpected)
        #expect(said.contains("expected holds: count is refuted at gamma=0.05 b=1") && said.contains("1 of 3 cells"), "\(said)")
    }
}

@Test("a claim of one's own about a program, without a plan; the program's fault is thrown")
func programClaim() async throws {
    try await withPlan(plan) { file in
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
        var grid = Grid(gamma: [0.05])
        grid.own = ["b": [1e6]]
        let claim = OwnClaim(
            "mine", program: ProgramCommand(["sh", "count.sh"], folder: folder), .atMost("b"), parameters: ["b", "gamma"])
        expectHolds(try await LemmaCheck(claim, grid: grid, threads: 2))
        let absent = OwnClaim("mine", program: ProgramCommand(["/no/such"]), .atMost("b"), parameters: ["b", "gamma"])
        await #expect(throws: ProgramError.self) { try await LemmaCheck(absent, grid: grid) }
    }
}
