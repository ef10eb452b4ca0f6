// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// B.9/a to d, g and h: the mesh of the net, and the union bound over it.
enum LemmaB9Net {
    static let a = CheckedArgument(
        search: {
            CounterexampleSearch([("e", ["0.5", "0.1", "0.05", "0.08", "0.01", "1e-3", "1e-6", "1e-30", "0.9", "0.99"])]) { x in
                StepsB9.a(eps: x[0])
            }.first()
        },
        proof: meshInequality,
        method: "branch and bound, unbounded box",
        note: "The left side divided by e^{3/8} is at most 3.35.")

    private static let meshInequality: [CheckedLine] = [
        .identity("divided by e^{3/8}, with L = log(2/e), e = 2 exp(-L): 2^{1/8} exp(-L/8) (1 + 2 sqrt L) <= 4") {
            let sides = StepsB9.a(eps: epsilon), reduced = mesh(logarithm)
            return ((sides.rhs - sides.lhs) / .pow(epsilon, .ratio(3, 8)), reduced.rhs - reduced.lhs)
        },
        .everywhere("which holds for all L >= log 2", LogBox(LemmaB6Steps.logAboveLogTwo)) { x in mesh(x[0]) },
    ]

    /// L = log(2/eps) and eps = 2 exp(-L), as L is the variable in which both are expressions.
    private static var logarithm: ExactScalar { .positive("L") }
    private static var epsilon: ExactScalar { .integer(2) / .exp(logarithm) }

    private static func mesh<Scalar: BoundScalar>(_ l: Scalar) -> Inequality<Scalar> {
        let power: Scalar = .pow(.integer(2), .ratio(1, 8)) / .exp(l / .integer(8))
        return Inequality(power * (.integer(1) + .integer(2) * .sqrt(l)), atMost: .integer(4))
    }

    static let b = CheckedArgument(
        search: {
            CounterexampleSearch([
                ("d", ["1", "2", "100"]), ("eps", ["0.5", "0.1", "0.01", "0.99", "1e-9"]), ("R", ["0.5", "0.1"]),
                ("V", ["1", "0", "0.01", "100"]),
            ]) { x in StepsB9.b(d: x[0], eps: x[1], radius: x[2], v: x[3]) }.first()
        },
        proof: [
            .identity(
                "right minus left = 2 sqrt(d eps) (4 eps^{3/8} - sqrt(eps)(1 + 2 sqrt(log(2/eps)))) + "
                    + "(2 - R - eps) V, eps = 2 exp(-L)"
            ) {
                let d = ExactScalar.positive("d"), radius = ExactScalar.real("R"), v = ExactScalar.real("V")
                let sides = StepsB9.b(d: d, eps: epsilon, radius: radius, v: v), inner = StepsB9.a(eps: epsilon)
                let rest = (.integer(2) - radius - epsilon) * v
                return (sides.rhs - sides.lhs, .integer(2) * .sqrt(d * epsilon) * (inner.rhs - inner.lhs) + rest)
            }
        ] + meshInequality + [
            .everywhere("R + eps <= 2", LogBox(LogInterval("R", from: 0, to: 0.5), LogInterval("eps", from: 0, to: 1))) { x in
                Inequality(x[0] + x[1], atMost: .integer(2))
            }
        ],
        method: "algebraic reduction to B.9/a")

    /// 8 + 3 C0 <= 11 max(1, C0).
    private static let c0Inequality: [CheckedLine] = [
        .everywhere(
            "8 + 3 C0 <= 11 Cbar for C0 <= 1, with equality "
                + "at C0 = 1 alone", LogBox(LemmaB9Domain.smallC0)
        ) { x in c0Sides(x[0]) },
        .everywhere("and for C0 >= 1", LogBox(LemmaB9Domain.largeC0)) { x in c0Sides(x[0]) },
    ]

    private static func c0Sides(_ c0: RangeWithSlopes) -> Inequality<RangeWithSlopes> {
        Inequality(.integer(8) + .integer(3) * c0, atMost: .integer(11) * .max(.integer(1), c0))
    }

