// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// The square root of -2 log of a uniform number that the seed is: its (1-gamma)-quantile is sqrt(-2 log gamma), 2.4477 at gamma = 0.05.
private let rayleigh = #"""
    while IFS= read -r line; do
    t=${line#*'"trial":'}; t=${t%%,*}; s=${line#*'"seed":'}; s=${s%%,*}
    echo "$t $s" | awk '{ u = ($2 + 0.5) / 9007199254740992; v = sqrt(-2 * log(u)); printf "%d %.17g\n", $1, v }' | {
    read -r t v; echo "{\"trial\": $t, \"attained\": $v, \"certified\": $v}"; }
    done
    """#

private let plan = """
    claims:
      - claim: rayleigh
        statement: A Rayleigh variable is at most b.
        quantity: {command: [sh, rayleigh.sh], timeout: 20}
        at-most: b
        grid: {gamma: 0.05, b: [2.8, 2]}
        expect: holds
        except: [{where: {b: 2}, expect: refuted}]

    """

private func withPlan(_ body: (URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
        try Data(rayleigh.utf8).write(to: folder.appendingPathComponent("rayleigh.sh"))
        try Data(plan.utf8).write(to: folder.appendingPathComponent("plan.yaml"))
        try body(folder)
    }
}

@Test("a plan's programs run where that was said, and are refused in one line that shows the command elsewhere")
func allowedCommands() throws {
    try withPlan { folder in
        let refused = try Program("verify", "--plan", "plan.yaml", folder: folder)
        #expect(refused.status == 65 && refused.output.isEmpty)
        #expect(refused.errors == "lemmacheck: plan.yaml: would run `sh rayleigh.sh`: --allow-commands is needed to run what it names\n")
        let run = try Program("verify", "--plan", "plan.yaml", "--allow-commands", folder: folder)
        #expect(run.status == 0 && run.output.contains("1 PASS (holds), 1 FAIL (refuted); every verdict is the expected one"), "\(run)")
        // Paths are relative to the plan, from wherever it is run.
        let elsewhere = try Program("verify", "--plan", folder.path + "/plan.yaml", "--allow-commands", "--json")
        #expect(elsewhere.status == 0, "\(elsewhere.errors)")
        #expect(try Program("assert", "rayleigh", "--plan", "plan.yaml", folder: folder).status == 65)
        #expect(try Program("assert", "rayleigh", "--plan", "plan.yaml", "--allow-commands", folder: folder).status == 0)
    }
}

@Test("the same bits on any number of threads and whether the report is rendered anew; the command of a cell repeats it")
func sameBits() throws {
    try withPlan { folder in
        let one = try Program("verify", "--plan", "plan.yaml", "--allow-commands", "--threads", "1", "--json", folder: folder)
        let three = try Program("verify", "--plan", "plan.yaml", "--allow-commands", "--threads", "3", "--json", folder: folder)
        #expect(one.output == three.output && one.status == 0)
        let formats = "md,json,csv,tex,junit,html"
        _ = try Program("verify", "--plan", "plan.yaml", "--allow-commands", "--out", "a", "--format", formats, folder: folder)
        #expect(try Program("render", "a/verdicts.json", "--out", "b", "--format", formats, folder: folder).status == 0)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/a").filter({
            $0.hasPrefix("verdicts") || $0 == "index.html"
        }) {
            let files = try ["a", "b"].map { try Data(contentsOf: folder.appendingPathComponent("\($0)/\(name)")) }
            #expect(files[0] == files[1], "\(name)")
        }
        let page = try String(contentsOf: folder.appendingPathComponent("a/verdicts.md"), encoding: .utf8)
        #expect(page.contains("## Claims of one's own") && page.contains("| rayleigh |") && page.contains("b=2.8"))
        let failed = try Program("assert", "rayleigh", "--plan", "plan.yaml", "--allow-commands", "--expect", "holds", folder: folder)
        let command = try #require(failed.errors.components(separatedBy: "repeat: lemmacheck ").last?.trimmingCharacters(in: .newlines))
        #expect(failed.status == 1 && failed.errors.contains("rayleigh is refuted at gamma=0.05 b=2:"), "\(failed.errors)")
        let again = try shell("\(Program.url.path) \(command) --json", in: folder)
        let cell = try #require((again["cells"] as? [[String: Any]])?.first)
        let whole = try #require((try one.object()["cells"] as? [[String: Any]])?.last)
        for key in ["trials", "violations"] { #expect(cell[key] as? Int == whole[key] as? Int, "\(key)") }
        #expect(cell["verdict"] as? String == "refuted" && cell["parameters"] as? [String: Double] == ["b": 2])
    }
}

/// What a shell's command prints, as a JSON object.
private func shell(_ text: String, in folder: URL) throws -> [String: Any] {
    let process = Process(), pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", text]
    process.currentDirectoryURL = folder
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
}

@Test("a program that fails ends the run with status 65 and one line; what was done is kept, and --resume goes on to the undisturbed bits")
func failingProgram() throws {
    try withPlan { folder in
        let whole = try Program("verify", "--plan", "plan.yaml", "--allow-commands", "--json", folder: folder)
        let broken = rayleigh.replacing(
            "echo \"$t $s\" |", with: "[ -e mended ] || [ \"$t\" -lt 100 ] || { echo no luck >&2; exit 4; }; echo \"$t $s\" |")
        try Data(broken.utf8).write(to: folder.appendingPathComponent("rayleigh.sh"))
        let run = try Program("verify", "--plan", "plan.yaml", "--allow-commands", "--out", "r", "--threads", "2", folder: folder)
        #expect(run.status == 65 && run.errors.split(separator: "\n").count == 1)
        #expect(
            run.errors.hasPrefix("lemmacheck: trial 100 at gamma=0.05 b=2.8: sh rayleigh.sh ended with status 4: no luck"), "\(run.errors)")
        #expect(run.errors.contains("`lemmacheck verify --resume r --allow-commands` goes on"))
        let kept = try String(contentsOf: folder.appendingPathComponent("r/run.journal"), encoding: .utf8)
        #expect(kept.split(separator: "\n").count > 2)
        try Data().write(to: folder.appendingPathComponent("mended"))
        // A journal may come from a stranger, too.
        #expect(try Program("verify", "--resume", "r", folder: folder).errors.contains("--allow-commands is needed"))
        let resumed = try Program("verify", "--resume", "r", "--allow-commands", "--json", folder: folder)
        #expect(resumed.status == 0)
        let (one, other) = (try whole.object(), try resumed.object())
        #expect(one["cells"] as? NSArray == other["cells"] as? NSArray)
    }
}

@Test("a run that is interrupted ends its programs with it")
func interruptedPrograms() throws {
    try withTemporaryFolder { folder in
        let marker = "lemmacheck-\(UUID().uuidString)"
        let process = Process()
        process.executableURL = Program.url
        process.arguments = [
            "verify", "--quantity-command", "[\"sh\", \"-c\", \": \(marker); while :; do sleep 0.1; done\"]", "--at-most", "1", "--gamma",
            "0.1",
        ]
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try process.run()
        func isRunning() throws -> Bool {
            try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { Int($0) != nil && Int32($0) != process.processIdentifier }
                .contains {
                    (try? String(contentsOfFile: "/proc/\($0)/cmdline", encoding: .utf8))?.contains(marker) == true
                }
        }
        func wait(for state: Bool) throws {
            for _ in 0..<500 where try isRunning() != state { Thread.sleep(forTimeInterval: 0.02) }
        }
        try wait(for: true)
        #expect(try isRunning())
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationStatus == 130)
        try wait(for: false)
        #expect(try !isRunning())
    }
}

@Test(
    "an own quantity that cannot be: one line that says what is allowed",
    arguments: [
        (["--quantity-command", "sh q.sh", "--at-most", "1"], Int32(64), "is no JSON list of texts"),
        (["--quantity-command", "[]", "--at-most", "1"], 64, "the command is empty"),
        (["--quantity-command", "[\"sh\"]"], 64, "one of --at-most, --at-least and --probability-at-most"),
        (["--quantity-command", "[\"sh\"]", "--at-most", "1"], 64, "gamma has no value"),
        (["--quantity-command", "[\"sh\"]", "--at-most", "n", "--gamma", "0.1"], 64, "there is no parameter 'n'; allowed: gamma"),
        (["--quantity-command", "[\"sh\"]", "--at-most", "1", "--gamma", "0.1", "--timeout", "0"], 64, "timeout = 0"),
        (["--quantity-command", "[\"sh\"]", "--quantity", "x", "--at-most", "1"], 64, "one of the two is allowed"),
        (["--timeout", "3"], 64, "--timeout is of a program"),
        (["--quantity-command", "[\"sh\"]", "--at-most", "1", "--gamma", "0.1", "--set", "d=1"], 64, "names no parameter of your own"),
        (["--quantity-command", "[\"sh\"]", "--at-most", "1", "--gamma", "0.1", "--set", "n"], 64, "names no parameter of your own"),
        (["--quantity-command", "[\"sh\"]", "--at-most", "1", "--gamma", "0.1", "--name", "B.5"], 64, "none of the paper's claims"),
        (
            ["--quantity", "function-value", "--at-most", "1", "--set", "n=1", "--d", "1", "--m", "1", "--gamma", "0.1"], 64,
            "does not depend on n"
        ),
        (["B.5/1", "--set", "n=1"], 64, "does not depend on n, a parameter of your own"),
        (["--quantity-command", "[\"/no/such\"]", "--at-most", "1", "--gamma", "0.1"], 65, "could not be started"),
        (["--quantity-command", "[\"true\"]", "--at-most", "1", "--gamma", "0.1"], 65, "ended with status 0"),
    ])
func wrongOwnQuantities(arguments: [String], status: Int32, said: String) throws {
    let run = try Program(arguments: ["verify"] + arguments)
    #expect(run.status == status && run.errors.contains(said), "\(run.status) \(run.errors)")
}

@Test("the error of an assertion is one line; a vacuous pass says that it is one; --informative refuses it")
func assertions() throws {
    let point = ["--d", "784", "--m", "1e4", "--gamma", "0.05", "--c0", "1"]
    let good = try Program(arguments: ["assert", "B.7/1"] + point)
    #expect(good.status == 0 && good.output == "holds: B.7/1 at 1 cell, seed 1, error rate 0.001\n" && good.errors.isEmpty)
    let small = ["assert", "B.7/1", "--d", "4", "--m", "4", "--gamma", "0.05", "--c0", "1"]
    #expect(try Program(arguments: small).output.contains("(vacuous at 1 of them: a trivial bound says as much)"))
    #expect(try Program(arguments: small + ["--informative"]).status == 1)
    let bad = try Program("assert", "B.4/2", "--d", "25", "--m", "1e3", "--gamma", "0.05", "--c0", "1")
    #expect(bad.status == 1 && bad.output.isEmpty && bad.errors.split(separator: "\n").count == 1)
    #expect(bad.errors.hasPrefix("lemmacheck: B.4/2 is refuted at d=25 m=1000 gamma=0.05 C0=1.0 R=0.2: P(violates) in ["), "\(bad.errors)")
    #expect(
        try Program(arguments: ["assert", "B.4/2", "--expect", "refuted", "--d", "25", "--m", "1e3", "--gamma", "0.05", "--c0", "1"]).status
            == 0)
    #expect(try Program(arguments: ["assert", "B.4/2", "--expect", "proved"] + point).status == 64)
}

@Test("a rule for C0 makes the cells of the rule, and none besides; factors and values are given once")
func ruledBound() throws {
    let run = try Program(
        "verify", "--quantity", "function-value", "--at-most", "5", "--c0-rule", "m^(1/4)", "--d", "10", "--m", "16,256", "--gamma", "0.05",
        "--json"
    ).object()
    #expect((run["cells"] as? [[String: Any]])?.compactMap { $0["c0"] as? Double } == [2, 4])
    let swept = try Program(
        "plot", "B.5/1", "--over", "m", "--m", "16,256", "--c0-rule", "m^(1/4)", "--d", "10", "--gamma", "0.05", "--json"
    ).object()
    #expect((swept["cells"] as? [[String: Any]])?.compactMap { $0["c0"] as? Double } == [2, 4])
    let point = ["--d", "10", "--m", "100", "--gamma", "0.05", "--c0", "1"]
    for command in [["plot", "B.5/1", "--over", "m"], ["tighten", "B.5/1"] + point, ["verify", "--hunt", "B.5/1"]] {
        let idle = try Program(arguments: command + ["--set", "n=1"])
        #expect(idle.status == 64 && idle.errors.contains("does not depend on n"), "\(idle.errors)")
    }
    #expect(try Program(arguments: ["verify", "B.5/1", "--scale", "C0=0.5", "--scale", "3=0.6"] + point).status == 64)
    #expect(try Program("bound", "--expr", "k", "--set", "k=1", "--set", "k=2").status == 64)
    #expect(try Program("bound", "--expr", "2*sqrt(n)", "--set", "n=9").output.hasPrefix("6, rounding error at most"))
}

@Test("a run goes on where it was begun: elsewhere its programs may be others")
func resumedElsewhere() throws {
    try withPlan { folder in
        let broken = rayleigh.replacing("echo \"$t $s\" |", with: "[ \"$t\" -lt 40 ] || exit 4; echo \"$t $s\" |")
        try Data(broken.utf8).write(to: folder.appendingPathComponent("rayleigh.sh"))
        #expect(try Program("verify", "--plan", "plan.yaml", "--allow-commands", "--out", "r", folder: folder).status == 65)
        let other = folder.appendingPathComponent("other")
        try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
        let refused = try Program("verify", "--resume", "../r", "--allow-commands", folder: other)
        #expect(refused.status == 65 && refused.errors.contains("the run was begun in") && refused.errors.split(separator: "\n").count == 1)
    }
}

@Test("tighten looks on the weak side where the paper's own constant is refuted")
func weakerFactors() throws {
    let run = try Program("tighten", "B.7/f", "--d", "25", "--m", "2e4", "--gamma", "0.05", "--c0", "10", "--steps", "4", "--json").object()
    let row = try #require((run["rows"] as? [[String: Any]])?.last)
    let (supported, refuted) = (try #require(row["supported"] as? Double), try #require(row["refuted"] as? Double))
    #expect(refuted >= 1 && supported > refuted && supported < 64)
}
