// SPDX-License-Identifier: GPL-3.0-or-later

/// What is wrong with a JSON file, in the words of whoever wrote it: the key by its path, and what it is not.
struct DecodingProblem {
    let text: String

    init(_ error: DecodingError) {
        text =
            switch error {
            case .keyNotFound(let key, let context): "\(Self.path(context, key)) is missing"
            case .valueNotFound(_, let context): "\(Self.path(context)) is null"
            case .typeMismatch(let type, let context): "\(Self.path(context)) is no \(Self.name(type))"
            // Foundation says the same of what is no JSON and of a number beyond a Double's range.
            case .dataCorrupted(let context) where context.codingPath.isEmpty: "is no JSON with numbers in range"
            case .dataCorrupted(let context): "\(Self.path(context)) has a value that is not allowed"
            @unknown default: "is damaged"
            }
    }

    private static func path(_ context: DecodingError.Context, _ last: (any CodingKey)? = nil) -> String {
        let keys = context.codingPath + (last.map { [$0] } ?? [])
        let text = keys.reduce("") { text, key in
            key.intValue.map { "\(text)[\($0)]" } ?? (text.isEmpty ? "" : text + ".") + key.stringValue
        }
        return text.isEmpty ? "the file" : "'\(text)'"
    }

    private static func name(_ type: Any.Type) -> String {
        switch type {
        case is Double.Type: "finite number"
        case is Int.Type, is UInt64.Type: "integer in range"
        case is String.Type: "string"
        case is Bool.Type: "true or false"
        case is any Collection.Type: "list or object"
        default: "object"
        }
    }
}
