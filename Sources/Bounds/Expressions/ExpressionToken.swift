// SPDX-License-Identifier: GPL-3.0-or-later

internal import Support

/// A number, a word or a sign of an expression.
struct ExpressionToken: Sendable {
    enum Kind: Sendable, Hashable {
        case number(String)
        case word(String)
        case symbol(String)
        case end
    }

    let kind: Kind
    /// From 1, in characters.
    let column: Int

    /// All of `text`, with the end.
    static func all(in text: String) throws(ExpressionError) -> [ExpressionToken] {
        let characters = Array(text)
        guard characters.count <= ExpressionParser.longest else {
            throw ExpressionError(text: text, column: 1, problem: "it is longer than \(ExpressionParser.longest) characters")
        }
        var tokens: [ExpressionToken] = [], at = 0
        while at < characters.count {
            let character = characters[at], start = at
            func error(_ problem: String) -> ExpressionError { ExpressionError(text: text, column: start + 1, problem: problem) }
            if character == " " || character == "\n" || character == "\t" || character == "\r\n" {
                at += 1
            } else if character.isASCII, character.isNumber || character == "." {
                at = endOfNumber(characters, from: at)
                let word = String(characters[start..<at])
                guard let number = DecimalNumber(word) else { throw error("\(word.quoted) is no number") }
                guard number.double.isFinite, number.double != 0 || number.isZero else {
                    throw error("\(word.quoted) is beyond what a Double holds")
                }
                tokens.append(.init(kind: .number(word), column: start + 1))
            } else if character.isASCII, character.isLetter || character == "_" {
                while at < characters.count, characters[at].isASCII,
                    characters[at].isLetter || characters[at].isNumber || "_'".contains(characters[at])
                {
                    at += 1
                }
                tokens.append(.init(kind: .word(String(characters[start..<at])), column: start + 1))
            } else {
                let pair = String(characters[at..<Swift.min(at + 2, characters.count)])
                let symbol = ["<=", ">=", "=="].contains(pair) ? pair : String(character)
                guard symbol.count == 2 || "+-*/^(),;=<>".contains(character) else { throw error("\(symbol.quoted) has no meaning here") }
                at += symbol.count
                tokens.append(.init(kind: .symbol(symbol), column: start + 1))
            }
        }
        return tokens + [.init(kind: .end, column: characters.count + 1)]
    }

    /// Digits, a point, digits, and an exponent where one follows.
    private static func endOfNumber(_ characters: [Character], from start: Int) -> Int {
        func isDigit(_ index: Int) -> Bool { index < characters.count && characters[index].isASCII && characters[index].isNumber }
        var at = start
        while isDigit(at) || (at < characters.count && characters[at] == ".") { at += 1 }
        guard at < characters.count, characters[at] == "e" || characters[at] == "E" else { return at }
        var after = at + 1
        if after < characters.count, characters[after] == "+" || characters[after] == "-" { after += 1 }
        guard isDigit(after) else { return at }
        while isDigit(after) { after += 1 }
        return after
    }
}

extension StringProtocol {
    /// Without spaces at its ends.
    var trimmed: String { String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()) }

    /// In quotation marks and one line, as a message repeats it.
    func oneLine(_ limit: Int) -> String { "'\(inOneLine(atMost: limit))'" }
}
