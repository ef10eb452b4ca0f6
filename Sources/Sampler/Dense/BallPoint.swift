// SPDX-License-Identifier: GPL-3.0-or-later

public import LazyBall

/// A choice of W with ||w_s - w_{s,0}|| <= V for every neuron s, made neuron by neuron.
public enum BallPoint: String, CaseIterable, Sendable {
    /// W0 itself.
    case initialization
    /// Each w_s uniform in its ball.
    case uniformInBall = "uniform-in-ball"
    /// Each w_s uniform on its ball's surface.
    case uniformOnSphere = "uniform-on-sphere"
    /// Every neuron that can flip at x does, the others stay: Lemma B.4. An active one ends at <w_s, x> = 0, where relu' is 0.
    case flipAll = "flip-all"
    /// The maximizer of f(x; a, W): each neuron moves by a_s V along x. Lemma B.5.
    case maximizeFunction = "maximize-function"
    /// The maximizer of -f(x; a, W): each neuron moves by -a_s V along x. Lemma B.5.
    case minimizeFunction = "minimize-function"
}

extension DenseInitialization {
    /// Calls `body` with each tile of W0 and the same tile of W, for W the given point of the ball of radius V >= 0.
    ///
    /// Every row's distance to that of W0, as computed in Double, is at most V but for the rounding of the norm itself. The
    /// random points come from lanes of their own and do not depend on the size of a tile.
    public func forEachTile(
        radius: Double, at point: BallPoint, _ body: (_ initialization: RowTile, _ weights: RowTile) throws -> Void
    ) rethrows {
        precondition(radius >= 0 && radius.isFinite)
        let rows = UnsafeMutableBufferPointer<Double>.allocate(capacity: tileRows * dimension)
        defer { rows.deallocate() }
        let lane = point == .uniformInBall ? StreamLane.uniformInBall : StreamLane.uniformOnSphere
        var stream = RandomStream(key.with(lane: lane), generator: generator)
        try forEachTile { tile in
            for k in 0..<tile.count {
                let moved = UnsafeMutableBufferPointer(rebasing: rows[k * dimension..<(k + 1) * dimension])
                move(tile.row(k), sign: tile.signs[k], radius: radius, to: point, into: moved, &stream)
            }
            try body(
                tile,
                RowTile(
                    start: tile.start, count: tile.count, dimension: dimension,
                    rows: UnsafeBufferPointer(rebasing: rows[0..<tile.count * dimension]), signs: tile.signs))
        }
    }
}

private func move(
    _ row: UnsafeBufferPointer<Double>, sign: Double, radius: Double, to point: BallPoint,
    into moved: UnsafeMutableBufferPointer<Double>, _ stream: inout RandomStream
) {
    switch point {
    case .uniformInBall, .uniformOnSphere:
        if point == .uniformInBall { stream.fillBall(moved) } else { stream.fillSphere(moved) }
        for j in moved.indices { moved[j] = row[j] + radius * moved[j] }
        pullIntoBall(moved, center: row, radius: radius)
    case .initialization, .flipAll, .maximizeFunction, .minimizeFunction:
        _ = moved.update(fromContentsOf: row)
        moved[0] = movedAlongX(row[0], sign: sign, radius: radius, to: point)
    }
}

/// The component along x after the move.
private func movedAlongX(_ g: Double, sign: Double, radius: Double, to point: BallPoint) -> Double {
    switch point {
    case .flipAll where FlipGeometry.canFlip(g, radius: radius): g > 0 ? 0 : shifted(g, by: radius)
    case .maximizeFunction: shifted(g, by: sign * radius)
    case .minimizeFunction: shifted(g, by: -sign * radius)
    default: g
    }
}

/// g + step, rounded towards g where the sum as rounded lies farther than |step|.
private func shifted(_ g: Double, by step: Double) -> Double {
    var result = g + step
    while abs(result - g) > abs(step) { result = step > 0 ? result.nextDown : result.nextUp }
    return result
}

/// Rounding can leave a point of the surface an ulp outside: the offset is then shortened until its computed norm is at
/// most V. Where V is below the spacing of the doubles of a row there may be no such point but the centre.
private func pullIntoBall(_ point: UnsafeMutableBufferPointer<Double>, center: UnsafeBufferPointer<Double>, radius: Double) {
    var shrink = 1 - Double.ulpOfOne
    for _ in 0..<8 {
        var square = 0.0
        for j in point.indices {
            let offset = point[j] - center[j]
            square += offset * offset
        }
        let distance = square.squareRoot()
        if distance <= radius { return }
        let scale = radius / distance * shrink
        for j in point.indices { point[j] = center[j] + scale * (point[j] - center[j]) }
        shrink -= (1 - shrink) * 3
    }
    _ = point.update(fromContentsOf: center)
}
