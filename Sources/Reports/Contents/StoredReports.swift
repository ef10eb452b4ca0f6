// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
public import Foundation
internal import Support
public import Verifier

/// Runs and audits read back from their JSON.
public enum StoredReports {
    /// A larger file is none of ours.
    public static let largestFile = 256 << 20
    /// So many brackets within brackets has no report; a reader that follows them has a stack that ends.
    static let deepest = 64

    /// What a file can be.
    public enum Stored: Sendable {
        case run(RunResult)
        case audit(AuditDocument)
    }

    /// Reads `verdicts.json` or `audit.json`, by whatever name.
    ///
    /// - Throws: ``StoredFileError`` where there is no file, it is none of these, of a newer schema, or damaged.
    public static func read(_ file: String) throws(StoredFileError) -> Stored {
        let data: Data
        do {
            data = try RegularFile.contents(of: file, atMost: largestFile)
        } catch {
            throw StoredFileError(file: file, problem: "\(error.fault); a report in JSON is allowed")
        }
        return try read(data, named: file)
    }

    /// The same of a file's contents.
    ///
    /// - Throws: ``StoredFileError``.
    public static func read(_ data: Data, named file: String) throws(StoredFileError) -> Stored {
        func fault(_ problem: String) -> StoredFileError {
            StoredFileError(
                file: file, problem: "\(problem); a report of schema \(RunResult.schema) or \(AuditDocument.schema) is allowed")
        }
        guard depth(of: data) <= deepest else { throw fault("is nested too deeply") }
        let head: Head
        do { head = try decoder.decode(Head.self, from: data) } catch { throw fault("is no JSON object of a report") }
        if let tool = head.tool, tool != "lemmacheck" { throw fault("'tool' is \(tool.quoted)") }
        do {
            switch head.schema {
            case RunResult.schema:
                let result = try JSONReport.result(from: data)
                if let fault = StoredValues.fault(in: result) { throw StoredFileError(file: file, problem: "\(fault) is allowed") }
                return .run(result)
            case AuditDocument.schema,
                nil where head.steps != nil:
                let audit = try decoder.decode(AuditDocument.self, from: data)
                if let fault = StoredValues.fault(in: audit) { throw StoredFileError(file: file, problem: "\(fault) is allowed") }
                return .audit(audit)
            case let schema?: throw fault("'schema' is \(schema.quoted)")
            case nil: throw fault("'schema' is missing")
            }
        } catch let error as StoredFileError {
            throw error
        } catch let error as DecodingError {
            throw fault(DecodingProblem(error).text)
        } catch {
            throw fault("is damaged")
        }
    }

    /// The run in `folder`, where a sound one is.
    public static func run(in folder: String) -> RunResult? {
        guard case .run(let result)? = try? read("\(folder)/verdicts.json") else { return nil }
        return result
    }

    /// The audit in `folder`, where a sound one is.
    public static func audit(in folder: String) -> AuditDocument? {
        guard case .audit(let audit)? = try? read("\(folder)/audit.json") else { return nil }
        return audit
    }

    /// The witnesses in `folder` of the claims that `result` refutes, in its order.
    public static func witnesses(of result: RunResult, in folder: String) -> [Witness] {
        let saved = WitnessFiles.saved(in: folder).filter { $0.draw.seed == result.seed && $0.draw.rng == result.rng }
        var claims: [String] = []
        for cell in result.cells where cell.verdict == .refuted && !claims.contains(cell.claim) { claims.append(cell.claim) }
        return claims.compactMap { claim in saved.first { $0.claim == claim } }
    }

    private struct Head: Decodable {
        let schema: String?
        let tool: String?
        let steps: [Anything]?

        struct Anything: Decodable {
            init(from decoder: any Decoder) throws {}
        }
    }

    private static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return decoder
    }

    /// How deep brackets stand within brackets, those in strings left out.
    private static func depth(of data: Data) -> Int {
        var depth = 0, deepest = 0, isString = false, isEscaped = false
        for byte in data {
            if isString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isString = true
            case UInt8(ascii: "["), UInt8(ascii: "{"): (depth, deepest) = (depth + 1, Swift.max(deepest, depth + 1))
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            default: break
            }
        }
        return deepest
    }
}
