// SPDX-License-Identifier: GPL-3.0-or-later

public import LazyBall

/// What Section 5.1 measures of a network: its test error, and at each test image the least step along the gradient that flips its sign.
public struct LazyMeasurement: Sendable {
    /// Test images with y f(x) <= 0, of all.
    public let errors: Int
    /// ||delta||/||x|| of the images measured, delta the least flipping step times the gradient; infinite where no step flips.
    public let relative: [Double]
    /// ||grad f(x)||, the gradient in x alone.
    public let gradient: [Double]
    /// eta, with delta = eta grad f(x); infinite where no step flips.
    public let step: [Double]

    /// - Parameters:
    ///   - network: of `test.width` columns.
    ///   - test: all test images, for the error.
    ///   - measured: those at which steps are measured.
    public init(_ network: Network, test: Samples, measured: Samples) {
        errors = zip(network.values(on: test), test.labels).count { $0 * $1 <= 0 }
        let steps = FlippingStep.atEach(measured.rows, of: network, inputs: measured.inputs)
        relative = steps.indices.map { steps[$0].distance / measured.norm($0) }
        gradient = steps.map(\.gradientNorm)
        step = steps.map { $0.step / $0.gradientNorm / $0.gradientNorm }
    }
}

extension Network {
    /// f at each sample, in blocks that keep memory small.
    func values(on samples: Samples) -> [Double] {
        var values: [Double] = []
        for start in stride(from: 0, to: samples.count, by: 96) {
            let end = min(samples.count, start + 96)
            values += self.values(onRows: Array(samples.rows[start * samples.width..<end * samples.width]), count: end - start)
        }
        return values
    }
}
