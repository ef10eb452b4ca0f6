// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

private let bound = ["bound", "B.7/1", "--d", "10", "--m", "10", "--gamma", "0.5"]
private let count = "an integer from 1 to 1e15 is allowed", fraction = "a number in (0, 1) is allowed"
private let comma = "has a comma without a value beside it: lists are written 25,100, without spaces"

/// The first line on standard error of a command that is refused, without what stands in front of every message.
private func refusal(_ arguments: [String]) throws -> String {
    let program = try Program(arguments: arguments)
    #expect(program.status == 64 && program.output.isEmpty, "\(arguments): \(program.status) \(program.errors)")
    let lines = program.errors.split(separator: "\n")
    #expect(lines.dropFirst().allSatisfy { line in ["Usage: ", "Help: ", "  See '"].contains { line.hasPrefix($0) } }, "\(program.errors)")
    let line = String(lines.first ?? "")
    let front = ["Error: ", "lemmacheck: "].first { line.hasPrefix($0) } ?? ""
    #expect(!front.isEmpty, "\(line)")
    return String(line.dropFirst(front.count))
}

@Test(
    "a number that an option cannot have is repeated as it was written, with what is allowed",
    arguments: [
        ("d", "0", "d = 0 is out of range: \(count)"), ("d", "0.0", "d = 0.0 is out of range: \(count)"),
        ("d", "-1", "d = -1 is out of range: \(count)"), ("d", "1e400", "d = 1e400 is out of range: \(count)"),
        ("d", "0.99999999999999999999", "d = 0.99999999999999999999 is out of range: \(count)"),
        ("d", "0x10", "d = 0x10 is not a number: \(count)"),
        ("d", "1_000", "d = 1_000 is not a number: \(count)"), ("d", "\u{663}", "d = \u{663} is not a number: \(count)"),
        ("d", "25,100", "d = 25,100 is not a number: \(count)"), ("d", "1\n2", "d = 1\\n2 is not a number: \(count)"),
        ("m", "1.5", "m = 1.5 is out of range: \(count)"), ("gamma", "1", "gamma = 1 is out of range: \(fraction)"),
        ("gamma", "-0.50", "gamma = -0.50 is out of range: \(fraction)"), ("gamma", "nan", "gamma = nan is out of range: \(fraction)"),
        ("gamma", "1e-400", "gamma = 1e-400 is closer to 0 than 5e-324, the least number that can be told from 0"),
        ("c0", "-1", "c0 = -1 is out of range: a finite number >= 0 is allowed"),
        ("c0", "inf", "c0 = inf is out of range: a finite number >= 0 is allowed"),
        ("c1", "0", "c1 = 0 is out of range: a finite number > 0 is allowed"),
        ("radius", "-5", "radius = -5 is out of range: a finite number >= 0 is allowed"),
        ("epsilon", "1", "epsilon = 1 is out of range: \(fraction)"),
    ])
func points(option: String, value: String, message: String) throws {
    #expect(try refusal(bound + ["--\(option)", value]) == message)
    #expect(try refusal(bound + ["--\(option)=\(value)"]) == message)
}

@Test(
    "every numeric option of a run says what it may be",
    arguments: [
        ("verify B.5/1 --seed -1", "seed = -1 is out of range: an integer from 0 to 2^64-1 is allowed"),
        ("verify B.5/1 --seed 18446744073709551616", "seed = 18446744073709551616 is out of range: an integer from 0 to 2^64-1 is allowed"),
        ("sample function-value --d 1 --m 1 --seed nan", "seed = nan is out of range: an integer from 0 to 2^64-1 is allowed"),
        ("sample function-value --d 1 --m 1 --trials 0", "trials = 0 is out of range: \(count)"),
        ("verify B.5/1 --trials -1", "trials = -1 is out of range: \(count)"),
        ("verify B.5/1 --threads 0", "threads = 0 is out of range: an integer from 1 to 1024 is allowed"),
        ("--threads -1", "threads = -1 is out of range: an integer from 1 to 1024 is allowed"),
        ("verify B.5/1 --error-rate 2", "error-rate = 2 is out of range: \(fraction)"),
        ("verify B.5/1 --error-rate -1", "error-rate = -1 is out of range: \(fraction)"),
        ("experiment fig2 --data . --seed 1.5", "seed = 1.5 is out of range: an integer from 0 to 2^64-1 is allowed"),
        ("experiment fig2 --data . --runs -1", "runs = -1 is out of range: an integer from 1 to 1000 is allowed"),
        ("experiment fig2 --data . --images x", "images = x is not a number: an integer from 1 to 70000 is allowed"),
        ("experiment fig2 --data . --threads 1025", "threads = 1025 is out of range: an integer from 1 to 1024 is allowed"),
        ("experiment fig2 --data . --c0 0", "c0 = 0 is out of range: a finite number > 0 is allowed"),
        ("frontier --gamma 2", "gamma = 2 is out of range: \(fraction)"),
        ("frontier --m 0", "m = 0 is out of range: \(count)"),
        ("sample directional-difference --d 3 --m 5 --direction nan", "direction = nan is out of range: a finite number is allowed"),
        ("sample directional-difference --d 3 --m 5 --direction 0", "direction = 0 is out of range: a vector other than 0 is allowed"),
        ("verify B.5/1 --m 1e3,,1e4", "m = 1e3,,1e4 \(comma)"), ("verify B.5/1 --d ,", "d = , \(comma)"),
        ("verify B.5/1 --d 25, 100", "d = 25, \(comma)"),
        ("verify B.5/1 --format gif --out x", "'gif' is no format; allowed: md, json, csv, html, tex, junit, svg, pdf, png"),
        (
            "bound B.4/2 --d 10 --m 10 --gamma 0.5 --radius 0.7",
            "radius = 0.7 is out of range: a number in [0, 1/2] for B.4/2 is allowed"
        ),
    ])
