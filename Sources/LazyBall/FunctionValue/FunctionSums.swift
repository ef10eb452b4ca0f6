// SPDX-License-Identifier: GPL-3.0-or-later

/// The sums over neurons of which ``FunctionRange`` is made, taken in a stretch of neurons at a time: no draw need be in memory whole.
///
/// Eight running sums each, whatever the machine, so the digits are the same everywhere; they do not depend on the stretches either.
public struct FunctionSums: Sendable {
    typealias Lanes = SIMD8<Double>
    /// How many neurons a stretch has, but for the last: a multiple of it.
    public static let lanes = Lanes.scalarCount

    private let radius: Double
    /// How many neurons are in the sums.
    public private(set) var count = 0
    /// The sums of a relu(g + a V), a relu(g - a V), a relu(g) and relu(g + V).
    private(set) var high = Lanes.zero
    private(set) var low = Lanes.zero
    private(set) var middle = Lanes.zero
    private(set) var sizes = Lanes.zero

    /// - Precondition: `radius` = V >= 0.
    public init(radius: Double) {
        precondition(radius >= 0)
        self.radius = radius
    }

    /// Takes in the next neurons: g_s and a_s of each. Only the last call may bring a number that is no multiple of ``lanes``.
    public mutating func add(preactivations: UnsafeBufferPointer<Double>, signs: UnsafeBufferPointer<Double>) {
        precondition(preactivations.count == signs.count && count % Self.lanes == 0, "a stretch that is not the last fills the lanes")
        let (g, a) = (UnsafeRawBufferPointer(preactivations), UnsafeRawBufferPointer(signs))
        let whole = signs.count - signs.count % Self.lanes
        let spread = Lanes(repeating: radius)
        let stride = MemoryLayout<Double>.stride
        var (high, low, middle, sizes) = (self.high, self.low, self.middle, self.sizes)
        for s in Swift.stride(from: 0, to: whole, by: Self.lanes) {
            let g = g.loadUnaligned(fromByteOffset: s * stride, as: Lanes.self)
            let a = a.loadUnaligned(fromByteOffset: s * stride, as: Lanes.self)
            let move = a * spread
            high += a * Self.relu(g + move)
            low += a * Self.relu(g - move)
            middle += a * Self.relu(g)
            sizes += Self.relu(g + spread)
        }
        // What is left over goes to the first lanes.
        for s in whole..<signs.count {
            let (g, a, lane) = (preactivations[s], signs[s], s - whole)
            high[lane] += a * max(0, g + a * radius)
            low[lane] += a * max(0, g - a * radius)
            middle[lane] += a * max(0, g)
            sizes[lane] += max(0, g + radius)
        }
        (self.high, self.low, self.middle, self.sizes) = (high, low, middle, sizes)
        count += signs.count
    }

    @inline(__always)
    private static func relu(_ v: Lanes) -> Lanes { v.replacing(with: Lanes.zero, where: v .< Lanes.zero) }
}
