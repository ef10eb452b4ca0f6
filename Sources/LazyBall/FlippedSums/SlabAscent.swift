// SPDX-License-Identifier: GPL-3.0-or-later

import OrderedSums
import RealModule
import Support

/// Draws as many rows as possible into the slab |<w_{s,0}, x+eta>| <= V ||x+eta|| of one eta orthogonal to x: B.4/4 and B.8/j, from eta =
/// 0.
///
/// What a delta has is sum over s of c_s K((<w_{s,0}, x+eta> - o_s)/b) with a kernel K that narrows from the spread of the rows down to
/// the slab; c_s = 1, o_s = 0 for the number of flips, and c_s = |<w_{s,0}, r>|, o_s the middle of the better half of the slab, for their
/// sum. For a Gaussian K the sum is minorized by a weighted least squares problem that touches it at the current eta; its solution,
/// shortened to the cone, never lowers the sum inside it (iteratively reweighted least squares). d - 1 rows can be met exactly, and
/// annealing finds eta that meet many more: at d = 100, m = 63096, C0 = C1 = 1 it flips more than 600 neurons, twice what steps along the
/// gradient of the smoothed sum find.
struct SlabAscent {
    /// The best value seen and its state.
    private(set) var best: (value: Double, state: ConeState)
    private let objective: SlabObjective
    private let dimension: Int
    private var eta: [Double]
    private var r: [Double]
    /// Of many rows near the slab each `thinning`-th makes the matrix, eight or more for each coordinate.
    private var thinning: Int

    /// - Parameters:
    ///   - goal: the ascent ends once it is passed.
    init<Rows: RowTiles>(
        _ objective: SlabObjective, _ problem: DifferenceProblem<Rows>, _ reach: ConeReach, passes: Int, goal: Double?
    ) {
        let n = problem.movable.dimension
        self.objective = objective
        dimension = n
        eta = [Double](repeating: 0, count: n)
        var random = SplitMix64(seed: 21)
        r = ConeState.unit((0..<n).map { _ in random.symmetric() }) ?? eta
        thinning = max(1, problem.movable.count / (8 * n))
        best = (-.infinity, ConeState(across: eta, delta: (0, 0), r: r))
        let longest = Double.tan(min(ConeState.largestAngle(min(problem.perturbation, 1)), 1.5))
        // The matrix of the least squares should not outgrow the rows.
        guard n > 1, longest > 0, n <= max(problem.movable.count + 1, 1024) else { return }
        let narrow = 0.7 * objective.radius
        let wide = max(reach.isWhole ? longest : reach.spread, narrow)
        for pass in 0..<passes {
            let share = passes > 1 ? Double(pass) / Double(passes - 1) : 1
            step(problem, width: wide * Double.pow(narrow / wide, share), longest: longest)
            if let goal, best.value > goal * (1 + 1e-9) { return }
        }
    }

    /// One pass over the rows: the value where it is, and the move.
    private mutating func step<Rows: RowTiles>(_ problem: DifferenceProblem<Rows>, width: Double, longest: Double) {
        let n = dimension
        let length = ordered_norm(Int32(n), eta)
        let across = length > 0 ? eta.map { $0 / length } : eta
        let state = ConeState(across: across, delta: ConeState.delta(angle: Double.atan(length), perturbation: problem.perturbation), r: r)
        let (pair, rest) = state.split()
        var sums = SlabSums(dimension: n, thinning: thinning)
        let axes = across + rest
        var products = [Double](repeating: 0, count: ResidentRows.tileRows * 2)
        let reach = objective.radius * Double.hypot(1, length)
        problem.movable.forEachBlock { block in
            ConePass.product(block, axes, into: &products)
            for s in 0..<block.count {
                let (g, along) = (block.rows[s * n], products[2 * s])
                let h = g + length * along
                let y = objective.counts ? 1 : block.signs[s] * (pair.r.0 * g + pair.r.1 * along + pair.r.2 * products[2 * s + 1])
                if FlipGeometry.canFlip(h, radius: reach) {
                    let e: Double = objective.counts || h <= 0 ? 1 : -1
                    if e * y > 0 { sums.flip(block, s, value: e * y, factor: e * block.signs[s]) }
                }
                let middle = objective.counts ? 0 : y > 0 ? -0.5 * reach : 0.5 * reach
                let distance = (h - middle) / width
                if abs(distance) < 4 { sums.near(block, s, weight: abs(y) * Double.exp(-0.5 * distance * distance), offset: middle - h) }
            }
            sums.end(block)
        }
        if sums.value > best.value { best = (sums.value, state) }
        thinning = max(1, sums.count / (8 * n))
        if let next = ConeState.unit(sums.direction) { r = next }
        let move = sums.leastSquares()
        ordered_add(Int32(n), 1, move, &eta)
        eta[0] = 0
        let size = ordered_norm(Int32(n), eta)
        if size > longest { ordered_scale(Int32(n), longest / size, &eta) }
    }
}

