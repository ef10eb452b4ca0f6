# SPDX-License-Identifier: GPL-3.0-or-later
# Faults in the exact laws. What notices: SciPy's and mpmath's values (Tests/LawsTests/Resources/reference.py), known special cases.

L = "Sources/Laws/"
LAWS = "LawsTests"

FAULTS = [
    (L + "NormalLaws.swift", "strip(_ t: Ball) -> Ball { .erf(t / [[.sqrt(.integer(2))]]) }", ".integer(2)",
     "P(|z| <= t) = erf(t/2)", LAWS),
    (L + "NormalLaws.swift", "return .integer(1) - .exp(.integer([[m]]) * .log(none))", "m - 1", "any of m: with m - 1", LAWS),
    (L + "NormalLaws.swift", "expected - expected * expected / .integer([[2]]), expected)", "1000000",
     "any of m, far out: the enclosure's lower end too high", LAWS),
    (L + "CertifiedBinomialTail.swift", "between([[.floor(b) + .integer(1)]], m, p, q)", ".floor(b)", "P(S > b) = P(S >= floor b)", LAWS),
    (L + "CertifiedBinomialTail.swift", "between([[.ceil(b)]], m, p, q)", ".floor(b) + .integer(1)", "P(S >= b) = P(S > b)", LAWS),
    (L + "CertifiedBinomialTail.swift", ".integer([[m - k + 1]]) * .log(q)", "m - k", "the binomial tail's leading factor q^{m-k}", LAWS),
    (L + "ChiSquareTail.swift", "return rest == 1 ? [[sum + .erfc(.sqrt(y))]] : sum", "sum", "chi^2 above, odd d: without erfc", LAWS),
    (L + "ChiSquareTail.swift", ".integer([[d + 2 * n + 2]])", "d + 2 * n", "chi^2 below: the ratio x/(d + 2n)", LAWS),
    (L + "ConeLaw.swift", "k = [[d - 1]]\n", "d", "the cone's chi law of d degrees", LAWS),
    (L + "ConeLaw.swift", "return .hull(-error, [[error]])", "-error", "the trapezoid's error is one-sided and negative", LAWS),
    (L + "ConeLaw.swift", "let scale = .sqrt(.integer(2)) * [[.sqrt(.integer(1) - sine * sine)]]", ".integer(1)",
     "the cone without 1/cos", LAWS),
    (L + "ScaledChiSquare.swift", "mass * .ratio([[m - n + 1]], n)", "m - n + 2", "binomial masses by (m - n + 2)/n", LAWS),
    (L + "ScaledChiSquare.swift", "ChiSquareTail.lower(k, [[x * .ratio(m, n)]])", "x", "the sum of n squares is not scaled by m/n", LAWS),
    (L + "ScaledChiSquare.swift", "sum + mass(m, edge, next) * [[.hull(level, nextLevel)]]", "level",
     "a block's mass at the level of its first edge alone", LAWS),
    (L + "BinomialNormalMixture.swift", "return series - [[.hull(.integer(0), alias)]]", ".integer(0)",
     "the mixture's series without its alias", LAWS),
    (L + "BinomialNormalMixture.swift", "let u = [[power * .cos(angle) - atom]]", "power * .cos(angle)",
     "the mixture with its atom at 0", LAWS),
    (L + "WedgeMoments.swift", ".ratio([[j - 1]], j) * value", "j", "a wedge's moment: j/j for (j - 1)/j", LAWS),
    (L + "WedgeMoments.swift", "[[(phi + .sin(phi)) / .pi]]", "(phi - .sin(phi)) / .pi", "a wedge's largest second moment: phi - sin phi",
     "LawsTests|LawReferenceTests"),
    (L + "WedgeChernoff.swift", "s * .sqrt(.pi / .integer([[2]])) * .exp", "8", "Chernoff's excess moment halved: no upper bound", LAWS),
    (L + "FlipProbability.swift", "d == 1 || v.isZero ? NormalLaws.strip(v) : [[ConeLaw.probability(dimension: d, distance: v, sine: sine, "
     "precision: precision)]]", "NormalLaws.strip(v)", "a perturbed neuron flips as often as an unperturbed one", "FlipLawTests|LawsTests"),
    (L + "Enclosure.swift", "upper = [[ball.upper]]", "ball.midpoint", "an enclosure ends at its middle", LAWS),
]
