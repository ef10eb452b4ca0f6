// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
public import Claims
internal import Foundation
public import Sampler
internal import Support
internal import Synchronization

/// A quantity that a program measures, in any language: a line of JSON a trial in, a line out.
///
/// The program is asked {"seed": S, "trial": T, "d": 100, ...}: the seed, below 2^53, is of the trial's own stream, and with the
/// parameters it is all that the answer may depend on. It is started once for each thread.
public struct ProgramQuantity: Quantity {
    /// The program.
    public let command: ProgramCommand
    /// Whether it answers with a supremum, an infimum or an event.
    public let extremum: Extremum
    /// The parameters that it is told, by their keys, in order: those of the claim's grid.
    public let parameters: [String]
    private let pool: ProgramPool

    public init(_ command: ProgramCommand, _ extremum: Extremum, parameters: [String]) {
        (self.command, self.extremum, self.parameters) = (command, extremum, parameters)
        pool = ProgramPool.shared(command)
    }

    /// Ends the programs that nobody is talking to; more are started where they are asked for again.
    public func endPrograms() { pool.end() }

    public var name: String { "program" }
    public var title: String { "what \(command.text.inOneLine(atMost: 60)) measures" }
    /// An answer with a certificate is a bracket; one without is an attack, which a run sees from its values.
    public var method: Method { extremum == .event ? .exact : .certified }
    public var dependsOn: Set<OptionalParameter> { Set(parameters.compactMap(OptionalParameter.init)) }
    public var columns: [String] { extremum == .event ? ["event"] : ["attained", "certified"] }
    public var definition: (any QuantityDefinition)? { nil }
    public func check(_ parameters: Parameters) throws(ParameterError) {}

    public func trivialBound(_ p: Arguments<Double>) -> TrivialBound {
        switch extremum {
        case .supremum: TrivialBound(.infinity, "nothing is known of it")
        case .infimum: TrivialBound(-.infinity, "nothing is known of it")
        case .event: TrivialBound(1, "a probability is at most 1")
        }
    }

    public func trial(_ draws: Draws, at parameters: Parameters, bound: Double) throws -> any CellTrial {
        ProgramTrial(pool: pool, draws: draws, extremum: extremum, named: named(parameters))
    }

    public func values(_ draws: Draws, at parameters: Parameters) throws -> @Sendable (_ trial: UInt64) throws -> [Double] {
        let trial = try self.trial(draws, at: parameters, bound: .infinity), isEvent = extremum == .event
        return { number in
            let bracket = try trial.bracket(number)
            return isEvent ? [bracket.attained] : [bracket.attained, bracket.certified]
        }
    }

    /// What a program needs is for its author to know.
    public func cost(_ sampler: SamplerKind, at parameters: Parameters) -> TrialCost { .fewNumbers }

    public func drafts(of draw: DenseInitialization, at parameters: Parameters, bound: Double) -> [WitnessDraft] { [] }

    private func named(_ p: Parameters) -> [(key: String, value: Double)] {
        parameters.compactMap { key in
            switch key {
            case "d": return (key, Double(p.d))
            case "m": return (key, Double(p.m))
            case "gamma": return (key, p.gamma)
            default: break
            }
            switch OptionalParameter(rawValue: key) {
            case .c0: return (key, p.c0)
            case .c1: return (key, p.c1)
            case .radius: return (key, p.radius)
            case .epsilon: return (key, p.epsilon)
            case nil: return p.own[key].map { (key, $0) }
            }
        }
    }
}

/// The trials of one cell.
struct ProgramTrial: CellTrial {
    private let pool: ProgramPool
    private let draws: Draws
    private let extremum: Extremum
    /// The parameters of the cell as they stand in every request: `,"d":100,"gamma":0.05}`.
    private let end: String
    private let place: String

    init(pool: ProgramPool, draws: Draws, extremum: Extremum, named: [(key: String, value: Double)]) {
        (self.pool, self.draws, self.extremum) = (pool, draws, extremum)
        end = named.map { ",\"\($0.key)\":\($0.value.plainText)" }.joined() + "}\n"
        place = named.isEmpty ? "" : " at " + named.map { "\($0.key)=\($0.value.plainText)" }.joined(separator: " ")
    }

    var isPipelined: Bool { true }

    func bracket(_ trial: UInt64) throws -> TrialBracket {
        var bracket = TrialBracket(exactly: .nan)
        try brackets([trial]) { bracket = $0 }
        return bracket
    }

    func brackets(_ trials: [UInt64], take: (TrialBracket) -> Void) throws {
        var requests: [UInt8] = []
        requests.reserveCapacity(trials.count * (end.utf8.count + 40))
        var stream = draws.stream(trials.first ?? 0)
        for trial in trials {
            stream.reset(to: draws.key(trial))
            requests += "{\"seed\":\(stream.word() >> 11),\"trial\":\(trial)\(end)".utf8
        }
        let decoder = JSONDecoder()
        var done = 0
        do {
            try pool.with { process, timeout in
                try process.exchange(requests, lines: trials.count, timeout: timeout) { line in
                    take(try ProgramAnswer(line, decoder: decoder).bracket(of: trials[done], extremum))
                    done += 1
                }
            }
        } catch let problem as ProgramProcess.Problem {
            throw error(trials, done, problem.text)
        } catch let problem as ProgramAnswer.Problem {
            throw error(trials, done, problem.text)
        }
    }

    /// What came beyond the last answer is the last trial's.
    private func error(_ trials: [UInt64], _ done: Int, _ problem: String) -> ProgramError {
        let trial = trials[Swift.min(done, trials.count - 1)]
        return ProgramError(command: pool.command.text, trial: "trial \(trial)\(place)", problem: problem)
    }
}

/// The programs of one command, started as they are needed: as many as threads ask at a time.
final class ProgramPool: Sendable {
    private static let pools = Mutex<[ProgramCommand: ProgramPool]>([:])

    let command: ProgramCommand
    private let idle = Mutex<[ProgramProcess]>([])

    private init(_ command: ProgramCommand) { self.command = command }

    /// The pool of a command, which all claims about it share.
    static func shared(_ command: ProgramCommand) -> ProgramPool {
        pools.withLock { pools in
            if let pool = pools[command] { return pool }
            let pool = ProgramPool(command)
            pools[command] = pool
            return pool
        }
    }

    /// Ends those that are idle.
    func end() {
        // Outside the lock: ending takes a while.
        let ending = idle.withLock { idle in
            let all = idle
            idle = []
            return all
        }
        _ = ending
    }

    /// Gives `body` a program that nobody else talks to; one that fails is not used again.
    func with(_ body: (ProgramProcess, _ timeout: Double) throws -> Void) throws {
        let process = try idle.withLock { $0.popLast() } ?? ProgramProcess(command)
        try body(process, command.timeout ?? ProgramCommand.usualTimeout)
        idle.withLock { $0.append(process) }
    }
}
