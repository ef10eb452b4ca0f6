// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Foundation
import Programs
import Sampler
import Testing

/// A program in the language that every system has: `body` once a line, whose trial is in $t and whose seed is in $s.
private func shell(_ body: String, timeout: Double? = 10) -> ProgramCommand {
    let loop = """
        while IFS= read -r line; do
        t=${line#*'"trial":'}; t=${t%%,*}; s=${line#*'"seed":'}; s=${s%%,*}
        \(body)
        done
        """
    return ProgramCommand(["sh", "-c", loop], timeout: timeout)
}

private func trial(
    _ command: ProgramCommand, _ extremum: Extremum = .supremum, seed: UInt64 = 1, parameters: [String] = ["n", "gamma"]
) throws -> any CellTrial {
    let draws = Draws(seed: seed, generator: .philox, sampler: .reduced, claim: "own", cell: "n=3", dimension: 1, width: 1)
    let point = try Parameters(d: 1, m: 1, gamma: 0.05, c0: 0, own: ["n": 3])
    return try ProgramQuantity(command, extremum, parameters: parameters).trial(draws, at: point, bound: 1)
}

private func brackets(_ trial: any CellTrial, _ numbers: Range<UInt64>) throws -> [TrialBracket] {
    var all: [TrialBracket] = []
    try trial.brackets(Array(numbers)) { all.append($0) }
    return all
}

private func problem(_ command: ProgramCommand, _ extremum: Extremum = .supremum, _ count: UInt64 = 1) -> String {
    do {
        _ = try brackets(trial(command, extremum), 0..<count)
        return ""
    } catch {
        return "\(error)"
    }
}

@Test(
    "a program's answers are the brackets, in order, whether asked one by one or many at a time; a seed a trial, below 2^53, again the same"
)
func answers() throws {
    let command = shell(#"echo "{\"trial\": $t, \"attained\": $s, \"certified\": $s}""#)
    let (first, second, other) = (try trial(command), try trial(command), try trial(command, seed: 2))
    let many = try brackets(first, 0..<300)
    let single = try (0..<300).map { try second.bracket(UInt64($0)) }
    #expect(many == single && many.count == 300)
    let seeds = many.map(\.attained)
    #expect(Set(seeds).count == 300 && seeds.allSatisfy { $0 >= 0 && $0 < 0x1p53 && $0 == $0.rounded() })
    #expect(try brackets(other, 0..<300).map(\.attained) != seeds)
    // Uniform: the mean of 300 is within 5 standard deviations of 2^52.
    #expect(abs(seeds.reduce(0, +) / 300 / 0x1p53 - 0.5) < 5 / Double(12 * 300).squareRoot())
}

@Test("a request has the seed, the trial and the parameters of the claim, and no others")
func requests() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var command = shell(#"echo "$line" > asked; echo "{\"trial\": $t, \"attained\": 1}""#)
    command.folder = folder.path
    let bracket = try trial(command).bracket(7)
    #expect(bracket.attained == 1 && bracket.certified == .infinity)
    let asked = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appendingPathComponent("asked"))) as? [String: Double]
    #expect(asked?.keys.sorted() == ["gamma", "n", "seed", "trial"])
    #expect(asked?["trial"] == 7 && asked?["n"] == 3 && asked?["gamma"] == 0.05)
    #expect(try trial(shell(#"echo "{\"trial\": $t, \"attained\": 1}""#), .infimum).bracket(0).certified == -.infinity)
}

