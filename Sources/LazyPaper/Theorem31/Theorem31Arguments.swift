// SPDX-License-Identifier: GPL-3.0-or-later

internal import BallArithmetic
internal import Bounds
internal import Claims
internal import Laws
internal import Prover

/// Theorem 3.1: the steps that hold of every network.
enum Theorem31Arguments {
    static let descent = CheckedArgument(
        proof: [
            .argument(
                "f is piecewise linear along the segment, so f is the integral of its derivative, <grad f, grad "
                    + "f(x)>/||grad f(x)||^2 times t, which exists but for finitely many points or is constant along a kink"),
            .argument(
                "<grad f(y), grad f(x)> = ||grad f(x)||^2 + <grad f(y) - grad f(x), grad f(x)>, and "
                    + "Cauchy-Schwarz for the last"),
        ],
        method: "fundamental theorem of calculus",
        note: "Along a kink the one-sided derivative agrees with the paper's "
            + "convention relu'(0) = 0, as relu(<w,y>) stays 0 there.")

    static let scaling = CheckedArgument(
        proof: [
            .argument(
                "relu(r z) = r relu(z) for r > 0, so f(x;a,rW) = r f(x;a,W); the same holds at x + eta grad f, whose "
                    + "direction r leaves as it is")
        ],
        method: "homogeneity")
}
