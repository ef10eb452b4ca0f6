// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

private let refuted = ["verify", "B.4/2", "--d", "25", "--m", "1e4", "--gamma", "0.05", "--c0", "0.5"]

/// Runs a refuted cell into `folder` and gives the witness file.
private func witness(in folder: URL) throws -> URL {
    let program = try Program(arguments: refuted + ["--out", folder.path])
    #expect(program.output.contains("Witness against B.4/2: "), "\(program.errors)")
    return folder.appendingPathComponent("witnesses/B.4-2.json")
}

@Test("a refuted cell leaves a witness, the report names its replay, and a replay confirms it")
func replay() throws {
    try withTemporaryFolder { folder in
        let file = try witness(in: folder)
        let report = try String(contentsOf: folder.appendingPathComponent("verdicts.md"), encoding: .utf8)
        #expect(report.contains("## Witnesses") && report.contains("lemmacheck replay witnesses/B.4-2.json"))
        let program = try Program("replay", "witnesses/B.4-2.json", folder: folder)
        #expect(program.status == 0, "\(program.errors)")
        #expect(program.output.hasSuffix("this draw violates the claim, as the witness says\n"))
        let object = try Program("replay", file.path, "--json").object()
        #expect(object["claim"] as? String == "B.4/2" && object["violates"] as? Bool == true && object["feasible"] as? Bool == true)
        #expect(object["value"] as? Double == object["recordedValue"] as? Double && object["confirmed"] as? Bool == true)
        #expect(try Data(contentsOf: file).count < 200_000)
    }
}

@Test("the same run again takes its saved witness and leaves its bits alone; a broken one is found again")
func savedWitness() throws {
    try withTemporaryFolder { folder in
        let file = try witness(in: folder)
        let bits = try Data(contentsOf: file)
        #expect(try Program(arguments: refuted + ["--out", folder.path]).output.contains("saved and replayed"))
        #expect(try Data(contentsOf: file) == bits)
        try Data("{".utf8).write(to: file)
        #expect(try !Program(arguments: refuted + ["--out", folder.path]).output.contains("saved and replayed"))
        #expect(try Data(contentsOf: file) == bits)
    }
}

@Test("what another run or hand left in witnesses/ is no finding of a run, and stays as it is")
func foreignWitness() throws {
    try withTemporaryFolder { folder in
        let file = try witness(in: folder)
        let bits = try Data(contentsOf: file)
        // Whole and true, of another seed.
        let other = folder.appendingPathComponent("other")
        let first = try Program(arguments: refuted + ["--out", other.path, "--seed", "2"])
        #expect(first.output.contains("Witness against B.4/2: ") && !first.output.contains("saved"))
        let foreign = other.appendingPathComponent("witnesses/A.json")
        try bits.write(to: foreign)
        #expect(mkfifo(other.appendingPathComponent("witnesses/B.json").path, 0o600) == 0)
        let own = try Data(contentsOf: other.appendingPathComponent("witnesses/B.4-2.json"))
        try bits.write(to: other.appendingPathComponent("witnesses/B.4-2.json"))
        let again = try Program(arguments: refuted + ["--out", other.path, "--seed", "2"])
        #expect(!again.output.contains("saved") && again.output.contains("Witness against B.4/2: "))
        #expect(try Data(contentsOf: foreign) == bits)
        #expect(try Data(contentsOf: other.appendingPathComponent("witnesses/B.4-2.json")) == own)
        // A bound that a hand has written does not enter a report.
        try Data(String(decoding: own, as: UTF8.self).replacing("\"bound\" : 1", with: "\"bound\" : 9").utf8)
            .write(to: other.appendingPathComponent("witnesses/B.4-2.json"))
        #expect(try !Program(arguments: refuted + ["--out", other.path, "--seed", "2"]).output.contains("saved"))
        #expect(try Data(contentsOf: other.appendingPathComponent("witnesses/B.4-2.json")) == own)
    }
}

