// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
private let script = root.appendingPathComponent("Scripts/schemas.py").path

/// What the script that knows schemas/ says of JSON files, each as SCHEMA=FILE; nil, and a line that says so, without Python's package.
private func validation(_ files: [String], in folder: URL = root) throws -> (text: String, status: Int32)? {
    let process = Process(), pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script] + files
    process.currentDirectoryURL = folder
    (process.standardOutput, process.standardError) = (pipe, pipe)
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    // 127: no python3 at all.
    if process.terminationStatus == 2 || process.terminationStatus == 127 {
        print("skipped: JSON against its schemas, since Python's jsonschema is not installed")
        return nil
    }
    return (text, process.terminationStatus)
}

@Test("the committed reports and witnesses are valid")
func committedJSON() throws {
    let witnesses = try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("reports/witnesses").path).sorted()
    let files = ["verify=reports/verdicts.json", "audit=reports/audit.json"] + witnesses.map { "witness=reports/witnesses/\($0)" }
    if let said = try validation(files) { #expect(said.status == 0 && said.text.isEmpty, "\(said.text)") }
}

private let point = ["--d", "25", "--m", "1e3", "--gamma", "0.05", "--c0", "1"]

@Test(
    "what each command prints as JSON is valid",
    arguments: [
        ("verify", ["verify", "B.5", "B.6/1", "B.4/2", "--d", "25", "--m", "1e3", "--gamma", "0.05", "--trials", "50", "--json"]),
        ("verify", ["verify", "B.7/2"] + point + ["--sampler", "dense", "--rng", "mt19937", "--json"]),
        ("bound", ["bound", "B.7/1"] + point + ["--json"]), ("bound", ["bound", "B.8"] + point + ["--json"]),
        ("bound", ["bound", "B.7/1", "--d", "2", "--m", "4", "--gamma", "0.05", "--c0", "1", "--json"]),
        ("frontier", ["frontier", "--json"]), ("frontier", ["frontier", "--m", "1e3,1e9", "--gamma", "0.5", "--c0", "0", "--json"]),
        ("audit", ["audit", "T.2", "B.5", "B.8/b", "5/1", "--json"]),
        ("replay", ["replay", root.appendingPathComponent("reports/witnesses/B.7-2.json").path, "--json"]),
        ("hunt", ["verify", "--hunt", "B.8/j", "--cells", "20", "--json"]),
        ("hunt", ["verify", "--hunt", "B.4/2", "B.6/1", "--cells", "10", "--json"]),
        ("review", ["review", "B.5"] + point + ["--json"]),
        ("verify", ["verify", "--quantity", "function-value", "--at-most", "3 + C0", "--when", "m >= 2"] + point + ["--json"]),
        ("verify", ["verify", "B.5/1", "--scale", "C0=0.5"] + point + ["--json"]),
        (
            "verify",
            ["verify", "--quantity", "function-value", "--at-most", "k*sigma*4 + C0", "--set", "sigma=2", "--set", "k=1,2"] + point + [
                "--json"
            ]
        ),
        (
            "verify",
            [
                "verify", "--quantity-command", #"["sh", "Examples/OwnQuantity/longest_run.sh"]"#, "--timeout", "9",
                "--probability-at-most",
                "2^(-k)", "--set", "n=64", "--set", "k=2", "--trials", "40", "--json",
            ]
        ),
        ("expression", ["bound", "--expr", "sqrt(d) - C0"] + point + ["--json"]), ("expression", ["bound", "B.7", "--formula", "--json"]),
        ("expression", ["bound", "B.7/1", "--latex", "--json"]), ("tighten", ["tighten", "B.5/b", "--steps", "2"] + point + ["--json"]),
        ("diff", ["diff", "reports/verdicts.json", "reports/verdicts.json", "--json"]),
        ("diff", ["diff", "reports/audit.json", "reports/audit.json", "--json"]),
    ]) func printedJSON(schema: String, arguments: [String]) throws
{
    let program = try Program(arguments: arguments, folder: root)
    try #require(!program.output.isEmpty, "\(program.errors)")
    try withTemporaryFolder { folder in
        try Data(program.output.utf8).write(to: folder.appendingPathComponent("printed.json"))
        if let said = try validation(["\(schema)=printed.json"], in: folder) { #expect(said.status == 0, "\(said.text.prefix(2000))") }
    }
}

@Test("a replay that fails, and a comparison with changes, are valid too")
func otherJSON() throws {
    try withTemporaryFolder { folder in
        let witness = try String(contentsOf: root.appendingPathComponent("reports/witnesses/B.7-2.json"), encoding: .utf8)
        try Data(witness.replacing("\"trial\" : ", with: "\"trial\" : 1").utf8).write(to: folder.appendingPathComponent("w.json"))
        let replay = try Program("replay", "w.json", "--json", folder: folder)
        #expect(replay.status == 1, "\(replay.errors)")
        try Data(replay.output.utf8).write(to: folder.appendingPathComponent("replay.json"))
        var files = ["replay=replay.json"]
        for name in ["verdicts", "audit"] {
            let path = root.appendingPathComponent("reports/\(name).json").path
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let other = text.replacing("\"verdict\" : \"refuted\"", with: "\"verdict\" : \"consistent\"").replacing(
                "\"B.5/", with: "\"B.55/"
            )
            .replacing("\"assurance\" : \"argued\"", with: "\"assurance\" : \"machine\"")
            .replacing("\"trials\" : 256", with: "\"trials\" : 257")
            try Data(other.utf8).write(to: folder.appendingPathComponent("other.json"))
            let diff = try Program("diff", path, "other.json", "--json", folder: folder)
            #expect(diff.status == 1, "\(diff.errors)")
            try Data(diff.output.utf8).write(to: folder.appendingPathComponent("\(name)-diff.json"))
            files.append("diff=\(name)-diff.json")
        }
        if let said = try validation(files, in: folder) { #expect(said.status == 0, "\(said.text.prefix(2000))") }
    }
}

@Test(
    "the schemas refuse what is not documented",
    arguments: [
        ("verify", "verdicts.json", "\"seed\"", "\"seeds\""), ("verify", "verdicts.json", "\"bound\" : ", "\"limit\" : 0, \"bound\" : "),
        ("verify", "verdicts.json", "\"outcome\" : \"FAIL\"", "\"outcome\" : \"PASS\""),
        ("verify", "verdicts.json", "\"gamma\" : 0.05", "\"gamma\" : 5"), ("verify", "verdicts.json", "verify/1", "verify/2"),
        ("audit", "audit.json", "\"kind\"", "\"sort\""), ("audit", "audit.json", "\"standing\" : \"shown\"", "\"standing\" : \"seen\""),
        ("witness", "witnesses/B.7-2.json", "\"weights\"", "\"weight\""),
    ]) func strictSchemas(schema: String, file: String, good: String, bad: String) throws
{
    let text = try String(contentsOf: root.appendingPathComponent("reports/\(file)"), encoding: .utf8)
    try #require(text.contains(good))
    try withTemporaryFolder { folder in
        try Data(text.replacing(good, with: bad).utf8).write(to: folder.appendingPathComponent("a.json"))
        if let said = try validation(["\(schema)=a.json"], in: folder) { #expect(said.status == 1) }
    }
}

@Test("every key of every schema is described")
func describedKeys() throws {
    let folder = root.appendingPathComponent("schemas")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".schema.json") }
    #expect(files.count >= 9)
    func check(_ value: Any, _ place: String) {
        if let list = value as? [Any] { for item in list { check(item, place) } }
        guard let object = value as? [String: Any] else { return }
        for (key, item) in object {
            // Of conditions, which describe nothing.
            if ["if", "then", "not", "const", "enum"].contains(key) { continue }
            if key == "properties", let keys = item as? [String: [String: Any]] {
                for (name, schema) in keys {
                    #expect(schema["description"] is String || schema["$ref"] is String, "\(place): \(name)")
                    check(schema, "\(place): \(name)")
                }
            } else {
                check(item, place)
            }
        }
        if object["properties"] != nil, object["type"] as? String == "object" {
            #expect(object["additionalProperties"] as? Bool == false, "\(place) allows other keys")
        }
    }
    for file in files { check(try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appendingPathComponent(file))), file) }
}
