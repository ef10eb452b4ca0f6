// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import LazyBall
internal import RealModule
internal import Support

extension DirectionalDifference {
    /// Gram-Schmidt on (x, delta, r): the pair in the basis that it makes, of at most d vectors.
    ///
    /// - Throws: ``ParameterError`` where r or delta has more than d coordinates or one that is not finite, r is 0 or too long to be
    ///   squared, or delta is longer than R.
    func pair(at parameters: Parameters) throws(ParameterError) -> DirectionPair {
        if direction.isEmpty && delta.isEmpty { return .standard(dimension: parameters.d, perturbation: parameters.radius) }
        func text(_ vector: [Double]) -> String { vector.map(\.plainText).joined(separator: ",") }
        func padded(_ name: String, _ given: [Double], _ standard: [Double]) throws(ParameterError) -> [Double] {
            let vector = given.isEmpty ? standard : given
            guard vector.count <= parameters.d, vector.allSatisfy(\.isFinite) else {
                throw ParameterError(
                    parameter: name, value: text(vector), allowed: "at most d = \(parameters.d) finite coordinates")
            }
            return vector + Array(repeating: 0, count: Swift.max(direction.count, delta.count, 3) - vector.count)
        }
        func dot(_ a: some Sequence<Double>, _ b: some Sequence<Double>) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
        let r = try padded("direction", direction, parameters.d > 1 ? [0, 1] : [1])
        let shift = try padded("delta", delta, parameters.d > 2 ? [0, 0, parameters.radius] : [parameters.radius])
        let length = dot(r, r).squareRoot()
        guard length > 0 else { throw ParameterError(parameter: "direction", value: text(direction), allowed: "a vector other than 0") }
        guard dot(shift, shift).squareRoot() <= parameters.radius * (1 + 1e-12) else {
            throw ParameterError(
                parameter: "delta", value: text(delta), allowed: "a vector of length at most R = \(parameters.radius.plainText)")
        }
        guard length.isFinite else {
            throw ParameterError(parameter: "direction", value: text(direction), allowed: "a vector whose length is a finite number")
        }
        let unit = r.map { $0 / length }
        let across = Array(shift.dropFirst())
        let acrossLength = dot(across, across).squareRoot()
        let rest = Array(unit.dropFirst())
        let along = acrossLength > 0 ? dot(rest, across) / acrossLength : dot(rest, rest).squareRoot()
        // In the plane r has no third coordinate; what rounding would leave of one is not there.
        let third = acrossLength > 0 && parameters.d > 2 ? Double.sqrt(Swift.max(0, dot(rest, rest) - along * along)) : 0
        return DirectionPair(delta: (shift[0], acrossLength), r: (unit[0], along, third))
    }
}

extension DirectionPair {
    /// r = e_2 and delta = R e_3 with x = e_1: orthogonal to each other and to x. In two dimensions delta = R e_2 = R r; in one,
    /// where all are parallel, r = x and delta = R x.
    static func standard(dimension: Int, perturbation: Double) -> DirectionPair {
        switch dimension {
        case 1: DirectionPair(delta: (perturbation, 0), r: (1, 0, 0))
        case 2: DirectionPair(delta: (0, perturbation), r: (0, 1, 0))
        default: DirectionPair(delta: (0, perturbation), r: (0, 0, 1))
        }
    }
}
