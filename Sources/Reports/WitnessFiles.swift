// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation
internal import Support
public import Verifier

/// Witnesses on disk: `witnesses/B.7-2.json` under a report's folder, one a claim, each written whole or not at all.
public enum WitnessFiles {
    /// A witness file larger than this is none of ours.
    public static let largestFile = 64 << 20

    /// Reads a witness; that its contents make sense is for `WitnessChecker` to say.
    ///
    /// - Throws: ``StoredFileError`` where there is no file, no JSON, or a key is missing or of another type.
    public static func read(_ file: String) throws(StoredFileError) -> Witness {
        let data: Data
        do {
            data = try RegularFile.contents(of: file, atMost: largestFile)
        } catch {
            throw .init(file: file, problem: "\(error.fault); a JSON file of schema \(Witness.schema) is allowed")
        }
        do {
            return try JSONDecoder().decode(Witness.self, from: data)
        } catch let error as DecodingError {
            throw .init(file: file, problem: "\(DecodingProblem(error).text); a JSON object of schema \(Witness.schema) is allowed")
        } catch {
            throw .init(file: file, problem: "is no JSON; a JSON object of schema \(Witness.schema) is allowed")
        }
    }

    /// The witnesses in `folder`/witnesses that can be read, by name; those that cannot are as if they were not there. What they say is
    /// whoever's word: `WitnessSearch` takes one only where it finds the same.
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
