// SPDX-License-Identifier: GPL-3.0-or-later

extension Catalogue {
    static let experiments = [
        Claim("5/1", "Section 5", .experiment, "the test error", "experiment",
              if: "MNIST digits 0 and 1; d in {25..784}, m in {1e3, 1e4, 1e5}, C0 in {10..40}; SGD on the logistic loss, rate 0.1",
              "Every trained lazy network has test error < 1%"),
        Claim("5/2", "Figure 2", .experiment, "scaling in d", "experiment",
              "The smallest flipping perturbation scales as d^{-1/2}, the gradient norm as d^{1/2}, the smallest flipping step as d^{-1}"),
        Claim("5/3", "Figure 3", .experiment, "scaling in C0", "experiment", if: "m = 1e5", "All three of 5/2 grow with C0"),
        Claim("5/4", "Figure 4, left", .experiment, "the robust test accuracy", "experiment",
              if: "adversarial training by Algorithm 1, m = 1000, V = 10/sqrt(1000)",
              "Robust test accuracy drops sharply to 0 near ||delta|| = 5/sqrt d"),
        Claim("5/5", "Figure 4, right", .experiment, "the robust test accuracy", "experiment", if: "d = 784, ||delta|| = 0.2",
              "Robust accuracy has a phase transition at V near 25/sqrt m"),
        Claim("5/6", "Figures 5 and 6", .experiment, "scaling in d and C0", "experiment", if: "data of norm 1, no bias", "5/2 and 5/3 again"),
        Claim("5/7", "Figure 7", .experiment, "histograms", "experiment", if: "d = 784, m = 1e5, C0 = 10",
              "The histograms look Gaussian, and eta concentrates around 0.045"),
    ]
}
