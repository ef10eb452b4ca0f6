// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reports
import Testing

/// A folder that is gone after `body`.
private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reports-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
}

/// The files below a folder, with their contents.
private func contents(_ folder: String) throws -> [String: String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return try names.reduce(into: [:]) { contents, name in
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder), !isFolder.boolValue else { return }
        contents[name] = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    }
}

private func put(_ text: String, at path: String) throws {
    try FileManager.default.createDirectory(
        at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
}

private let old = ["verdicts.md": "old", "verdicts.json": "old", "run.journal": "journal", "own.txt": "the user's"]
private let new = [("verdicts.md", "new"), ("verdicts.json", "new"), ("witnesses/B.json", "new")]
private let exchanged = ["verdicts.md": "new", "verdicts.json": "new", "witnesses/B.json": "new", "own.txt": "the user's"]

@Test("an exchange replaces the files that it names, removes those it is told to, and leaves the others and nothing of its own")
func exchange() throws {
    try withFolder { path in
        for (name, text) in old { try put(text, at: "\(path)/\(name)") }
        let paths = try ReportFolder(path).exchange(new.map { ($0.0, Data($0.1.utf8)) }, removing: ["run.journal"])
        #expect(paths == new.map { "\(path)/\($0.0)" })
        #expect(try contents(path) == exchanged)
    }
}

/// Every state that a killed run can leave: some of the new files written and no mark, or the mark and some of them moved.
@Test("a cut exchange is undone before its mark and finished behind it", arguments: 0...3)
func cutExchange(moved: Int) throws {
    let mark = #"{"files": ["verdicts.md", "verdicts.json", "witnesses/B.json"], "removed": ["run.journal"]}"#
    try withFolder { path in
        for (name, text) in old { try put(text, at: "\(path)/\(name)") }
        for (name, text) in new.prefix(moved) { try put(text, at: "\(path)/.new/\(name)") }
        try put("half a mar", at: "\(path)/.new/run.commit")
        try put("half a journal", at: "\(path)/run.journal.new")
        _ = try ReportFolder(path)
        #expect(try contents(path) == old)
    }
    try withFolder { path in
        for (name, text) in old { try put(text, at: "\(path)/\(name)") }
        for (index, (name, text)) in new.enumerated() { try put(text, at: "\(path)/\(index < moved ? "" : ".new/")\(name)") }
        try put(mark, at: "\(path)/run.commit")
        _ = try ReportFolder(path)
        #expect(try contents(path) == exchanged)
    }
}

@Test("a folder is held by one at a time, and free again when that is gone")
func heldFolder() throws {
    try withFolder { path in
        do {
            let folder = try ReportFolder(path)
            #expect(throws: ReportError.self) { _ = try ReportFolder(path) }
            try folder.exchange([("a", Data("b".utf8))])
        }
        _ = try ReportFolder(path)
        #expect(try contents(path) == ["a": "b"])
    }
}

@Test(
    "a mark that no exchange has written moves no file out of the folder", arguments: ["", "[1]", #"{"files": ["../x"], "removed": []}"#])
func foreignMark(text: String) throws {
    try withFolder { path in
        try put(text, at: "\(path)/run.commit")
        try put("new", at: "\(path)/.new/x")
        #expect(throws: ReportError.self) { _ = try ReportFolder(path) }
    }
}

@Test("an exchange that cannot be written leaves the old files")
func unwritable() throws {
    try withFolder { path in
        try put("old", at: "\(path)/verdicts.md")
        // A name below a file is no place to write to.
        #expect(throws: ReportError.self) { try ReportFolder(path).exchange([("verdicts.md", Data()), ("verdicts.md/x", Data())]) }
        _ = try ReportFolder(path)
        #expect(try contents(path) == ["verdicts.md": "old"])
    }
}
