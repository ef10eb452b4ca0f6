// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

private struct Example: Sendable, CustomTestStringConvertible {
    let command: String
    let output: String
    var testDescription: String { command }

    /// The blocks of README.md that begin with a command.
    static let all: [Example] = {
        guard let text = try? String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8) else { return [] }
        return text.components(separatedBy: "```text\n$ ").dropFirst().compactMap { part in
            guard let block = part.components(separatedBy: "\n```").first, let end = block.firstIndex(of: "\n") else { return nil }
            return Example(command: String(block[..<end]), output: String(block[block.index(after: end)...]))
        }
    }()
}

@Test("the README has an example of each command, and shows what the program prints", arguments: Example.all)
private func readme(example: Example) throws {
    let words = Array(shellWords(example.command).dropFirst())
    let program = try Program(arguments: words, folder: root)
    #expect(
        program.output.trimmingCharacters(in: .whitespacesAndNewlines) == example.output.trimmingCharacters(in: .whitespacesAndNewlines))
}

/// The words of a command, those between quotation marks whole.
private func shellWords(_ command: String) -> [String] {
    var words = [""], isQuoted = false
    for character in command {
        switch character {
        case "\"": isQuoted.toggle()
        case " " where !isQuoted: words.append("")
        default: words[words.count - 1].append(character)
        }
    }
    return words
}

@Test("every command has its example")
func everyCommand() {
    let commands = Set(Example.all.compactMap { $0.command.split(separator: " ").dropFirst().first.map(String.init) })
    #expect(commands.isSuperset(of: ["bound", "verify", "explain", "list", "sample", "replay", "audit"]))
}

@Test("the README's tables are those of reports/")
func tables() throws {
    func text(_ path: String) throws -> String { try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8) }
    let readme = try text("README.md")
    let verdicts = try text("reports/verdicts.md").components(separatedBy: "\n\n")
    #expect(readme.contains(verdicts[1]))
    let table = try #require(verdicts.firstIndex(of: "## By claim").map { verdicts[$0 + 1] })
    #expect(readme.contains(table))
    #expect(readme.contains(try text("reports/audit.md").components(separatedBy: "\n\n")[1]))
}