    private static let meshIdentity: CheckedLine = .identity(
        "8 sqrt d eps^{7/8} + 3 C0/sqrt m = (8 + 3 C0)/sqrt m at eps = (md)^{-4/7}, as (4/7)(7/8) = 1/2"
    ) {
        let d = ExactScalar.positive("d"), m = ExactScalar.positive("m"), c0 = ExactScalar.nonnegative("C0")
        let x = StepArguments(d: d, m: m, gamma: .ratio(1, 20), c0: c0, c1: .integer(1))
        return (x.p, (.integer(8) + .integer(3) * c0) / .sqrt(m))
    }

    static let c = CheckedArgument(
        search: {
            CounterexampleSearch([
                ("d", ["1", "2", "100"]), ("m", ["1", "58", "1000000"]), ("C0", ["0", "0.5", "2", "10", "0.99", "1.01"]),
            ]) { x in
                StepsB9.c(StepArguments(d: x[0], m: x[1], gamma: .ratio(1, 2), c0: x[2], c1: Ball(1)))
            }.first()
        },
        proof: [meshIdentity] + c0Inequality,
        method: "algebraic reduction",
        note: "Equality at C0 = 1.")

    static let d = CheckedArgument(
        search: {
            CounterexampleSearch([
                ("d", ["1", "2", "10", "1000"]), ("m", ["58", "60", "100", "1000000"]), ("C0", ["1", "0", "0.5", "2", "10"]),
            ]) { x in
                StepsB9.d(StepArguments(d: x[0], m: x[1], gamma: .ratio(1, 2), c0: x[2], c1: Ball(1)))
            }.first()
        },
        proof: [meshIdentity] + c0Inequality + [
            .number("so e p m/k = e (8 + 3 C0)/(44 Cbar) <= e/4 < 1, and k log(e p m/k) <= 0") {
                Ball.exp(Ball(1)).isLess(than: Ball(4))
            },
            .identity("2d log(10/eps) = 2d log 10 + (8/7) d log(md)") {
                let d = ExactScalar.positive("d"), m = ExactScalar.positive("m")
                let x = StepArguments(d: d, m: m, gamma: .ratio(1, 20), c0: .integer(1), c1: .integer(1))
                let net: ExactScalar = .integer(2) * d * .log(.integer(10) / x.mesh)
                return (net, .integer(2) * d * .log(.integer(10)) + .ratio(8, 7) * d * x.logMD)
            },
            .certified("-p m = -8 sqrt m - 3 C0 sqrt m <= -8 sqrt m") {
                let m = ExactScalar.positive("m"), c0 = ExactScalar.nonnegative("C0")
                let x = StepArguments(d: .positive("d"), m: m, gamma: .ratio(1, 20), c0: c0, c1: .integer(1))
                return (Inequality(-(x.p * m), atMost: -(.integer(8) * x.sqrtM)), NonnegativeQuantity(.integer(3) * c0 * x.sqrtM))
            },
            .everywhere(
                "2 log 10 + (8/7) L <= 2.3 L for L = log(md) >= log 58",
                LogBox(LogInterval("log(md)", from: Ball.log(Ball(58)).lower, to: .infinity))
            ) { x in
                Inequality(.integer(2) * .log(.integer(10)) + .ratio(8, 7) * x[0], atMost: .ratio(23, 10) * x[0])
            },
        ],
        method: "term by term, unbounded box",
        note: "The last line needs md >= 53.6 and no more.")

    static let g = CheckedArgument(
        search: LemmaB9Domain.search { StepsB9.g($0) },
        proof: [
            .certified("L <= sqrt m is enough, L = log(4/gamma): -sqrt m <= -L <= log 4 - L = log(gamma)") {
                let l = ExactScalar.positive("L"), rest = ExactScalar.nonnegative("sqrt m - L"), four = ExactScalar.log(.integer(4))
                return (Inequality(-(l + rest), atMost: four - l), NonnegativeQuantity(four + rest))
            },
            .everywhere(
                "L <= sqrt m for m >= d^2.4, d >= L^2, in the coordinates L^{1/5}, (d/L^2)^{1/5}, m/d^2.4",
                LogBox(
                    .fifthRoot("L^(1/5)", from: Ball.log(Ball(4)).lower, to: .infinity),
                    LogInterval("(d/L^2)^(1/5)", from: 1, to: .infinity), LemmaB9Domain.excess)
            ) { x in
                let root: RangeWithSlopes = x[0] * x[0] * x[1]
                return Inequality(LemmaB9Domain.dimension(x[0]), atMost: .sqrt(LemmaB9Domain.leastWidth(root) * x[2]))
            },
        ],
        method: "branch and bound, unbounded box",
        note: "The lemma's own hypotheses suffice.")

