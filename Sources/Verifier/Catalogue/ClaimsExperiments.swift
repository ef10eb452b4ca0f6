// SPDX-License-Identifier: GPL-3.0-or-later

/// Section 5 and Appendix A: what the paper observed on MNIST digits 0 and 1 (12665 training and 2115 test examples).
extension Catalogue {
    private static let lazySGD =
        "d in {25,49,100,196,400,625,784}, m in {1e3,1e4,1e5}, C0 in {10,20,30,40}; SGD on the logistic loss, learning rate 0.1, "
        + "until max_s ||w_s - w_{s,0}|| > C0/sqrt m"
    private static let training = Claim.Check.experiment(
        "Networks are trained as described, from fixed seeds, and the same quantities are measured and shown beside the paper's.")
    private static let scaling = Claim.Check.experiment(
        "Networks are trained as described, from fixed seeds; the exponent is fitted to the medians in logarithms, run by run, and shown "
            + "with Student's limits over the runs beside the paper's.")
    private static let adversarial = Claim.Check.experiment(
        "Algorithm 1: projected gradient attacks of 100 steps of 2.5 R/100 inside B(x, R), SGD at rate 0.01, and projection of W "
            + "onto the ball after each round, until robust training accuracy stops increasing.")

    static let experiments = [
        Claim("5/1", "Section 5, setting", .experiment, "test error", training, if: lazySGD, "Every trained lazy network has test error < 1%"),
        Claim(
            "5/2", "Section 5, Fig. 2", .experiment, "exponents in d", scaling, if: "C0 = 10; otherwise as 5/1", """
                The smallest flipping perturbation relative to ||x|| scales as d^{-1/2} (left),
                the gradient norm as d^{1/2} (middle), the smallest flipping step size as d^{-1} (right)
                """),
        Claim(
            "5/3", "Section 5, Fig. 3", .experiment, "growth in C0", training, if: "m = 1e5; otherwise as 5/1", """
                The smallest flipping perturbation relative to ||x||, the gradient norm and the smallest flipping step size
                all grow with C0
                """),
        Claim(
            "5/4", "Section 5, Fig. 4, left", .experiment, "robust test accuracy against ||delta||", adversarial,
            if: "adversarial training by Algorithm 1, m = 1000, V = 10/sqrt(1000)",
            "Robust test accuracy drops sharply to 0 near ||delta|| = 5/sqrt d"),
        Claim(
            "5/5", "Section 5, Fig. 4, right", .experiment, "robust accuracy against V", adversarial,
            if: "adversarial training by Algorithm 1, d = 784, ||delta|| = 0.2",
            "Robust accuracy has a phase transition at V near 25/sqrt m"),
        Claim(
            "5/6", "Appendix A, Figs. 5 and 6", .experiment, "exponents in d, growth in C0", scaling,
            if: "data normalized to ||x|| = 1, no bias; otherwise as 5/2 and 5/3", """
                The smallest flipping perturbation scales as d^{-1/2}, the gradient norm as d^{1/2}, the smallest flipping step
                size as d^{-1}; at m = 1e5 all three grow with C0
                """),
        Claim(
            "5/7", "Appendix A, Fig. 7", .experiment, "histograms over test examples", training, if: "d = 784, m = 1e5, C0 = 10",
            "The histograms are Gaussian-like, and eta concentrates around 0.045"),
    ]
}
