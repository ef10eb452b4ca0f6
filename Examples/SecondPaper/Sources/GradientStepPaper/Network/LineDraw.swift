// SPDX-License-Identifier: GPL-3.0-or-later

import Claims
import Sampler

/// What the network does on the line x - t s grad f(x), s = sign f(x): there f = (1/sqrt m) sum_l a_l psi(g_l - t s p_l), with g = W x and
/// p = W grad f(x). So the whole line needs 3 m numbers, whatever d is.
struct LineDraw {
    private(set) var signs: [Double] = []
    private(set) var preactivations: [Double] = []
    /// p.
    private(set) var along: [Double] = []
    /// ||grad f(x)||.
    private(set) var gradientNorm = 0.0

    /// The draw of a trial, dense or by ``init(reduced:trial:)``.
    init(_ draws: Draws, trial: UInt64) throws {
        switch draws.sampler {
        case .dense: self.init(try draws.dense(trial))
        case .reduced: self.init(reduced: draws, trial: trial)
        }
    }

    /// All of W, in two passes: rows r_l ~ N(0, I_d), w_l = r_l/sqrt d, x = sqrt d e_0.
    private init(_ dense: DenseInitialization) {
        let d = dense.dimension, m = dense.width
        var sum = [Double](repeating: 0, count: d)
        dense.forEachTile { tile in
            for k in 0..<tile.count {
                let row = tile.rows[k * d..<(k + 1) * d], g = row[k * d]
                signs.append(tile.signs[k])
                preactivations.append(g)
                let factor = tile.signs[k] * ErfActivation.slope(g)
                for (i, weight) in row.enumerated() { sum[i] += factor * weight }
            }
        }
        let gradient = sum.map { $0 / (Double(d) * Double(m)).squareRoot() }
        gradientNorm = gradient.reduce(0) { $0 + $1 * $1 }.squareRoot()
        dense.forEachTile { tile in
            for k in 0..<tile.count {
                let product = zip(tile.rows[k * d..<(k + 1) * d], gradient).reduce(0) { $0 + $1.0 * $1.1 }
                along.append(product / Double(d).squareRoot())
            }
        }
    }

    /// The same law in 2 m normals, m signs and one chi-square.
    ///
    /// With c_l = a_l psi'(g_l): given g and a, the part of grad f orthogonal to x is ||c|| z/sqrt(d m), z ~ N(0, I_{d-1}); given z as
    /// well, the parts of the rows r_l along z are (c_l/||c||) ||z|| + ((I - c c^T/||c||^2) xi)_l, xi ~ N(0, I_m).
    private init(reduced draws: Draws, trial: UInt64) {
        let d = Double(draws.dimension), m = Double(draws.width)
        var stream = RandomStream(draws.key(trial).with(lane: 40), generator: draws.generator)
        func numbers(_ fill: (UnsafeMutableBufferPointer<Double>) -> Void) -> [Double] {
            [Double](unsafeUninitializedCapacity: draws.width) { buffer, count in
                let whole = UnsafeMutableBufferPointer(rebasing: buffer[0..<draws.width])
                whole.initialize(repeating: 0)
                fill(whole)
                count = draws.width
            }
        }
        signs = numbers { stream.fillSigns($0) }
        preactivations = numbers { stream.fillNormals($0) }
        let xi = numbers { stream.fillNormals($0) }
        let square = stream.chiSquare(degrees: d - 1)
        let c = zip(signs, preactivations).map { $0 * ErfActivation.slope($1) }
        let cc = dot(c, c), shift = dot(c, xi) / cc, alongX = dot(c, preactivations) / (m * d).squareRoot()
        let spread = (square * cc).squareRoot()
        along = preactivations.indices.map { l in
            preactivations[l] / d.squareRoot() * alongX + (c[l] * square + spread * (xi[l] - c[l] * shift)) / (d * m.squareRoot())
        }
        gradientNorm = (alongX * alongX + cc * square / (d * m)).squareRoot()
    }

    /// f(x).
    var value: Double { self.value(at: 0) }

    /// f on the line, t into the direction in which |f| falls at first.
    private func value(at t: Double) -> Double {
        var sum = 0.0
        for l in signs.indices { sum += signs[l] * ErfActivation.value(preactivations[l] - t * along[l]) }
        return sum / Double(signs.count).squareRoot()
    }

    /// The draw with s = +1: where f(x) < 0 all signs are turned round, which turns grad f and p as well.
    var withPositiveValue: LineDraw {
        guard value < 0 else { return self }
        var turned = self
        turned.signs = signs.map(-)
        turned.along = along.map(-)
        return turned
    }

    /// h(t) = f(x - t grad f(x)) and h'(t).
    func valueAndSlope(at t: Double) -> (value: Double, slope: Double) {
        var value = 0.0, slope = 0.0
        for l in signs.indices {
            let u = preactivations[l] - t * along[l]
            value += signs[l] * ErfActivation.value(u)
            slope -= signs[l] * ErfActivation.slope(u) * along[l]
        }
        let root = Double(signs.count).squareRoot()
        return (value / root, slope / root)
    }

    /// A bound of |h''| on the whole line.
    var curvature: Double { ErfActivation.largestCurvature * dot(along, along) / Double(signs.count).squareRoot() }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
