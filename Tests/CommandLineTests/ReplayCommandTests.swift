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
        #expect(object["value"] as? Double == object["recordedValue"] as? Double)
        #expect(try Data(contentsOf: file).count < 200_000)
    }
}

@Test("the next run tries the saved witness first and leaves its bits alone; a broken one is found again")
func savedWitness() throws {
    try withTemporaryFolder { folder in
        let file = try witness(in: folder)
        let bits = try Data(contentsOf: file)
        #expect(try Program(arguments: refuted + ["--out", folder.path, "--seed", "2"]).output.contains("saved and replayed"))
        #expect(try Data(contentsOf: file) == bits)
        try Data("{".utf8).write(to: file)
        #expect(try !Program(arguments: refuted + ["--out", folder.path]).output.contains("saved and replayed"))
        #expect(try Data(contentsOf: file) == bits)
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
            (#""seed" : 1"#, #""seed" : -1"#, "numbers in range"),
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
