// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Foundation
internal import Support

/// What a program answers for one trial: {"trial": 17, "attained": 1.25, "certified": 1.5}, of an event {"trial": 17, "event": true}.
struct ProgramAnswer {
    /// What is wrong with an answer, in words that follow the program's name.
    struct Problem: Error { let text: String }

    private struct Line: Decodable {
        var trial: Int?
        var attained: Double?
        var certified: Double?
        var event: Bool?
        var keys: [String]

        private struct Key: CodingKey {
            var stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: Key.self)
            keys = values.allKeys.map(\.stringValue)
            trial = try values.decodeIfPresent(Int.self, forKey: Key(stringValue: "trial"))
            attained = try values.decodeIfPresent(Double.self, forKey: Key(stringValue: "attained"))
            certified = try values.decodeIfPresent(Double.self, forKey: Key(stringValue: "certified"))
            event = try values.decodeIfPresent(Bool.self, forKey: Key(stringValue: "event"))
        }
    }

    private static let known = ["trial", "attained", "certified", "event"]
    private let line: Line

    /// Reads a line.
    ///
    /// - Throws: ``Problem`` where it is no JSON object of the keys allowed, each once.
    init(_ bytes: ArraySlice<UInt8>, decoder: JSONDecoder) throws(Problem) {
        func problem(_ what: String) -> Problem { Problem(text: "answered \(ProgramProcess.quoted(bytes)), \(what)") }
        do { line = try decoder.decode(Line.self, from: Data(bytes)) } catch {
            throw problem("which is no JSON object of finite numbers; {\"trial\": N, \"attained\": X} on one line is allowed")
        }
        if let key = line.keys.first(where: { !Self.known.contains($0) }) {
            throw problem("which has a key \(key.quoted); allowed: \(Self.known.joined(separator: ", "))")
        }
        // No value has a colon in it: as many keys as colons, or one stands twice.
        guard bytes.count(where: { $0 == UInt8(ascii: ":") }) == line.keys.count else { throw problem("in which a key stands twice") }
    }

    /// The answer as a bracket.
    ///
    /// - Throws: ``Problem`` where it is for another trial, or not what `extremum` asks for.
    func bracket(of trial: UInt64, _ extremum: Extremum) throws(Problem) -> TrialBracket {
        guard let number = line.trial else { throw Problem(text: "answered without \"trial\", the number of the request") }
        guard number >= 0, UInt64(number) == trial else { throw Problem(text: "answered out of turn, for trial \(number)") }
        if extremum == .event {
            guard let event = line.event, line.attained == nil, line.certified == nil else {
                throw Problem(text: "answered without \"event\" alone: true or false is allowed, as the claim is about a probability")
            }
            return TrialBracket(exactly: event ? 1 : 0)
        }
        guard let attained = line.attained, line.event == nil else {
            throw Problem(text: "answered without \"attained\": a finite number is allowed")
        }
        guard let certified = line.certified else {
            return TrialBracket(attained: attained, certified: extremum == .supremum ? .infinity : -.infinity)
        }
        let gap = extremum == .supremum ? certified - attained : attained - certified
        guard gap >= -TrialBracket.slack * attained.magnitude else {
            let (side, word) = extremum == .supremum ? ("below", "at least") : ("above", "at most")
            throw Problem(text: "certified \(certified), \(side) the \(attained) that it attained: \(word) that is allowed")
        }
        return TrialBracket(attained: attained, certified: certified)
    }
}