/// The sums of one pass: value, next r, and the normal equations of the move.
private struct SlabSums {
    let dimension: Int
    let thinning: Int
    var value = 0.0
    var direction: [Double]
    /// How many rows are near.
    var count = 0
    private var matrix: [Double]
    private var right: [Double]
    private var kept = 0
    /// What each row of the block adds to the right-hand side.
    private var pulls = [Double](repeating: 0, count: ResidentRows.tileRows)
    private var scaled: [Double]

    init(dimension n: Int, thinning: Int) {
        (dimension, self.thinning) = (n, thinning)
        direction = [Double](repeating: 0, count: n)
        right = direction
        matrix = [Double](repeating: 0, count: n * n)
        scaled = [Double](repeating: 0, count: ResidentRows.tileRows * n)
    }

    mutating func flip(_ block: RowTile, _ s: Int, value: Double, factor: Double) {
        self.value += value
        guard let start = block.rows.baseAddress else { return }
        ordered_add(Int32(dimension), factor, start + s * dimension, &direction)
    }

    mutating func near(_ block: RowTile, _ s: Int, weight: Double, offset: Double) {
        guard let start = block.rows.baseAddress else { return }
        pulls[s] = weight * offset
        if count % thinning == 0 {
            let root = Double.sqrt(weight * Double(thinning))
            for i in 0..<dimension { scaled[kept * dimension + i] = root * start[s * dimension + i] }
            kept += 1
        }
        count += 1
    }

    mutating func end(_ block: RowTile) {
        let n = Int32(dimension)
        if let start = block.rows.baseAddress { ordered_multiply_transposed(Int32(block.count), n, 1, start, n, pulls, 1, &right) }
        for s in 0..<block.count { pulls[s] = 0 }
        guard kept > 0 else { return }
        ordered_gram(true, n, Int32(kept), 1, scaled, n, 1, &matrix, n)
        kept = 0
    }

    /// The solution orthogonal to x, by conjugate gradients from 0: where the matrix is singular, of the parts it knows.
    func leastSquares(steps: Int = 60) -> [Double] {
        let n = Int32(dimension)
        var solution = [Double](repeating: 0, count: dimension)
        var residual = right
        residual[0] = 0
        var search = residual
        var image = residual
        var square = ordered_dot(n, residual, residual)
        let goal = square * 1e-20
        for _ in 0..<steps where square > goal {
            ordered_multiply_symmetric(n, 1, matrix, n, search, 0, &image)
            image[0] = 0
            let curvature = ordered_dot(n, search, image)
            guard curvature > 0 else { break }
            ordered_add(n, square / curvature, search, &solution)
            ordered_add(n, -square / curvature, image, &residual)
            let next = ordered_dot(n, residual, residual)
            ordered_scale(n, next / square, &search)
            ordered_add(n, 1, residual, &search)
            square = next
        }
        return solution
    }
}
