// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation
public import Verifier

/// A result as JSON: keys sorted, numbers in the fewest digits that give back the same Double, infinities as the strings
/// "inf" and "-inf".
public enum JSONReport {
    public static func data(of value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return try encoder.encode(value) + Data([0x0A])
    }

    /// Reads a result back.
    public static func result(from data: Data) throws -> RunResult {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return try decoder.decode(RunResult.self, from: data).recounted
    }
}
