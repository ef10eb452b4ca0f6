// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
public import Programs

/// A claim of one's own, in words that a file can hold: a bound on a quantity that lemmacheck or a program measures, or a claim of the
/// paper with other constants.
public struct OwnClaim: Sendable, Hashable {
    /// What is compared.
    public enum Side: Sendable, Hashable {
        /// With probability >= 1-gamma the quantity is at most this expression; of an event, its probability is.
        case atMost(String)
        /// With probability >= 1-gamma the quantity is at least this expression.
        case atLeast(String)
        /// The event's probability is at most this expression.
        case probabilityAtMost(String)
        /// The paper's claim of this ID, with a factor on each of its terms, in their order.
        case scaled(claim: String, factors: [String])
    }

    /// Its name in reports and the key of its streams.
    public var id: String
    /// What it says, for a reader; made from the rest where nil.
    public var statement: String?
    /// The quantity's name; of a scaled claim the paper's own, of a program "program".
    public var quantity: String
    /// The program that measures the quantity; nil where lemmacheck does.
    public var program: ProgramCommand?
    /// Of a program the parameters that it is told, those of its grid; else those that are none of the paper's. By their keys: "n", "c0".
    public var parameters: [String]
    /// The bound, and on which side of the quantity it is.
    public var side: Side
    /// What it assumes.
    public var when: String?

    public init(
        _ id: String, statement: String? = nil, quantity: String, _ side: Side, when: String? = nil, parameters: [String] = []
    ) {
        (self.id, self.statement, self.quantity, self.side, self.when) = (id, statement, quantity, side, when)
        self.parameters = parameters
    }

    /// A claim about what a program measures.
    ///
    /// - Parameters:
    ///   - id: its name in reports.
    ///   - statement: what it says, for a reader; made from the rest where nil.
    ///   - program: how the program is started.
    ///   - side: the bound.
    ///   - when: what it assumes.
    ///   - parameters: those that the program is told and that the expressions may name.
    public init(
        _ id: String, statement: String? = nil, program: ProgramCommand, _ side: Side, when: String? = nil, parameters: [String]
    ) {
        self.init(id, statement: statement, quantity: Self.programName, side, when: when, parameters: parameters)
        self.program = program
    }

    static let programName = "program"

    /// The expression that is its bound; nil for a scaled claim.
    public var bound: String? {
        switch side {
        case .atMost(let text), .atLeast(let text), .probabilityAtMost(let text): text
        case .scaled: nil
        }
    }
}

extension OwnClaim {
    /// The words behind `lemmacheck verify` that name this claim.
    public var options: [String] {
        if case .scaled(let claim, let factors) = side {
            let scales = zip(1..., factors).filter { $1 != "1" }.flatMap { ["--scale", "\($0)=\($1)"] }
            return [claim] + scales
        }
        var words = ["--quantity", quantity]
        if let program {
            words = ["--quantity-command", program.json]
            if let timeout = program.timeout { words += ["--timeout", "\(timeout)"] }
        }
        switch side {
        case .atMost(let text): words += ["--at-most", text]
        case .atLeast(let text): words += ["--at-least", text]
        case .probabilityAtMost(let text): words += ["--probability-at-most", text]
        case .scaled: break
        }
        if let when { words += ["--when", when] }
        return id == Self.usualID(quantity) ? words : words + ["--name", id]
    }

    /// What is left of a name in names of files and macros: claims of one run differ in it.
    public static func core(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }

    /// Whether a claim of one's own may have this name: up to 60 ASCII characters without spaces, one of them a letter.
    public static func isName(_ text: String) -> Bool {
        text.contains(where: \.isLetter) && (1...60).contains(text.utf8.count)
            && text.allSatisfy { $0.isASCII && !$0.isWhitespace && $0 > " " && $0 != "\u{7F}" && $0 != "`" }
    }

    /// The ID of a claim on the command line that has no name.
    public static func usualID(_ quantity: String) -> String { "own/\(quantity)" }
}

/// {id, statement, quantity, program, parameters, atMost | atLeast | probabilityAtMost | scaled and factors, when}, keys that do not apply
/// absent.
extension OwnClaim: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, statement, quantity, program, parameters, atMost, atLeast, probabilityAtMost, scaled, factors, when
    }

    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        id = try keys.decode(String.self, forKey: .id)
        statement = try keys.decodeIfPresent(String.self, forKey: .statement)
        quantity = try keys.decode(String.self, forKey: .quantity)
        program = try keys.decodeIfPresent(ProgramCommand.self, forKey: .program)
        parameters = try keys.decodeIfPresent([String].self, forKey: .parameters) ?? []
        when = try keys.decodeIfPresent(String.self, forKey: .when)
        if let text = try keys.decodeIfPresent(String.self, forKey: .atMost) {
            side = .atMost(text)
        } else if let text = try keys.decodeIfPresent(String.self, forKey: .atLeast) {
            side = .atLeast(text)
        } else if let text = try keys.decodeIfPresent(String.self, forKey: .probabilityAtMost) {
            side = .probabilityAtMost(text)
        } else {
            side = .scaled(
                claim: try keys.decode(String.self, forKey: .scaled), factors: try keys.decode([String].self, forKey: .factors))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: CodingKeys.self)
        try keys.encode(id, forKey: .id)
        try keys.encodeIfPresent(statement, forKey: .statement)
        try keys.encode(quantity, forKey: .quantity)
        try keys.encodeIfPresent(program, forKey: .program)
        if !parameters.isEmpty { try keys.encode(parameters, forKey: .parameters) }
        try keys.encodeIfPresent(when, forKey: .when)
        switch side {
        case .atMost(let text): try keys.encode(text, forKey: .atMost)
        case .atLeast(let text): try keys.encode(text, forKey: .atLeast)
        case .probabilityAtMost(let text): try keys.encode(text, forKey: .probabilityAtMost)
        case .scaled(let claim, let factors):
            try keys.encode(claim, forKey: .scaled)
            try keys.encode(factors, forKey: .factors)
        }
    }
}
