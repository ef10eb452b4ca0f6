// SPDX-License-Identifier: GPL-3.0-or-later

public import BallArithmetic
public import Bounds
public import Claims
public import Laws

/// The simplest counterexample among the points of a product of lists, each ordered from simple to less simple.
///
/// Points are tried by the sum of their places in the lists, ties by the first parameter's place; so the order is a total one, fixed by
/// the lists.
public struct CounterexampleSearch: Sendable {
    let names: [String]
    let lists: [[String]]
    /// Both sides at a point, given as balls in the order of the names, or nil where the point is not certainly in the domain.
    let sides: @Sendable ([Ball]) -> Inequality<Ball>?
    /// What a name that is no parameter stands for at a point of the parameters.
    let derived: [String: @Sendable (Arguments<Ball>) -> Ball]

    /// - Parameters:
    ///   - parameters: names with the values tried, from simple to less simple.
    ///   - derived: what a name that is no parameter stands for at a point; V is the ball's radius C0/sqrt m.
    ///   - sides: both sides at a point, in the order of the names; nil where it is not certainly in the domain.
    public init(
        _ parameters: [(String, [String])], where derived: [String: @Sendable (Arguments<Ball>) -> Ball] = [:],
        _ sides: @escaping @Sendable ([Ball]) -> Inequality<Ball>?
    ) {
        self.derived = derived.merging(["V": { $0.v }]) { own, _ in own }
        names = parameters.map(\.0)
        lists = parameters.map(\.1)
        self.sides = sides
    }

    /// The first point where the claim certainly fails inside its domain.
    public func first() -> Counterexample? {
        if isNoted { return nil }
        let total = lists.map { $0.count - 1 }.reduce(0, +)
        for sum in 0...total {
            if let witness = first(places: [], rest: sum) { return witness }
        }
        return nil
    }

    private func first(places: [Int], rest: Int) -> Counterexample? {
        let i = places.count
        if i == lists.count { return rest == 0 ? witness(at: places) : nil }
        let beyond = lists[(i + 1)...].map { $0.count - 1 }.reduce(0, +)
        let most = min(rest, lists[i].count - 1), least = max(0, rest - beyond)
        guard least <= most else { return nil }
        for place in least...most {
            if let witness = first(places: places + [place], rest: rest - place) { return witness }
        }
        return nil
    }

    private func witness(at places: [Int]) -> Counterexample? {
        let texts = places.indices.map { lists[$0][places[$0]] }
        return Self.verify(zip(names, texts).map { Counterexample.Parameter($0, $1) }, sides)
    }

    /// The witness at these parameters, verified in balls of rising precision; nil where it is none.
    public static func verify(_ parameters: [Counterexample.Parameter], _ sides: @Sendable ([Ball]) -> Inequality<Ball>?) -> Counterexample?
    {
        let answer: Counterexample?? = Ball.decide(upTo: 512) {
            let balls = parameters.compactMap { Ball($0.value) }
            guard balls.count == parameters.count, let both = sides(balls) else { return .some(nil) }
            guard let fails = both.rhs.isLess(than: both.lhs) else { return nil }
            guard fails else { return .some(nil) }
            return .some(
                Counterexample(
                    parameters, lhs: both.lhs.midpoint, rhs: both.rhs.midpoint, excess: (both.lhs - both.rhs).lower))
        }
        return answer ?? nil
    }
}
