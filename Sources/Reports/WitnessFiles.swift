// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation
internal import Support
public import Verifier

/// A witness file that cannot be used: one line with the file and what is allowed.
public struct WitnessFileError: Error, Sendable, CustomStringConvertible {
    public let file: String
    public let problem: String
    public var description: String { "\(file): \(problem)" }
}

/// Witnesses on disk: `witnesses/B.7-2.json` under a report's folder, one a claim, each written whole or not at all.
public enum WitnessFiles {
    /// A witness file larger than this is none of ours.
    public static let largestFile = 64 << 20

    /// Reads a witness; that its contents make sense is for ``WitnessChecker`` to say.
    ///
    /// - Throws: ``WitnessFileError`` where there is no file, no JSON, or a key is missing or of another type.
    public static func read(_ file: String) throws(WitnessFileError) -> Witness {
        let data: Data
        do {
            data = try RegularFile.contents(of: file, atMost: largestFile)
        } catch {
            throw .init(file: file, problem: "\(error.fault); a JSON file of schema \(Witness.schema) is allowed")
        }
        do {
            return try JSONDecoder().decode(Witness.self, from: data)
        } catch let error as DecodingError {
            throw .init(file: file, problem: "\(problem(error)); a JSON object of schema \(Witness.schema) is allowed")
        } catch {
            throw .init(file: file, problem: "is no JSON; a JSON object of schema \(Witness.schema) is allowed")
        }
    }

    private static func problem(_ error: DecodingError) -> String {
        func path(_ context: DecodingError.Context, _ last: (any CodingKey)? = nil) -> String {
            let keys = context.codingPath + (last.map { [$0] } ?? [])
            let text = keys.reduce("") { text, key in
                key.intValue.map { "\(text)[\($0)]" } ?? (text.isEmpty ? "" : text + ".") + key.stringValue
            }
            return text.isEmpty ? "the file" : "'\(text)'"
        }
        return switch error {
        case .keyNotFound(let key, let context): "\(path(context, key)) is missing"
        case .valueNotFound(_, let context): "\(path(context)) is null"
        case .typeMismatch(let type, let context): "\(path(context)) is no \(name(type))"
        // Foundation says the same of what is no JSON and of a number beyond a Double's range.
        case .dataCorrupted(let context) where context.codingPath.isEmpty: "is no JSON with numbers in range"
        case .dataCorrupted(let context): "\(path(context)) has a value that is not allowed"
        @unknown default: "is no witness"
        }
    }

    private static func name(_ type: Any.Type) -> String {
        switch type {
        case is Double.Type: "finite number"
        case is Int.Type, is UInt64.Type: "integer in range"
        case is String.Type: "string"
        case is any Collection.Type: "list or object"
        default: "object"
        }
    }

    /// The witnesses in `folder`/witnesses that can be read, by name; those that cannot are as if they were not there. What they say is
    /// whoever's word: ``WitnessSearch`` takes one only where it finds the same.
    public static func saved(in folder: String) -> [Witness] {
        let directory = "\(folder)/witnesses"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted().compactMap { try? read("\(directory)/\($0)") }
    }

    /// The files of the findings that are new, by their names below a report's folder, each its claim's whatever that held; others there
    /// stay as they are.
    ///
    /// - Throws: where a witness cannot be encoded.
    public static func files(of findings: [WitnessFinding]) throws -> [(name: String, contents: Data)] {
        try findings.filter { !$0.isSaved }.map {
            ("witnesses/\(WitnessReport.fileName($0.witness.claim))", try data(of: $0.witness))
        }
    }

    /// The file's contents: keys sorted, lists of numbers on one line; limits of probabilities to ``Digits/recorded`` digits, outward.
    public static func data(of witness: Witness) throws -> Data {
        var recorded = witness
        let p = witness.refutation.probability
        recorded.refutation.probability = .init(lower: Digits.roundedDown(p.lower), upper: Digits.roundedUp(p.upper))
        let text = String(decoding: try JSONReport.data(of: recorded), as: UTF8.self)
        // [\n 1,\n 2\n] becomes [1, 2].
        let list = /\[[^\[\]{}"]*\]/
        return Data(
            text.replacing(list) { match in
                "[" + match.output.dropFirst().dropLast().split { $0 == "," || $0.isWhitespace }.joined(separator: ", ") + "]"
            }.utf8)
    }
}
