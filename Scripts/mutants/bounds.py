# SPDX-License-Identifier: GPL-3.0-or-later
# Faults in the paper's right-hand sides. What notices: values from the paper's text alone, by mpmath
# (Tests/BoundsTests/Resources/bounds.py, Tests/LazyPaperTests/step_references.py).

B = "Sources/Bounds/"
REFERENCE = "BoundsTests.reference"
STEPS = "StepTests"

FAULTS = [
    (B + "LemmaB4.swift", '.init("sqrt(m log(1/gamma)/2)", .sqrt(p.m * p.logOverGamma(1) / [[.integer(2)]]))',
     ".integer(1)", "B.4/1: log(1/gamma) for log(1/gamma)/2", REFERENCE),
    (B + "LemmaB4.swift", "let growth = [[.integer(1) + p.radius]]", ".integer(1) - p.radius", "B.4/2: 1 - R for 1 + R", REFERENCE),
    (B + "LemmaB5.swift", '.init("2 log(2/gamma)/sqrt m", .integer([[2]]) * l', "4", "B.5/1: 4 log(2/gamma)/sqrt m", REFERENCE),
    (B + "LemmaB6.swift", ".sqrt(p.d) + .integer([[2]]) * .sqrt(p.d * .log(.integer(2) / p.epsilon))", "4",
     "B.6/2: 4 sqrt(d log(2/eps)) for 2 sqrt(...)", REFERENCE),
    (B + "LemmaB7.swift", "let norm: Scalar = p.d - .integer([[5]])", "4", "B.7/1: d - 4 sqrt(d log(8/gamma))", REFERENCE),
    (B + "LemmaB7.swift", "-(p.flippedShare([[4]]) * p.rowNorm(8))", "2", "B.7/1: log(2/gamma) in the share of flips", REFERENCE),
    (B + "LemmaB7.swift", 'Bound(.init("sqrt(d)/4", .sqrt(p.d) / .integer([[4]])))', "2", "B.7/2: sqrt(d)/2", REFERENCE),
    (B + "LemmaB7.swift", "p.flippedShare(2) * p.rowNorm([[4]])", "8", "B.7/f: log(8m/gamma) for log(4m/gamma)", REFERENCE),
    (B + "LemmaB8.swift", ".fourthRoot(.integer([[4]]) * p.radius", "2", "B.8/2: (2 R sqrt(log d))^{1/4}", REFERENCE),
    (B + "LemmaB8.swift", ".integer([[5]]) * (p.c0 + .sqrt(l)) * (.sqrt(", "4", "B.8/2: its last constant 4 for 5", REFERENCE),
    (B + "LemmaB8.swift", 'sqrt(d + 4 sqrt(d log(8m/gamma)))", p.flippedShare([[4]]) * p.rowNorm(8)),', "2",
     "B.8/i: log(2/gamma) in the share of flips", REFERENCE),
    (B + "LemmaB8.swift", 'sqrt(d + 4 sqrt(d log(8m/gamma)))", p.flippedShare(4) * p.rowNorm([[8]])),', "4",
     "B.8/i: log(4m/gamma) in the norm of a row", REFERENCE),
    (B + "LemmaB8.swift", 'sqrt(log(4m/gamma))", (p.c0 + .sqrt(p.logOverGamma([[4]]))) * ', "2",
     "B.8/i: sqrt(log(2/gamma)) for sqrt L in its last term", REFERENCE),
    (B + "LemmaB8.swift", ".sqrt(p.logOverGamma(4))) * .sqrt(p.logWidthOverGamma([[4]])))", "8",
     "B.8/i: log(8m/gamma) in its last term", REFERENCE),
    (B + "LemmaB8.swift", ".sqrt(.integer([[2]])) * p.flippedShare(4)", "1", "B.8/j: 1/sqrt m for 2/sqrt m in its first root", REFERENCE),
    (B + "LemmaB8.swift", ".integer([[4]]) * (p.c0 + .sqrt(p.logOverGamma(4)))", "5", "B.8/j: 5 for 4 in its last term", REFERENCE),
    (B + "LemmaB8.swift", ".sqrt(p.logOverGamma(4))) * (.sqrt(p.logWidthOverGamma(4)) + .integer([[3]])", "0",
     "B.8/j: its last term without + 3", REFERENCE),
    (B + "LemmaB8.swift", "p.radius, atMost: [[p.c1 / .sqrt(p.d)]]", "p.c1", "B.8's condition R <= C1 for R <= C1/sqrt d",
     "HypothesisTests"),
    (B + "LemmaB9.swift", ".integer([[327]]) * p.cBar", "227", "B.9/1: 227 for 327", REFERENCE),
    (B + "LemmaB9.swift", "net: Scalar = p.c1 * p.d * p.d * l * [[l]]", ".integer(1)", "B.9/1: log(md) for log(md)^2", REFERENCE),
    (B + "LemmaB9.swift", ".pow(p.d, .ratio([[12]], 5))", "10", "B.9's condition m >= d^2 for m >= d^2.4", "HypothesisTests|FrontierTests"),
    (B + "Arguments.swift", "[[.max(.integer(1), c0)]]", ".min(.integer(1), c0)", "Cbar = min{1, C0}", REFERENCE),
    (B + "Arguments.swift", ".sqrt(d + .integer([[4]]) * ", "2", "||w|| <= sqrt(d + 2 sqrt(d log))", REFERENCE),
    (B + "StepsB8.swift", "atMost: half * .integer([[1 << q]])", "1 << (q - 1)", "B.8/c: 2^(q-1) for 2^q", STEPS),
    (B + "StepsB9.swift", ".integer([[11]]) * x.cBar / x.sqrtM", "8", "B.9/c: 8 for 11", STEPS),
    (B + "StepsB9.swift", "return net - x.p * x.m + x.k * .log(.exp([[.integer(1)]])", ".integer(0)",
     "B.9/d: log(p m/k) for log(e p m/k)", STEPS),
    (B + "StepsB9.swift", "constant: Scalar = .ratio([[33]], 100)", "66", "B.9/e: 0.66 d log(md) for 0.33 d log(md)", STEPS),
]