@Test("an event is 1 or 0, and nothing else beside it")
func events() throws {
    let event = try brackets(trial(shell(#"echo "{\"trial\": $t, \"event\": true}""#), .event), 0..<3)
    #expect(event.map(\.attained) == [1, 1, 1])
    #expect(problem(shell(#"echo "{\"trial\": $t, \"event\": 1}""#), .event).contains("which is no JSON object"))
    #expect(problem(shell(#"echo "{\"trial\": $t, \"attained\": 1}""#), .event).contains("without \"event\" alone"))
    #expect(problem(shell(#"echo "{\"trial\": $t, \"event\": true, \"attained\": 1}""#), .event).contains("without \"event\" alone"))
    #expect(problem(shell(#"echo "{\"trial\": $t, \"event\": true}""#)).contains("without \"attained\""))
}

@Test(
    "what a program does wrong is one line that names the trial",
    arguments: [
        ("exit 3", "ended with status 3"), ("kill -9 $$", "was ended by signal 9"), ("echo no such d >&2; exit 1", "status 1: no such d"),
        ("echo hello", "answered 'hello', which is no JSON object"),
        (#"echo "{\"trial\": 9, \"attained\": 1}""#, "out of turn, for trial 9"),
        (#"echo "{\"attained\": 1}""#, "without \"trial\""),
        (#"echo "{\"trial\": $t, \"attained\": NaN}""#, "no JSON object of finite numbers"),
        (#"echo "{\"trial\": $t, \"attained\": 1e999}""#, "no JSON object of finite numbers"),
        (#"echo "{\"trial\": $t, \"attained\": \"1\"}""#, "no JSON object of finite numbers"),
        (#"echo "{\"trial\": $t, \"attained\": 1, \"certifed\": 2}""#, "has a key 'certifed'; allowed: trial, attained, certified, event"),
        (#"echo "{\"trial\": $t, \"attained\": 1, \"attained\": 2}""#, "a key stands twice"),
        (#"echo "{\"trial\": $t, \"attained\": 2, \"certified\": 1}""#, "certified 1.0, below the 2.0"),
        (#"printf '%s' "{\"trial\": $t""#, "did not answer within 1 s"), ("sleep 9", "did not answer within 1 s"),
        ("exec 1>&-; sleep 9", "closed its output"),
    ])
func faults(body: String, said: String) {
    let text = problem(shell(body, timeout: 1))
    #expect(text.hasPrefix("trial 0 at n=3 gamma=0.05: sh -c ") && text.contains(said) && !text.contains("\n"), "\(text)")
}

@Test("what came before a fault is kept, and the fault is the trial's that it happened in")
func faultOfALaterTrial() throws {
    let command = shell(#"[ "$t" = 40 ] && { echo forty >&2; exit 1; }; echo "{\"trial\": $t, \"attained\": $t}""#)
    var kept: [Double] = []
    let asked = try trial(command)
    #expect { try asked.brackets(Array(0..<100)) { kept.append($0.attained) } } throws: {
        "\($0)".hasPrefix("trial 40 at ") && "\($0)".hasSuffix(": forty")
    }
    #expect(kept == (0..<40).map(Double.init))
    // The program that failed is not asked again: another one is started.
    #expect(try asked.bracket(3).attained == 3)
}

@Test("what a program says beyond its answer is told at once or at the next request, whenever it comes")
func unaskedLines() throws {
    let asked = try trial(shell(#"echo "{\"trial\": $t, \"attained\": 2}"; echo more"#, timeout: 5))
    func said(_ number: UInt64) -> String? {
        do {
            _ = try asked.bracket(number)
            return nil
        } catch {
            return "\(error)"
        }
    }
    let text = try #require(said(0) ?? said(1))
    #expect(text.contains("said 'more") || text.contains("answered 'more"), "\(text)")
}

@Test("a program that cannot be started is one line; a folder that is not there too")
func noProgram() {
    #expect(problem(ProgramCommand(["/no/such/program"])).hasSuffix("/no/such/program could not be started: No such file or directory"))
    #expect(problem(ProgramCommand(["true"], folder: "/no/such/folder")).contains("could not be started"))
    #expect(ProgramCommand.problem([]) != nil && ProgramCommand.problem([""]) != nil && ProgramCommand.problem(["a\u{0}b"]) != nil)
    #expect(ProgramCommand.problem(["a"], timeout: 0) != nil && ProgramCommand.problem(["a"], timeout: 1) == nil)
}

@Test("more requests than a pipe holds, to a program that answers only when it has read them all, and to one that writes much")
func pipes() throws {
    let late = ProgramCommand(
        [
            "sh", "-c",
            #"t=0; while [ $t -lt 5000 ]; do IFS= read -r line; t=$((t+1)); done; t=0; while [ $t -lt 5000 ]; do echo "{\"trial\": $t, \"attained\": 1}"; t=$((t+1)); done; cat >/dev/null"#,
        ])
    #expect(try brackets(trial(late), 0..<5000).count == 5000)
    let wide = shell(#"printf '{"trial": %s, %2000s "attained": 1}\n' "$t" " ""#)
    #expect(try brackets(trial(wide), 0..<300).count == 300)
}

/// Whether a process has these words among its own.
private func isRunning(_ words: String) throws -> Bool {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { Int($0) != nil }.contains {
        (try? String(contentsOfFile: "/proc/\($0)/cmdline", encoding: .utf8))?.contains(words) == true
    }
}

@Test(
    "a program ends when nobody asks it any more, with what it started, whether or not it minds the end of its input",
    arguments: [
        "sleep 100 & : MARK; ANSWER; wait", "sh -c 'sleep 100; : MARK' & ANSWER",
        "trap '' TERM HUP; ANSWER; while :; do sleep 1; done; : MARK",
    ])
func ends(body: String) async throws {
    let marker = "lemmacheck-\(UUID().uuidString)"
    let answer = #"echo "{\"trial\": $t, \"attained\": 1}""#
    let command = shell(body.replacing("MARK", with: marker).replacing("ANSWER", with: answer))
    let quantity = ProgramQuantity(command, .supremum, parameters: ["gamma"])
    let draws = Draws(seed: 1, generator: .philox, sampler: .reduced, claim: "own", cell: "", dimension: 1, width: 1)
    let asked = try quantity.trial(draws, at: Parameters(d: 1, m: 1, gamma: 0.05, c0: 0), bound: 1)
    #expect(try asked.bracket(0).attained == 1)
    #expect(try isRunning(marker))
    quantity.endPrograms()
    for _ in 0..<100 where try isRunning(marker) { try await Task.sleep(for: .milliseconds(50)) }
    #expect(try !isRunning(marker))
}

@Test("a program that dies while a child of its own holds its output is known for dead at once; an unfinished line is shown")
func diedWithChild() {
    let start = ContinuousClock.now
    let text = problem(shell("sleep 100 & exit 3", timeout: 30))
    #expect(text.hasSuffix("ended with status 3") && ContinuousClock.now - start < .seconds(10), "\(text)")
    #expect(problem(shell("printf '%s' half; exit 0")).hasSuffix("ended with status 0, in the middle of the line 'half'"))
}

@Test("a program that has closed its standard error, or reads no more, is waited for without work")
func closedStreams() throws {
    let quiet = shell(#"exec 2>&-; sleep 0.2; echo "{\"trial\": $t, \"attained\": 1}""#)
    let asked = try trial(quiet)
    func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let before = seconds()
    #expect(try brackets(asked, 0..<3).count == 3)
    #expect(seconds() - before < 0.2)
}