func options(command: String, message: String) throws {
    #expect(try refusal(command.split(separator: " ").map(String.init)) == message)
}

@Test(
    "an option that would change nothing is wrong usage",
    arguments: [
        ("verify B.5/1 --c1 1", "B.5/1 does not depend on c1; allowed: d, m, gamma, c0"),
        ("verify B.5/1 B.4/3 --epsilon 0.1", "none of these claims depends on epsilon; allowed: d, m, gamma, c0, radius"),
        ("verify B.5/1 --format md", "no file is written without --out: --format is allowed with it"),
        ("verify B.5/1 --cells 5", "--cells is of a hunt: it is allowed with --hunt"),
        ("verify --hunt", "a hunt is for claims: --hunt is allowed with the name of at least one, such as B.8/j"),
        ("verify --hunt B.5/1 --plan p.yaml", "a hunt has no plan, whose cells it looks for: --plan is not allowed with --hunt"),
        ("verify --hunt B.5/1 --out o --format csv", "a hunt writes hunt.md and hunt.json: --format csv is not allowed with --hunt"),
        ("verify --hunt B.5/1 --radius 0.1", "B.5/1 does not depend on radius; allowed: d, m, gamma, c0"),
        ("verify --hunt B.5/1 --cells 0", "cells = 0 is out of range: an integer from 1 to 1e6 is allowed"),
        (
            "verify --hunt B.4/2 --radius 0.6 --cells 2",
            "B.4/2: none of 1000 points can be looked at: 1000 are outside its domain"
        ),
        (
            "verify --hunt B.5/1 --threads 1024",
            "a hunt on 1024 threads needs about 64 GiB of memory, and 8 GiB are allowed: "
                + "--memory allows more, fewer --threads or smaller sizes need less"
        ),
        ("bound B.5/a --d 1 --m 1 --gamma 0.5 --c0 3", "B.5/a does not depend on c0; allowed: d, m, gamma"),
        (
            "bound B.4/2 --d 9 --m 1 --gamma 0.5 --c1 0.3 --radius 0.1",
            "B.4/2 does not depend on c1; allowed: d, m, gamma, c0, radius"
        ),
        ("sample gradient-norm --d 3 --m 5 --radius 0.1", "gradient-norm does not depend on radius; allowed: d, m, c0"),
        (
            "sample gradient-norm --d 3 --m 5 --direction 1",
            "gradient-norm has no direction or delta of its own: they are allowed for directional-difference"
        ),
        (
            "experiment fig4 --c0 1 --data .",
            "--c0 changes nothing in fig4, whose balls have radii of their own and whose networks Algorithm 1 trains"
        ),
        ("experiment fig2 --attack-step unit --data .", "--attack-step changes nothing in fig2: fig4 alone has an attack"),
        ("experiment fig7 --images 3 --data .", "--images changes nothing in fig7, which measures every image and attacks none"),
        ("experiment all --runs 3 --data .", "--runs is allowed for one experiment alone: all is the whole grid"),
        (
            "experiment fig4 --c0 1",
            "--c0 changes nothing in fig4, whose balls have radii of their own and whose networks Algorithm 1 trains"
        ),
        ("experiment fig2 --resume", "--resume is allowed with --out alone: it goes on with the run of that folder"),
    ])
func idleOptions(command: String, message: String) throws {
    #expect(try refusal(command.split(separator: " ").map(String.init)) == message)
}

@Test("C1 says what R is where R is not given, and is then used")
func constantOfTheRadius() throws {
    let arguments = ["bound", "B.4/2", "--d", "9", "--m", "1", "--gamma", "0.5"]
    #expect(try Program(arguments: arguments + ["--c1", "0.3"]).output == Program(arguments: arguments + ["--radius", "0.1"]).output)
}

