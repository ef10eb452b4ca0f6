// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

private func values(_ range: String, of option: String, _ key: String) throws -> [Double] {
    let program = try Program(arguments: [
        "verify", "B.4/1", "--d", "5", "--m", "50", "--gamma", "0.05", "--c0", "1", "--trials", "1", "--json", option, range,
    ])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(program.output.utf8)) as? [String: Any], "\(program.errors)")
    return try #require(object["cells"] as? [[String: Any]]).compactMap { ($0[key] as? NSNumber)?.doubleValue }
}

@Test("a range stands for the values that somebody would type")
func ranges() throws {
    #expect(try values("0.1..1x1.5", of: "--c0", "c0") == [0.1, 0.15, 0.225, 0.3375, 0.50625, 0.759375])
    #expect(try values("1..2+0.25,7", of: "--c0", "c0") == [1, 1.25, 1.5, 1.75, 2, 7])
    #expect(try values("1e1..1e3x10", of: "--m", "m") == [10, 100, 1000])
    #expect(try values("10..50x1.7", of: "--m", "m") == [10, 17, 29, 49])
}

@Test(
    "a range that is written wrongly is told of in a line",
    arguments: ["1..3x1", "1..3", "3..1x2", "1..3x", "x..3x2", "0..3x2", "1..3+0", "1..3x-2", "1..1e9x1.0000001", "1..nanx2", "1..3*2"])
func wrongRanges(range: String) throws {
    let program = try Program(arguments: ["verify", "B.4/1", "--d", "5", "--m", "50", "--gamma", "0.05", "--c0", range])
    #expect(program.status == 64 && program.errors.contains("c0 = \(range)"), "\(program.errors)")
}

@Test("a command says all the parameters that it used, defaults included")
func parameters() throws {
    let bound = try Program(arguments: ["bound", "B.6/2", "--d", "100", "--m", "128", "--gamma", "0.05"])
    // C0 = 1, R = C1/sqrt d = 0.1, eps = (m d)^{-4/7} = 12800^{-4/7}.
    #expect(bound.output.contains("at d = 100, m = 128, gamma = 0.05, C0 = 1, R = 0.1, eps = 0.004498"), "\(bound.output)")
    let sample = try Program(arguments: ["sample", "function-value", "--d", "3", "--m", "4"])
    #expect(sample.errors.contains("d = 3, m = 4, c0 = 1.0; seed 1, sampler reduced, generator philox"))
    #expect(sample.output.hasPrefix("sup_abs_f,abs_f0\n"))
    let frontier = try Program(arguments: ["frontier"])
    #expect(frontier.output.hasPrefix("gamma = 0.05, C0 = 1, C1 = 1; widths m = d^2.4, m = d^3, m = 100000\n"))
}

@Test("what is piped has no colour unless that is asked for, and no line of more than 100 columns")
func piped() throws {
    let arguments = ["verify", "B.4", "--d", "25", "--m", "100", "--gamma", "0.05", "--c0", "1,2", "--trials", "2"]
    let plain = try Program(arguments: arguments), colored = try Program(arguments: arguments + ["--color", "always"])
    #expect(!plain.output.contains("\u{1B}") && colored.output.contains("\u{1B}[31mFAIL\u{1B}[0m"))
    for command in [["audit", "B.7", "B.9/r"], ["explain", "B.8"], arguments] {
        let program = try Program(arguments: command)
        for line in program.output.split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
    }
}

@Test("the setting is explained once")
func settingOnce() throws {
    let output = try Program(arguments: ["explain", "B.7"]).output
    #expect(output.components(separatedBy: "\nSetting (Section 2 of the paper)\n").count == 2)
}