@Test("what a file says otherwise than the claim does is named, with status 1: bound, allowed probability, cell, probability")
func otherNumbers() throws {
    try withTemporaryFolder { folder in
        let file = try witness(in: folder)
        let text = try String(contentsOf: file, encoding: .utf8)
        for (old, new, message) in [
            (#""bound" : 1"#, #""bound" : 9"#, "not as recorded: the bound is 11.56"),
            (#""allowed" : 0.05"#, #""allowed" : 0.01"#, "not as recorded: the allowed probability is 0.05; the file has 0.01"),
            (#"m=20 gamma"#, #"m=21 gamma"#, "not as recorded: the draw's cell is 'B.4/2 d=2 m=21 gamma"),
            (#""lower" : 0.08"#, #""lower" : 0.07"#, "not as recorded: the lower end of the exact P(violates) is 0.08108"),
        ] {
            let changed = text.replacing(old, with: new)
            #expect(changed != text)
            try Data(changed.utf8).write(to: file)
            let program = try Program("replay", file.path)
            #expect(program.status == 1 && program.output.contains(message), "\(program.output)")
            #expect(program.errors.isEmpty)
            let object = try Program("replay", file.path, "--json").object()
            #expect(object["confirmed"] as? Bool == false && (object["mismatches"] as? [String])?.count == 1)
        }
    }
}

@Test("a replay of what does not violate is status 1; of what is no witness, 65 and one line that names file and fault")
func badWitnesses() throws {
    try withTemporaryFolder { folder in
        let file = try witness(in: folder)
        let text = try String(contentsOf: file, encoding: .utf8)
        func replay(_ old: String, _ new: String) throws -> Program {
            let changed = text.replacing(old, with: new)
            #expect(changed != text)
            try Data(changed.utf8).write(to: file)
            return try Program("replay", file.path)
        }
        let moved = try replay("\"trial\" : ", "\"trial\" : 7")
        #expect(moved.status == 1 && moved.output.contains("not a witness"), "\(moved.output)\(moved.errors)")
        let faults = [
            (#""neuron" : "#, #""neuron" : 9"#, "neuron = "), (#""weights" : ["#, #""weights" : [1, "#, "weights = 3 numbers"),
            (#""weights" : ["#, #""weights" : ["x", "#, "'moved[0].weights[0]' is no finite number"),
            (#""weights" : ["#, #""weights" : [1e999, "#, "numbers in range"),
            (#""claim" : "B.4/2""#, #""claim" : "B.4/9""#, "claim = 'B.4/9'"),
            (#""moved""#, #""muved""#, "'moved' is missing"), (#""m" : "#, #""m" : -"#, "m = -"),
            (#""seed" : 1"#, #""seed" : -1"#, "numbers in range"), (#""lower" : 0"#, #""lower" : -0"#, "probability.lower = -0.0"),
            (#""lower" : 0"#, #""lower" : 9"#, "probability.lower = 9.0"), (#""allowed" : 0"#, #""allowed" : 5"#, "allowed = 5"),
            (#""fromD" : 2"#, #""fromD" : -2"#, "fromD = -2"),
            (#""evidence" : "law""#, #""evidence" : "trials""#, "refutation.trials = (none)"),
        ]
        for (old, new, message) in faults {
            let program = try replay(old, new)
            #expect(program.status == 65, "\(new): \(program.output)\(program.errors)")
            #expect(program.output.isEmpty && program.errors.split(separator: "\n").count == 1)
            #expect(program.errors.contains(file.path) && program.errors.contains(message), "\(new): \(program.errors)")
        }
        try Data("no json".utf8).write(to: file)
        #expect(try Program("replay", file.path).errors.contains("is no JSON with numbers in range"))
        #expect(try Program("replay", folder.appendingPathComponent("none.json").path).status == 65)
        #expect(try Program("replay", folder.path).status == 65)
        #expect(try Program("replay").status == 64)
    }
}
