# SPDX-License-Identifier: GPL-3.0-or-later
# Faults in the draws. What notices: the laws in closed form, and the other sampler, by tests of goodness of fit (Tests/SamplerTests).

R = "Sources/Sampler/Reduced/"
D = "Sources/Sampler/Dense/"
REDUCED = "SamplerTests.ReducedTests|SamplerTests.FlipLawTests"

FAULTS = [
    (R + "GaussianRows.swift", "stream.chi(degrees: Double([[dimension - index]]))", "dimension - index + 1",
     "a triangular row's last coordinate: one degree of freedom more", REDUCED),
    (R + "ReducedGradient.swift", "stream.binomial(width - count, [[0.5]])", "0.6", "steady neurons are on in 60 percent", REDUCED),
    (R + "ReducedGradient.swift", ".squareRoot() * stream.chi(degrees: Double([[dimension - 1]]))", "dimension",
     "the steady sum across x: d degrees for d - 1", REDUCED),
    (R + "ReducedGradient.swift", "stream.chi(degrees: Double(Swift.max(0, [[dimension - 2]])))", "dimension - 1",
     "the transversal length: d - 1 degrees for d - 2", "SamplerTests|GradientNormBracketTests|QuantitiesTests"),
    (R + "ReducedGradient.swift", "for s in $0.indices { $0[s] = stream.normal(within: [[radius]]) }", "radius / 2",
     "flippable neurons drawn within V/2", REDUCED),
    (R + "ReducedDifference.swift", "rest = stream.chiSquare(degrees: Double([[dimension - 1]]))", "dimension",
     "a row's part across x: d degrees for d - 1", REDUCED),
    (R + "ReducedDirectional.swift", "min(1, stripProbability + [[lc_wedge_probability(radius, abs(angle))]])", "0",
     "neurons in the wedge are not drawn", REDUCED),
    (R + "ReducedDirectional.swift", "if holders == 1 || [[stream.uniform() * Double(holders) < 1]] {", "true",
     "points of two sets are kept twice as often", REDUCED),
    (R + "ReducedInitialization.swift", "flipProbability(radius: Double) -> Double { Double.erf([[radius / Double.sqrt(2)]]) }", "radius",
     "P(|g| <= V) = erf V", REDUCED),
    (R + "ReducedFlipCounts.swift", "rest = stream.chiSquare(degrees: Double([[dimension - 1]]))", "dimension + 1",
     "a row's part across x in the count of flips: d + 1 degrees", REDUCED),
    (D + "DenseProblems.swift", "accumulate(row, times: [[tile.signs[k]]], into", "1", "the steady sum without the signs a_s",
     "SamplerTests.DenseTests"),
    (D + "DenseFlipCounts.swift", "return count { FlipGeometry.canFlip([[pair.second($0[0], dimension > 1 ? $0[1] : 0)]], radius",
     "$0[0]", "flips at x for flips at x + delta", "SamplerTests.DenseTests"),
    (D + "BallPoint.swift", "case .minimizeFunction: shifted(g, by: [[-sign * radius]])", "sign * radius", "the least f is the largest",
     "BallPointTests"),
    ("Sources/Sampler/Streams/RandomStream+Laws.swift", "Double.pow(uniform(), 1 / [[Double(out.count)]])", "1",
     "uniform radii in the ball", "BallPointTests|SamplerTests.LawTests"),
]
