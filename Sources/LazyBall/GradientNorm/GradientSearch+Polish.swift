// SPDX-License-Identifier: GPL-3.0-or-later

import OrderedSums

/// Local search over active sets, for what the hull's answers leave open: few neurons, or a gradient near 0.
extension GradientSearch {
    /// Switches one neuron at a time, and two at a time where k is small enough, each time those that shorten the gradient most. True if
    /// the bracket is closed.
    mutating func polish() -> Bool {
        let (k, n) = (problem.flippable.count, problem.flippable.dimension)
        guard k > 0 else { return isClosed }
        pattern.set(best.on)
        // A step costs a pass over the rows: at most about 4e8 multiplications in all.
        var steps = min(2 * k, max(20, 400_000_000 / (k * n)))
        let gram = k <= Self.pairLimit ? gramMatrix() : []
        let squares = gram.isEmpty ? squaredNorms() : (0..<k).map { gram[$0 * k + $0] }
        while steps > 0 && !isClosed && !isDecided {
            steps -= 1
            let changes = switchChanges(squares)
            let single = changes.indices.min { changes[$0] < changes[$1] } ?? 0
            var choice = changes[single] < 0 ? [single] : []
            if choice.isEmpty && !gram.isEmpty { choice = bestPair(changes, gram) }
            guard !choice.isEmpty else { break }
            for s in choice { pattern.toggle(s) }
            attack()
        }
        return isClosed
    }

    /// How many neurons pairs of which are tried.
    private static var pairLimit: Int { 600 }

    /// The change of ||b||^2 as each neuron switches, b the sum of the rows in the pattern and the steady ones: 2 <b, +-w_s> + ||w_s||^2.
    ///
    /// It is b and not the gradient that counts: the moves turn with b and take about the same length off it.
    private mutating func switchChanges(_ squares: [Double]) -> [Double] {
        pattern.project(pattern.sum, into: &projections)
        return squares.indices.map { squares[$0] + 2 * step($0) * projections[$0] }
    }

    private func step(_ s: Int) -> Double { pattern.on[s] ? -problem.flippable.signs[s] : problem.flippable.signs[s] }

    private func bestPair(_ changes: [Double], _ gram: [Double]) -> [Int] {
        let k = changes.count
        let steps = (0..<k).map { step($0) }
        var (pair, least): ([Int], Double) = ([], -1e-9 * (changes.max() ?? 0))
        for i in 0..<k {
            for j in 0..<i {
                let change = changes[i] + changes[j] + 2 * steps[i] * steps[j] * gram[i * k + j]
                if change < least { (pair, least) = ([i, j], change) }
            }
        }
        return pair
    }

    private func squaredNorms() -> [Double] {
        let (k, n) = (problem.flippable.count, problem.flippable.dimension)
        return problem.flippable.rows.withUnsafeBufferPointer { rows in
            rows.baseAddress.map { start in (0..<k).map { ordered_dot(Int32(n), start + $0 * n, start + $0 * n) } } ?? []
        }
    }

    /// <w_s, w_t> for t <= s, row-major.
    private func gramMatrix() -> [Double] {
        let (k, n) = (problem.flippable.count, problem.flippable.dimension)
        var gram = [Double](repeating: 0, count: k * k)
        ordered_gram(false, Int32(k), Int32(n), 1, problem.flippable.rows, Int32(n), 0, &gram, Int32(k))
        return gram
    }
}
