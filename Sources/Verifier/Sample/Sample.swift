// SPDX-License-Identifier: GPL-3.0-or-later

public import Bounds
internal import LazyBall
internal import RealModule
public import Sampler

/// A quantity's raw values, a trial at a time: what `lemmacheck sample` prints.
public struct Sample: Sendable {
    public let quantity: SampleQuantity
    private let draws: Draws
    private let parameters: Parameters
    private let pair: DirectionPair

    /// - Parameters:
    ///   - direction: the first coordinates of r, x being (1, 0, ...); e_2 if empty. Scaled to length 1.
    ///   - delta: the first coordinates of delta; R e_3 if empty.
    /// - Throws: ``ParameterError`` where R, r or delta cannot be.
    public init(
        quantity: SampleQuantity, parameters: Parameters, seed: UInt64, generator: Generator, sampler: SamplerKind,
        direction: [Double] = [], delta: [Double] = []
    ) throws(ParameterError) {
        LinearAlgebraLibrary.useOneThread()
        self.quantity = quantity
        self.parameters = parameters
        if quantity == .perturbedFlippedNeurons { try BoundedClaim.perturbedFlippedNeurons.check(parameters) }
        var options = RunOptions()
        (options.seed, options.generator, options.sampler) = (seed, generator, sampler)
        let standard = DirectionPair.standard(dimension: parameters.d, perturbation: parameters.radius)
        pair = direction.isEmpty && delta.isEmpty
            ? standard : try Self.pair(direction: direction, delta: delta, parameters: parameters)
        let cell = "d=\(parameters.d) m=\(parameters.m) c0=\(parameters.c0) radius=\(parameters.radius)"
        draws = Draws(options, claim: quantity.rawValue, cell: cell, dimension: parameters.d, width: parameters.m)
    }

    /// The values of a trial, one for each of the quantity's columns.
    public func values(_ trial: UInt64) throws -> [Double] {
        let (v, radius) = (parameters.ballRadius, parameters.radius)
        switch quantity {
        case .flippedNeurons:
            return [Double(try draws.flippedNeurons(trial, radius: v))]
        case .perturbedFlippedNeurons:
            return [Double(try draws.perturbedFlippedNeurons(trial, radius: v, perturbation: radius))]
        case .functionValue:
            let range = FunctionRange(try draws.functionProblem(trial, radius: v))
            return [range.absoluteSupremum, range.atInitialization.magnitude]
        case .gradientNorm:
            let bracket = GradientNormBracket(try draws.gradientProblem(trial, radius: v), dimension: parameters.d)
            return [bracket.attained, bracket.certified, bracket.atInitialization]
        case .directionalDifference:
            return [DirectionalSupremum(try draws.directionalProblem(trial, radius: v, pair: pair)).value]
        case .gradientDifference:
            let bracket = GradientDifferenceBracket(try draws.differenceProblem(trial, radius: v, perturbation: radius))
            return [bracket.attained, bracket.certified]
        }
    }

    /// Gram-Schmidt on (x, delta, r): the pair in the basis that it makes.
    private static func pair(direction: [Double], delta: [Double], parameters: Parameters) throws(ParameterError) -> DirectionPair {
        func padded(_ name: String, _ given: [Double], _ standard: [Double]) throws(ParameterError) -> [Double] {
            let vector = given.isEmpty ? standard : given
            guard vector.count <= parameters.d, vector.allSatisfy(\.isFinite) else {
                throw ParameterError(
                    parameter: name, value: "\(vector)", allowed: "at most d = \(parameters.d) finite coordinates")
            }
            return vector + Array(repeating: 0, count: Swift.max(direction.count, delta.count, 3) - vector.count)
        }
        func dot(_ a: some Sequence<Double>, _ b: some Sequence<Double>) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
        let r = try padded("direction", direction, parameters.d > 1 ? [0, 1] : [1])
        let shift = try padded("delta", delta, parameters.d > 2 ? [0, 0, parameters.radius] : [parameters.radius])
        let length = dot(r, r).squareRoot()
        guard length > 0 else { throw ParameterError(parameter: "direction", value: "\(direction)", allowed: "a vector other than 0") }
        guard dot(shift, shift).squareRoot() <= parameters.radius * (1 + 1e-12) else {
            throw ParameterError(parameter: "delta", value: "\(delta)", allowed: "a vector of length at most R = \(parameters.radius)")
        }
        let unit = r.map { $0 / length }
        let across = Array(shift.dropFirst())
        let acrossLength = dot(across, across).squareRoot()
        let rest = Array(unit.dropFirst())
        let along = acrossLength > 0 ? dot(rest, across) / acrossLength : dot(rest, rest).squareRoot()
        let third = acrossLength > 0 ? Double.sqrt(Swift.max(0, dot(rest, rest) - along * along)) : 0
        return DirectionPair(delta: (shift[0], acrossLength), r: (unit[0], along, third))
    }
}