@Test(
    "a name that there is not comes with the one that was meant",
    arguments: [
        (["verfy"], "unknown command 'verfy'; did you mean 'verify'? `lemmacheck --help` shows all"),
        (["nope", "--help"], "unknown command 'nope'; `lemmacheck --help` shows all"),
        (["help", "nope"], "unknown command 'nope'; `lemmacheck --help` shows all"),
        (["help", "verify", "bound"], "help is of one command: 'bound' is one word too many"),
        (["B7"], "unknown command 'B7'; did you mean 'verify B.7'? `lemmacheck --help` shows all"),
        (["x\ny"], "unknown command 'x\\ny'; `lemmacheck --help` shows all"),
        (["list", "B7"], "no claim or lemma 'B7'; did you mean B.7? `lemmacheck list` shows all"),
        (
            ["bound", "B7/1", "--d", "1", "--m", "1", "--gamma", "0.5"],
            "no claim or lemma 'B7/1'; did you mean B.7/1, B.7/1+? `lemmacheck list` shows all"
        ),
        (["verify", "nonsense"], "no claim or lemma 'nonsense'; `lemmacheck list` shows all"),
        (["verify", "--hunt", "B8/j"], "no claim or lemma 'B8/j'; did you mean B.8/j, B.8/j*, B.8/j**? `lemmacheck list` shows all"),
        (["verify", ""], "no claim or lemma ''; `lemmacheck list` shows all"),
        (["experiment", "fig8"], "no experiment 'fig8'; allowed: errors, fig2, fig3, fig4, fig5, fig6, fig7, ceiling, choices, all"),
        (["verify", "--out", ""], "out = '' is not a path: the name of a file or a folder is allowed"),
        (["verify", "--plan", ""], "plan = '' is not a path: the name of a file or a folder is allowed"),
    ])
func names(arguments: [String], message: String) throws { #expect(try refusal(arguments) == message) }

@Test("what is typed cannot cut a message short, nor make it longer than a line")
func typedMarks() throws {
    #expect(try refusal(bound + ["--d", ""]) == "d = '' is not a number: an integer from 1 to 1e15 is allowed")
    #expect(try refusal(bound + ["\u{1F}"]) == "Unexpected argument '\\u{1F}'")
    #expect(try refusal(bound + ["--x\u{1F}"]).hasPrefix("Unknown option '--x\\u{1F}'"))
    #expect(try refusal(bound + ["a\nb"]) == "Unexpected argument 'a b'")
}

@Test("what stands in front of help is not taken for wrong usage")
func help() throws {
    let root = try Program("help")
    #expect(root.status == 0 && root.output.split(separator: "\n").count > 10)
    #expect(try Program("--help").output == root.output)
    let verify = try Program("help", "verify")
    #expect(verify.status == 0 && verify.output.contains("--plan <FILE>"))
    #expect(try Program("verify", "--help").output == verify.output)
}

@Test("lists may have spaces within one argument and values twice; counts may have a sign or an exponent")
func lists() throws {
    func output(_ d: String) throws -> String {
        let program = try Program("verify", "B.4/1", "--d", d, "--m", "10", "--gamma", "0.05", "--c0", "1")
        #expect(program.status == 0, "\(program.errors)")
        return program.output
    }
    let list = try output("25,100")
    #expect(list.contains("2 cells"))
    for other in ["25, 100", "+25,1e2,25", "25.0 ,100,100,2.5e1"] { #expect(try output(other) == list, "\(other)") }
}

@Test("a grid of a billion cells is refused by their number, at once")
func billionCells() throws {
    let thousand = (1...1000).map(String.init).joined(separator: ",")
    let message = try refusal(["verify", "B.5/1", "--d", thousand, "--m", thousand, "--gamma", "0.05", "--c0", thousand])
    #expect(message == "the lists of values make 1000000000 cells: at most 100000 are allowed")
    #expect(try refusal(["frontier", "--m", thousand]) == "m has 1000 values: at most 100 are allowed")
}

@Test("a long argument is not repeated in full")
func longArguments() throws {
    let long = String(repeating: "x", count: 50_000)
    for arguments in [[long], ["list", long], ["verify", "B.5/1", "--d", long], ["verify", "--\(long)"], ["verify", "--rng", long]] {
        #expect(try refusal(arguments).count < 420)
    }
}

@Test("a plan that verifies nothing is no success")
func planOfNothing() throws {
    try withTemporaryFolder { folder in
        try Data("lemma: T\nsteps: {\"T.1\": proved}\n".utf8).write(to: folder.appendingPathComponent("plan.yaml"))
        let program = try Program("verify", "--plan", "plan.yaml", folder: folder)
        #expect(program.status == 65 && program.output.isEmpty)
        let message = "plan.yaml: nothing to verify: it has proof steps alone, which `lemmacheck audit` decides"
        #expect(program.errors == "lemmacheck: \(message)\n")
        let pipe = folder.appendingPathComponent("pipe")
        try #require(mkfifo(pipe.path, 0o600) == 0)
        for (path, kind) in [("pipe", "a pipe"), (".", "a folder"), ("/dev/zero", "a device")] {
            let program = try Program("verify", "--plan", path, folder: folder)
            #expect(program.status == 65 && program.errors == "lemmacheck: \(path): is \(kind); a regular file is allowed\n")
        }
    }
}
