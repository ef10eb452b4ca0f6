// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
public import Bounds
public import Claims
internal import Laws
internal import RealModule
public import Support

/// A search for counterexamples at many random points of a domain. It knows nothing of a proof: what it does not find proves nothing, and
/// what it finds is decided in balls.
///
/// Points come in 64 streams of their own, so that they are the same on any number of threads.
public struct RandomSearch: Sendable {
    /// A value of a parameter: its name and the simple values at which the claim's own search looks for it, the values of the earlier
    /// parameters of the point, and where numbers come from.
    public typealias Draw =
        @Sendable (_ name: String, _ simple: [Double], _ earlier: [String: Double], _ numbers: inout SplitMix64) -> Double

    /// What was looked at.
    public struct Outcome: Sendable, Hashable {
        /// Points drawn, and those of them that lay in the domain, certainly.
        public var drawn = 0
        public var inside = 0
        public var counterexample: Counterexample?
    }

    /// Whether a point lies inside, and a counterexample where it is one.
    private let examine: @Sendable (inout SplitMix64) -> (inside: Bool, counterexample: Counterexample?)

    /// Of a claim: the parameters of its own search, with its domain.
    public init(_ search: CounterexampleSearch, draw: @escaping Draw) {
        let lists = search.lists.map { $0.compactMap(Double.init) }
        examine = { numbers in
            var earlier: [String: Double] = [:]
            for (name, simple) in zip(search.names, lists) {
                // The claim's own simple values now and then: corners are made of them.
                let corner = numbers.uniform() < 0.125 ? simple.randomElement(using: &numbers) : nil
                earlier[name] = corner ?? draw(name, simple, earlier, &numbers)
            }
            let values = search.names.compactMap { earlier[$0] }
            guard let both = search.sides(values.map { Ball(exactly: $0) }), both.lhs.isFinite, both.rhs.isFinite else {
                return (false, nil)
            }
            guard both.rhs.isCertainlyLess(than: both.lhs) else { return (true, nil) }
            let parameters = zip(search.names, values).map { Counterexample.Parameter($0, Self.text($1)) }
            return (true, CounterexampleSearch.verify(parameters, search.sides))
        }
    }

    /// Of a line that is proved over a box: points of the box, its ends among them.
    public init(_ box: LogBox, _ sides: @escaping @Sendable ([RangeWithSlopes]) -> Inequality<RangeWithSlopes>) {
        examine = { numbers in
            let point = box.intervals.map { $0.random(&numbers) }
            let both = sides(point.map { RangeWithSlopes(constant: .exp(Ball(exactly: $0))) })
            guard let least = both.lhs.value.lower, let most = both.rhs.value.upper, least.isFinite, most.isFinite else {
                return (false, nil)
            }
            guard most.isCertainlyLess(than: least) else { return (true, nil) }
            let parameters = zip(box.intervals, point).map { Counterexample.Parameter("log \($0.name)", "\($1)") }
            return (true, Counterexample(parameters, lhs: least.lower, rhs: most.upper, excess: (least - most).lower))
        }
    }

    /// Draws until `points` of them lay inside, or sixteen times as many were drawn.
    public func run(points: Int, seed: UInt64, threads: Int) async -> Outcome {
        let streams = 64
        let parts = await Parallel.map(streams, threads: threads) { k in
            Ball.withPrecision(64) { part(points / streams + (k < points % streams ? 1 : 0), seed: seed, stream: UInt64(k)) }
        }
        return parts.reduce(into: Outcome()) { sum, part in
            sum.drawn += part.drawn
            sum.inside += part.inside
            sum.counterexample = sum.counterexample ?? part.counterexample
        }
    }

    private static func text(_ x: Double) -> String { x == x.rounded() && x.magnitude < 1e15 ? "\(Int(x))" : "\(x)" }

    private func part(_ points: Int, seed: UInt64, stream: UInt64) -> Outcome {
        var seeds = SplitMix64(seed: seed)
        var numbers = SplitMix64(seed: seeds.next() &+ stream &* 0xD1B5_4A32_D192_ED03)
        var outcome = Outcome()
        while outcome.inside < points, outcome.drawn < 16 * points {
            outcome.drawn += 1
            let (inside, counterexample) = examine(&numbers)
            if inside { outcome.inside += 1 }
            outcome.counterexample = outcome.counterexample ?? counterexample
        }
        return outcome
    }
}

extension LogInterval {
    /// An end now and then, else uniform; an infinite end is as far as 700 e-folds, or 10 from the other one.
    fileprivate func random(_ numbers: inout SplitMix64) -> Double {
        let reach = numbers.uniform() < 0.5 ? 10.0 : 700.0
        let low = lower.isFinite ? lower : (upper.isFinite ? upper : 0) - reach
        let high = upper.isFinite ? upper : (lower.isFinite ? lower : 0) + reach
        let u = numbers.uniform()
        return u < 0.0625 ? low : u > 0.9375 ? high : Double.minimum(high, Double.maximum(low, low + (high - low) * numbers.uniform()))
    }
}

extension CounterexampleSearch {
    /// Where the searches that are begun are noted in the place of being made.
    private final class Notes: @unchecked Sendable {
        // Written by one task alone: the one whose body it is bound in.
        var searches: [CounterexampleSearch] = []
    }

    @TaskLocal private static var notes: Notes?

    /// The searches that `body` would make, none of which it makes.
    static func collected(_ body: () -> Void) -> [CounterexampleSearch] {
        let notes = Notes()
        $notes.withValue(notes, operation: body)
        return notes.searches
    }

    /// Whether this search has been noted and is not to be made.
    var isNoted: Bool {
        guard let notes = Self.notes else { return false }
        notes.searches.append(self)
        return true
    }
}

extension CheckedArgument {
    /// Random searches for counterexamples: to the claim, over the parameters and the domain of its own search, and to each line that
    /// proves it over a box. Empty where it is about no numbers.
    public func randomSearches(draw: @escaping RandomSearch.Draw) -> [RandomSearch] {
        let own = CounterexampleSearch.collected { _ = search() }
        return own.map { RandomSearch($0, draw: draw) } + proof.compactMap(\.probe)
    }
}