    static let h = CheckedArgument(
        search: LemmaB9Domain.search { StepsB9.h($0) },
        proof: unionBound(share: 1),
        method: "branch and bound, unbounded box",
        note: "Proved directly, with k log(e p m/k) kept, which B.9/d throws away; so it does not hang on B.9/e and f. The "
            + "lemma's own hypotheses suffice.")

    /// log g(p) <= log(gamma/share), share being 1 or 8.
    static func unionBound(share: Int) -> [CheckedLine] {
        let inverse = "log(\(share)/gamma)", beyondRoot = share == 1 ? "" : " + log 2"
        return [
            meshIdentity,
            .identity(
                "it says 2d log 10 + (8/7) d log(md) + \(inverse) <= (8 + 3 C0) sqrt m + 44 Cbar sqrt m log(44 Cbar/(e (8 + 3 C0)))"
            ) {
                let m = ExactScalar.aboveOne("m")
                let x = StepArguments(
                    d: .positive("d"), m: m, logM: .log(m), l: .positive("log(4/gamma)"), c0: .nonnegative("C0"), c1: .integer(1))
                let sides = StepsB9.h(x), logShare = ExactScalar.log(.integer(share))
                let reduced = union(x, logInverse: x.l - .log(.integer(4)) + logShare)
                return (sides.rhs - logShare - sides.lhs, reduced.rhs - reduced.lhs)
            },
            .number("gamma < 1 leaves d >= log(4/gamma)^2 > (log 4)^2 > 1.92") {
                Ball.ratio(192, 100).isLess(than: .log(Ball(4)) * .log(Ball(4)))
            },
            .certified("and \(inverse) <= sqrt d\(beyondRoot), as log(4/gamma) <= sqrt d") {
                let l = ExactScalar.positive("log(4/gamma)"), rest = ExactScalar.nonnegative("sqrt d - log(4/gamma)")
                let four = ExactScalar.log(.integer(4)), beyond: ExactScalar = share == 1 ? .integer(0) : .log(.integer(2))
                let lost = four + beyond - .log(.integer(share))
                return (
                    Inequality(l - four + .log(.integer(share)), atMost: l + rest + beyond),
                    NonnegativeQuantity(rest) + NonnegativeQuantity(lost)
                )
            },
        ] + c0Inequality + [
            .everywhere(
                "so 44 Cbar/(e (8 + 3 C0)) = (4/e) u with u >= 1, and over sqrt m the right side is at least 8 + 44 Cbar log((4/e) u) >= "
                    + "8 + 44 0.386",
                LogBox(LogInterval("u", from: 1, to: .infinity), LogInterval("Cbar", from: 1, to: .infinity))
            ) { x in
                let gain: RangeWithSlopes = x[1] * .log(.integer(4) * x[0] / .exp(.integer(1)))
                return Inequality(.integer(8) + .integer(44) * .ratio(386, 1000), atMost: .integer(8) + .integer(44) * gain)
            },
            .everywhere(
                "2d log 10 + (8/7) d log(md) + sqrt d\(beyondRoot) <= (8 + 44 0.386) sqrt m for all d >= 1.92, m >= d^2.4",
                LogBox(LemmaB9Domain.root(from: 1.92), LemmaB9Domain.excess)
            ) { x in
                let arguments = LemmaB9Domain.arguments(root: x[0], excess: x[1], share: .integer(1))
                let rate: RangeWithSlopes = .integer(8) + .integer(44) * .ratio(386, 1000)
                let logInverse = share == 1 ? arguments.l : arguments.log8OverGamma
                return Inequality(union(arguments, logInverse: logInverse).lhs, atMost: rate * arguments.sqrtM)
            },
        ]
    }

    private static func union<Scalar: BoundScalar>(_ x: StepArguments<Scalar>, logInverse: Scalar) -> Inequality<Scalar> {
        let rate: Scalar = .integer(8) + .integer(3) * x.c0
        let gain: Scalar = .integer(44) * x.cBar * .log(.integer(44) * x.cBar / (.exp(.integer(1)) * rate))
        let net: Scalar = .integer(2) * x.d * .log(.integer(10)) + .ratio(8, 7) * x.d * x.logMD
        return Inequality(net + logInverse, atMost: (rate + gain) * x.sqrtM)
    }
}
