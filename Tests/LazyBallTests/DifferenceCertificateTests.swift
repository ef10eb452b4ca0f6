// SPDX-License-Identifier: GPL-3.0-or-later

import LazyBall
import RealModule
import Testing

/// The certificates over delta against NumPy: eigenvalues by its dense solver, the scale c by a grid of 200001 values.
///
/// w_{s,i} = sqrt(2) sin(1.3 s + 0.7 s i + i^2 + 0.5), a_s = -1 where 3 divides s, else 1; s and i from 0.
struct DifferenceCertificateTests {
    struct Reference: Sendable {
        let width, dimension: Int
        let radius, perturbation: Double
        let movable: Int
        let difference, flippedSum, flipCount: Double
    }

    static let references = [
        Reference(
            width: 200, dimension: 4, radius: 0.05, perturbation: 0.3, movable: 56, difference: 2.5931904702541138,
            flippedSum: 3.389932749324074, flipCount: 38.331869571073064),
        Reference(
            width: 90, dimension: 7, radius: 0.2, perturbation: 0.15, movable: 27, difference: 2.860638529635908,
            flippedSum: 2.8576241869055914, flipCount: 18.960884469755356),
        Reference(
            width: 300, dimension: 3, radius: 0, perturbation: 0.2, movable: 38, difference: 1.4935609064072246,
            flippedSum: 0, flipCount: 0),
    ]

    @Test(arguments: references)
    func agreesWithNumPy(reference: Reference) {
        let (m, d) = (reference.width, reference.dimension)
        var rows: [Double] = []
        for s in 0..<m {
            for i in 0..<d { rows.append(Double.sqrt(2) * Double.sin(1.3 * Double(s) + 0.7 * Double(s * i) + Double(i * i) + 0.5)) }
        }
        let network = Network(dimension: d, rows: rows, signs: (0..<m).map { $0 % 3 == 0 ? -1 : 1 })
        let p = DifferenceInstance(network, radius: reference.radius, perturbation: reference.perturbation).problem
        #expect(p.movable.count == reference.movable)
        // Operator norms are bounded a little from above.
        for (limit, value) in [
            (GradientDifferenceBracket(p).limit, reference.difference), (PerturbedFlippedSum(p).limit, reference.flippedSum),
        ] {
            #expect(value * (1 - 1e-8) <= limit && limit <= value * 1.005, "\(limit), NumPy \(value)")
        }
        let count = PerturbedFlipCount(p).limit
        #expect(count >= Int(reference.flipCount) && Double(count) <= reference.flipCount * 1.005)
    }
}
