// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
public import Bounds
public import Claims
internal import Laws

extension CheckedArgument: PointwiseProof {
    /// By the sides that its own search compares; nil where it searches nothing.
    public func evaluation(at point: Parameters, kind: Kind) -> PointEvaluation? {
        let isTwoSided: Bool =
            switch kind {
            case .deterministic: !isOfProbability
            // "There is a constant": a search knows counterexamples to chosen constants.
            case .existence: false
            case .probability, .uniform, .experiment: false
            }
        let searches = CounterexampleSearch.collected { _ = search() }
        return .worst(searches.compactMap { $0.evaluation(at: point, isTwoSided: isTwoSided, isOfFailure: isOfProbability) })
    }
}

extension CounterexampleSearch {
    /// Values of what the sides depend on beside the point that are tried at most.
    private static let mostCombinations = 400

    /// Both sides at `point`; of a variable that is no parameter of the point, at the values of its list.
    ///
    /// Nil where a parameter's list has one value alone and the point another: the sides may be made for that value.
    func evaluation(at point: Parameters, isTwoSided: Bool, isOfFailure: Bool) -> PointEvaluation? {
        var values: [[String]] = [], free: [Int] = []
        for (index, name) in names.enumerated() {
            if derived[name] != nil {
                // Made anew at each precision.
                values.append([""])
            } else if let value = point.text(of: name) {
                if let only = lists[index].first, lists[index].count == 1, Double(only) != Double(value) { return nil }
                values.append([value])
            } else {
                values.append(lists[index])
                free.append(index)
            }
        }
        // A family of its own, of which the point says nothing.
        guard free.count < names.count || isTwoSided else { return nil }
        let evaluations = Self.combinations(values).prefix(Self.mostCombinations).map { texts in
            evaluation(texts, at: point, named: free, isTwoSided: isTwoSided, isOfFailure: isOfFailure)
        }
        return .worst(Array(evaluations))
    }

    private func evaluation(
        _ texts: [String], at point: Parameters, named free: [Int], isTwoSided: Bool, isOfFailure: Bool
    ) -> PointEvaluation {
        let at = free.map { Counterexample.Parameter(names[$0], texts[$0]) }
        var last: PointEvaluation?
        let decided: PointEvaluation? = Ball.decide(upTo: 512) {
            let balls = zip(names, texts).compactMap { name, text in derived[name].map { $0(point.exactArguments) } ?? Ball(text) }
            guard balls.count == texts.count, let both = sides(balls), both.lhs.isFinite, both.rhs.isFinite else {
                return PointEvaluation(.outside, at: at, isOfFailure: isOfFailure)
            }
            func found(_ standing: PointEvaluation.Standing) -> PointEvaluation {
                PointEvaluation(standing, left: both.lhs.midpoint, right: both.rhs.midpoint, at: at, isOfFailure: isOfFailure)
            }
            if both.rhs.isCertainlyLess(than: both.lhs) { return found(.fails) }
            if both.lhs.isCertainlyAtMost(both.rhs) { return found(isTwoSided ? .holds : .open) }
            last = found(.open)
            return nil
        }
        return decided ?? last ?? PointEvaluation(.open, at: at, isOfFailure: isOfFailure)
    }

    /// One value of each list, the last list running fastest.
    private static func combinations(_ lists: [[String]]) -> [[String]] {
        lists.reduce([[]]) { heads, list in
            Array(heads.lazy.flatMap { head in list.lazy.map { head + [$0] } }.prefix(mostCombinations))
        }
    }
}

extension LawSweep: PointwiseProof {
    /// By its sides; of the order of a moment or a threshold, at the values of its grid.
    public func evaluation(at point: Parameters, kind: Kind) -> PointEvaluation? {
        var evaluations: [PointEvaluation] = []
        for order in grid.order ?? [2] {
            for threshold in grid.threshold ?? [1] {
                guard let at = try? SweepPoint(point, order: order, threshold: threshold) else { continue }
                var free: [Counterexample.Parameter] = []
                if grid.order != nil { free.append(.init("q", "\(order)")) }
                if grid.threshold != nil { free.append(.init("t", "\(threshold)")) }
                evaluations.append(evaluation(at: at, named: free))
            }
        }
        return .worst(evaluations)
    }

    private func evaluation(at point: SweepPoint, named free: [Counterexample.Parameter]) -> PointEvaluation {
        guard let found = evaluate(at: point) else { return PointEvaluation(.outside, at: free) }
        let standing: PointEvaluation.Standing =
            switch found.outcome {
            case .satisfied: .holds
            case .violated: .fails
            case .undecided: .open
            }
        return PointEvaluation(standing, left: found.left.value, right: found.right.value, at: free)
    }
}

extension Parameters {
    /// The value of the parameter that a search calls `name`, as the shortest decimal that is its Double; nil for another variable.
    fileprivate func text(of name: String) -> String? {
        switch name {
        case "d": "\(d)"
        case "m": "\(m)"
        case "gamma": "\(gamma)"
        case "C0": "\(c0)"
        case "C1": "\(c1)"
        case "R": "\(radius)"
        case "eps", "e": "\(epsilon)"
        default: nil
        }
    }

    /// The same point, its decimals exact.
    fileprivate var exactArguments: Arguments<Ball> {
        func ball(_ x: Double) -> Ball { Ball("\(x)") ?? Ball(exactly: x) }
        return Arguments(
            d: Ball(d), m: Ball(m), gamma: ball(gamma), c0: ball(c0), c1: ball(c1), radius: ball(radius), epsilon: ball(epsilon))
    }
}
