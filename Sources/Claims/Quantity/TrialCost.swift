// SPDX-License-Identifier: GPL-3.0-or-later

internal import RealModule

/// About what one trial costs, at most: counted from its parameters before anything is drawn.
public struct TrialCost: Sendable, Hashable {
    /// Arithmetic steps, of which a core does some 10^9 a second.
    public let operations: Double
    /// Memory, in bytes, of a trial alone; each thread has one.
    public let bytes: Double

    public init(operations: Double, bytes: Double) {
        (self.operations, self.bytes) = (operations, bytes)
    }

    /// Some numbers of a law, whatever d and m.
    public static let fewNumbers = TrialCost(operations: 1000, bytes: 65_536)

    /// A pass over `neurons` of which `numbers` each are drawn, a tile in memory at a time.
    public static func pass(neurons: Double, numbers: Double) -> TrialCost {
        TrialCost(operations: 3 * neurons * (numbers + 1) + 1000, bytes: 16 * Double.maximum(32_768, numbers + 1))
    }

    /// A search over `count` vectors of `dimension` numbers, all of them in memory, each gone over about `passes` times.
    public static func search(rows count: Double, dimension: Double, passes: Double) -> TrialCost {
        TrialCost(operations: passes * count * dimension + 1000, bytes: 12 * count * (dimension + 8) + 65_536)
    }

    /// The cost of both, one after the other, in memory together.
    public static func + (a: TrialCost, b: TrialCost) -> TrialCost {
        TrialCost(operations: a.operations + b.operations, bytes: a.bytes + b.bytes)
    }
}

/// What a run may use, at most.
public struct CostLimits: Sendable, Hashable {
    /// Bytes, over all threads.
    public var memory: Double = 8 * 1_073_741_824
    /// Operations of one cell's trials, all of them.
    public var operations: Double = 1e14

    public init() {}

    /// - Parameters:
    ///   - cost: of one trial.
    ///   - trials: how many there may be, `threads` of them at a time.
    ///   - threads: how many trials are in memory at a time, at least 1.
    ///   - subject: of what, in words.
    /// - Throws: ``CostError`` where a limit is exceeded.
    public func check(_ cost: TrialCost, trials: Int, threads: Int, of subject: String) throws(CostError) {
        let bytes = cost.bytes * Double(min(threads, trials)), steps = cost.operations * Double(trials)
        if bytes > memory { throw CostError(subject: subject, trials: trials, need: .memory(bytes, limit: memory)) }
        if steps > operations { throw CostError(subject: subject, trials: trials, need: .operations(steps, limit: operations)) }
    }
}

/// A run that needs more than it may use.
public struct CostError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What there is too little of, how much is needed, and the limit.
    public enum Need: Sendable, Hashable {
        /// Bytes.
        case memory(Double, limit: Double)
        case operations(Double, limit: Double)
    }

    /// The cell or quantity, in words.
    public let subject: String
    /// How many trials there may be.
    public let trials: Int
    /// What there is too little of.
    public let need: Need

    /// One line: what is needed, what is allowed, and the option that allows more.
    public var description: String {
        let remedy =
            switch need {
            case .memory: "--memory allows more, fewer --threads or smaller sizes need less"
            case .operations: "--operations allows more, fewer --trials or smaller sizes need less"
            }
        return "\(subject) \(what), and \(allowed) are allowed: \(remedy)"
    }

    /// "needs about 560 TiB of memory".
    public var what: String {
        switch need {
        case .memory(let bytes, _): "needs about \(Self.size(bytes)) of memory"
        case .operations(let count, _):
            "needs about \(Self.power(count)) operations for up to \(trials) \(trials == 1 ? "trial" : "trials")"
        }
    }

    private var allowed: String {
        switch need {
        case .memory(_, let limit): Self.size(limit)
        case .operations(_, let limit): Self.power(limit)
        }
    }

    private static func power(_ x: Double) -> String { shortText(rounded(x)) }

    /// To two digits, upward.
    private static func rounded(_ x: Double) -> Double {
        guard x.isFinite, x > 0 else { return x }
        let unit = Double.pow(10, (Double.log10(x)).rounded(.down) - 1)
        return (x / unit).rounded(.up) * unit
    }

    /// `8 GiB`.
    private static func size(_ bytes: Double) -> String {
        let units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
        let power = Double.minimum(Double(units.count - 1), Double.maximum(0, (Double.log2(bytes) / 10).rounded(.down)))
        return "\(shortText(rounded(bytes / Double.exp2(10 * power)))) \(units[Int(power)])"
    }
}
