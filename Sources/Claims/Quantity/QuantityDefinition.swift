// SPDX-License-Identifier: GPL-3.0-or-later

/// A quantity at one W, from the network's definition alone: a sum over neurons, then a length or an absolute value.
///
/// `replay` checks a witness with this and nothing else. A conforming type imports no oracle, no bracket and no search.
/// With x = e_0 and y = x + delta, 1_s(z) = 1[<w_s, z> > 0].
public protocol QuantityDefinition: Sendable {
    /// How many numbers the term of one neuron has, in d dimensions.
    func size(dimension: Int) -> Int

    /// Whether a neuron that stays at w_{s,0} has a term: if not, only the moved ones need be looked at.
    var countsUnmoved: Bool { get }

    /// Whether the quantity is of the m neurons or of one.
    var scope: NeuronScope { get }

    /// Whether W is chosen at all: a quantity of W0 alone moves none.
    var movesNeurons: Bool { get }

    /// Which vectors a witness has besides W.
    var vectors: WitnessVectors { get }

    /// Adds `factor` times the term of a neuron to `sum`.
    func add(_ factor: Double, _ neuron: NeuronView, to sum: inout [Double])

    /// The quantity from the sum of all terms, m being the width.
    func value(_ sum: [Double], width: Int) -> Double
}

/// The neurons that a quantity looks at.
public enum NeuronScope: Sendable, Hashable {
    case all
    /// The first one, whatever m.
    case one

    /// How many neurons these are of a network of width `width`.
    public func count(width: Int) -> Int {
        switch self {
        case .all: width
        case .one: 1
        }
    }
}

/// The vectors that a witness may have besides W.
public struct WitnessVectors: OptionSet, Sendable, Hashable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// One delta for all neurons.
    public static let delta = WitnessVectors(rawValue: 1)
    /// A delta of each moved neuron's own.
    public static let ownDelta = WitnessVectors(rawValue: 2)
    /// A delta' beside delta.
    public static let nearbyDelta = WitnessVectors(rawValue: 4)
    /// A unit vector r.
    public static let direction = WitnessVectors(rawValue: 8)
}

/// One neuron as a definition sees it.
public struct NeuronView {
    /// The d weights of a neuron, lent for the length of a call.
    public typealias Row = UnsafeBufferPointer<Double>

    /// w_s, d numbers.
    public let row: Row
    /// w_{s,0}, d numbers.
    public let initial: Row
    /// a_s.
    public let sign: Double
    /// x + delta, d numbers; the neuron's own delta where it has one.
    public let shifted: [Double]
    /// x + delta', d numbers.
    public let nearby: [Double]
    /// r, d numbers.
    public let direction: [Double]

    public init(row: Row, initial: Row, sign: Double, shifted: [Double], nearby: [Double], direction: [Double]) {
        self.row = row
        self.initial = initial
        self.sign = sign
        self.shifted = shifted
        self.nearby = nearby
        self.direction = direction
    }

    /// 1_s(x), at W and at W0.
    public var isOn: Bool { row[0] > 0 }
    public var wasOn: Bool { initial[0] > 0 }

    /// 1[<w, input> > 0].
    public static func isOn(_ row: Row, at input: [Double]) -> Bool { product(row, input) > 0 }

    /// <w, vector>, for as many coordinates as `vector` has.
    public static func product(_ row: Row, _ vector: [Double]) -> Double {
        var sum = 0.0
        for i in vector.indices { sum += row[i] * vector[i] }
        return sum
    }

    /// sum += factor row.
    public static func accumulate(_ row: Row, _ factor: Double, _ sum: inout [Double]) {
        for i in sum.indices { sum[i] += factor * row[i] }
    }
}

/// The two helpers that every reader of vectors here needs.
public enum WitnessGeometry {
    /// x + delta, x = e_0.
    public static func input(_ delta: [Double]) -> [Double] {
        var input = delta
        input[0] += 1
        return input
    }

    /// The Euclidean norm.
    public static func norm(_ vector: some Sequence<Double>) -> Double { vector.reduce(0) { $0 + $1 * $1 }.squareRoot() }
}
