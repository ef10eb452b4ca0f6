// SPDX-License-Identifier: GPL-3.0-or-later

/// Four neurons at a time: a sum in one chain would wait for each addition.
typealias NeuronLanes = SIMD4<Double>

extension NeuronLanes {
    /// The numbers from `p[s]` on.
    @inline(__always)
    init(_ p: UnsafePointer<Double>, _ s: Int) { self = UnsafeRawPointer(p + s).loadUnaligned(as: Self.self) }

    /// Into the places from `p[s]` on.
    @inline(__always)
    func store(_ p: UnsafeMutablePointer<Double>, _ s: Int) { UnsafeMutableRawPointer(p + s).storeBytes(of: self, as: Self.self) }
}
