// SPDX-License-Identifier: GPL-3.0-or-later

/// The lanes of a trial's streams (``StreamKey/lane``): which of them feeds what. Changing a number changes recorded results.
enum StreamLane {
    static let weights: UInt8 = 0
    static let signs: UInt8 = 1
    static let uniformInBall: UInt8 = 2
    static let uniformOnSphere: UInt8 = 3
    static let reducedFlips: UInt8 = 8
    static let reducedPerturbedFlips: UInt8 = 9
    static let reducedFunction: UInt8 = 10
    static let reducedGradient: UInt8 = 11
    static let reducedDirectional: UInt8 = 12
    static let reducedDifference: UInt8 = 13
    static let reducedValues: UInt8 = 14
    static let reducedFunctionSigns: UInt8 = 15
}
