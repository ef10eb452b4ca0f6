// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// B.9/r to t: the size of the net, the union bound over it as a function of p, and the step from a direction to the next.
enum LemmaB9Covering {
    // MARK: B.9/r

    static let net = CheckedArgument(
        proof: volumes + [
            .everywhere(
                "(eps + 4)(eps + 4R) <= 100 for eps <= 1, R <= 1/2",
                LogBox(LogInterval("eps", from: 0, to: 1), LogInterval("R", from: 0, to: 0.5))
            ) { x in
                Inequality((x[0] + .integer(4)) * (x[0] + .integer(4) * x[1]), atMost: .integer(100))
            }
        ],
        method: "volumes",
        note: "The same for every R <= 4.75 (B.9/r'*).")

    private static let volumes: [CheckedLine] = [
        .argument(
            "a maximal set of points of the sphere with mutual distances above eps/2 is a net of mesh eps/2, and the balls of radius eps/4 "
                + "about them are disjoint within the ball of radius 1 + eps/4: at most (1 + 4/eps)^d points. Likewise at most (1 + "
                + "4R/eps)^d for the ball of radius R"),
        .argument(
            "their pairs are a net of mesh eps of Omega, of at most ((eps + 4)(eps + 4R)/eps^2)^d points: (10/eps)^{2d} where "
                + "(eps + 4)(eps + 4R) <= 100"),
    ]

    /// On the line each of r = 1 and r = -1 needs R/eps points at least.
    static let netAtAnyRadius = CheckedArgument(
        search: {
            CounterexampleSearch([("d", ["1"]), ("eps", ["0.5", "0.9", "0.99"]), ("R", ["1", "10", "60", "100"])]) { x in
                Inequality(Ball(2) * x[2] / x[1], atMost: Ball(100) / (x[1] * x[1]))
            }.first()
        },
        parts: [
            (
                "",
                [
                    .argument(
                        "d = 1: r is 1 or -1, at a distance of 2 > eps from each other, so that each has points of its own, and a point "
                            + "serves an interval of delta of length 2 eps: at least 2 (2R)/(2 eps) points")
                ]
            ),
            ("Holds for R <= 4.75, in every d.", volumesUpToLargeRadius),
        ],
        route: "The lemma has R <= C1/sqrt d: B.9/r'* covers it where C1 <= 4.75 sqrt d.")

    private static let volumesUpToLargeRadius =
        volumes + [
            .integer("both factors rise with eps and R, and at eps = 1, R = 19/4 the product is (1 + 4)(1 + 19) = 100") {
                (1 + 4) * (1 + 19) == 100
            }
        ]

    static let netAtAnyRadiusRepairs: [Claim] = [
        Claim.repair(
            "B.9/r'*", place: "for Lemma B.9: a restricted domain", kind: .deterministic,
            statement: "Omega has a net of mesh eps of at most (10/eps)^{2d} points",
            domain: "d >= 1, eps in (0,1), R <= 4.75",
            check: .checkedLines,
            coq: .whole(
                "B9_r_prime_star.v",
                given: "the two nets' sizes by volumes"),
            decidedBy: .proof(CheckedArgument(proof: volumesUpToLargeRadius, method: "volumes")))
    ]

    // MARK: B.9/s

    static let unionBoundRises = CheckedArgument(
        proof: [
            .certified("(k/p - m)(p - q) <= log g(p) - log g(q) for 0 < q < p: the difference is k (q/p - 1 - log(q/p))") {
                let m = ExactScalar.positive("m"), k = ExactScalar.positive("k"), d = ExactScalar.positive("d")
                let p = ExactScalar.positive("p"), q = ExactScalar.positive("q"), eps = ExactScalar.positive("eps")
                func logG(_ p: ExactScalar) -> ExactScalar {
                    .integer(2) * d * .log(.integer(10) / eps) - p * m + k * .log(.exp(.integer(1)) * p * m / k)
                }
                return (
                    Inequality((k / p - m) * (p - q), atMost: logG(p) - logG(q)), NonnegativeQuantity(k) * .logarithmGap(q / p)
                )
            },
            .certified("0 <= (k/p - m)(p - q) for q < p <= k/m: in k - p m and p - q its coefficients are positive") {
                let m = ExactScalar.positive("m"), q = ExactScalar.positive("q")
                let p = q + .positive("p - q"), k = p * m + .nonnegative("k - p m")
                let product = (k / p - m) * (p - q)
                return (Inequality(.integer(0), atMost: product), NonnegativeQuantity(product))
            },
        ],
        method: "the slope of log g",
        note: "It is used at p m <= 11 Cbar sqrt m (B.9/c), below k = 44 Cbar sqrt m.")

    // MARK: B.9/t

    static let stepInDirection = CheckedArgument(
        proof: [
            .argument(
                "Phi is linear in r, and a difference of two activations is -1, 0 or 1: |Phi(r,delta;W) - Phi(r',delta;W)| <= (1/sqrt m) "
                    + "sum_s |<w_s,r-r'>| <= ||r-r'|| (1/sqrt m) sum_s (||w_{s,0}|| + C0/sqrt m)"),
            .argument(
                "with ||w_{s,0}|| <= sqrt(d + 4 sqrt(d log(m/gamma))) for all s the sum over sqrt m is at most sqrt m "
                    + "sqrt(d + 4 sqrt(d log(m/gamma))) + C0"),
            .identity("sqrt m sqrt(d + 4 sqrt(d log(m/gamma))) = sqrt(md + 4m sqrt(d log(m/gamma)))") {
                let d = ExactScalar.positive("d"), m = ExactScalar.positive("m"), l = ExactScalar.nonnegative("log(m/gamma)")
                let inner: ExactScalar = .integer(4) * .sqrt(d * l)
                return (.sqrt(m) * .sqrt(d + inner), .sqrt(m * d + m * inner))
            },
        ],
        method: "triangle inequality",
        note: "How likely such a draw is, is B.9/k.")
}
