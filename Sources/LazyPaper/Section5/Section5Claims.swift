// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import Experiments
internal import Prover

/// Section 5 and Appendix A: what the paper observed on MNIST digits 0 and 1 (12665 training and 2115 test examples).
extension Claim {
    private static let lazySGD =
        "d in {25,49,100,196,400,625,784}, m in {1e3,1e4,1e5}, C0 in {10,20,30,40}; SGD on the logistic loss, learning rate 0.1, "
        + "until max_s ||w_s - w_{s,0}|| > C0/sqrt m"
    private static let training = CheckDescription.experiment(
        "Networks are trained as described, from fixed seeds, and the same quantities are measured and shown beside the paper's.")
    private static let scaling = CheckDescription.experiment(
        "Networks are trained as described, from fixed seeds; the exponent is fitted to the medians in logarithms, run by run, and shown "
            + "with Student's limits over the runs beside the paper's.")
    private static let adversarial = CheckDescription.experiment(
        "Algorithm 1: projected gradient attacks of 100 steps of 2.5 R/100 inside B(x, R), SGD at rate 0.01, and projection of W "
            + "onto the ball after each round, until robust training accuracy stops increasing.")

    static let claim51 = Claim(
        "5/1", place: "Section 5, setting", kind: .experiment,
        statement: "Every trained lazy network has test error < 1%",
        domain: lazySGD,
        subject: .described("test error", .upper), failing: .none,
        check: training,
        decidedBy: .proof(RecordedExperiment([.errors]) { $0.errors }),
        repairs: [
            .repair(
                "5/1*", place: "in place of 5/1", kind: .experiment,
                statement: "Of lazy networks with C0 >= 20 fewer than 3 in 100 have a test error of 1 % or more",
                domain: "networks trained as those of the record, with or without bias", check: training,
                decidedBy: .proof(RecordedExperiment([.errors]) { $0.errorsRepair }))
        ])

    static let claim52 = Claim(
        "5/2", place: "Section 5, Fig. 2", kind: .experiment,
        statement: """
            The smallest flipping perturbation relative to ||x|| scales as d^{-1/2} (left),
            the gradient norm as d^{1/2} (middle), the smallest flipping step size as d^{-1} (right)
            """,
        domain: "C0 = 10; otherwise as 5/1",
        subject: .described("exponents in d", .upper), failing: .none,
        check: scaling,
        decidedBy: .proof(RecordedExperiment([.fig2]) { $0.scaling }),
        repairs: [
            .repair(
                "5/2*", place: "in place of 5/2", kind: .experiment,
                statement: "The smallest flipping step size falls with d, by an exponent between -3/4 and -1/4",
                domain: "25 <= d <= 784, networks trained as those of the record, otherwise as 5/2", check: training,
                decidedBy: .proof(RecordedExperiment([.fig2]) { $0.scalingRepair }))
        ])

    static let claim53 = Claim(
        "5/3", place: "Section 5, Fig. 3", kind: .experiment,
        statement: """
            The smallest flipping perturbation relative to ||x||, the gradient norm and the smallest flipping step size
            all grow with C0
            """,
        domain: "m = 1e5; otherwise as 5/1",
        subject: .described("growth in C0", .upper), failing: .none,
        check: training,
        decidedBy: .proof(RecordedExperiment([.fig3]) { $0.growth }),
        repairs: [
            .repair(
                "5/3*", place: "in place of 5/3", kind: .experiment,
                statement:
                    "The smallest flipping perturbation relative to ||x||, the gradient norm and the smallest flipping step size all "
                    + "grow from C0 = 10 to 20",
                domain: "d = 100, the networks of the record", check: training,
                decidedBy: .proof(RecordedExperiment([.fig3]) { $0.growthRepair }))
        ])

    static let claim54 = Claim(
        "5/4", place: "Section 5, Fig. 4, left", kind: .experiment,
        statement: "Robust test accuracy drops sharply to 0 near ||delta|| = 5/sqrt d",
        domain: "adversarial training by Algorithm 1, m = 1000, V = 10/sqrt(1000)",
        subject: .described("robust test accuracy against ||delta||", .upper), failing: .none,
        check: adversarial,
        decidedBy: .proof(RecordedExperiment([.fig4]) { $0.radius }),
        repairs: [
            .repair(
                "5/4*", place: "in place of 5/4", kind: .experiment,
                statement: "Robust test accuracy is above 90% at ||delta|| = 1/sqrt d and below 5% from ||delta|| = 6/sqrt d on",
                domain: "the networks of the record", check: training, decidedBy: .proof(RecordedExperiment([.fig4]) { $0.radiusRepair }))
        ])

    static let claim55 = Claim(
        "5/5", place: "Section 5, Fig. 4, right", kind: .experiment,
        statement: "Robust accuracy has a phase transition at V near 25/sqrt m",
        domain: "adversarial training by Algorithm 1, d = 784, ||delta|| = 0.2",
        subject: .described("robust accuracy against V", .upper), failing: .none,
        check: adversarial,
        decidedBy: .proof(RecordedExperiment([.fig4]) { $0.ball }))

    static let claim56 = Claim(
        "5/6", place: "Appendix A, Figs. 5 and 6", kind: .experiment,
        statement: """
            The smallest flipping perturbation scales as d^{-1/2}, the gradient norm as d^{1/2}, the smallest flipping step
            size as d^{-1}; at m = 1e5 all three grow with C0
            """,
        domain: "data normalized to ||x|| = 1, no bias; otherwise as 5/2 and 5/3",
        subject: .described("exponents in d, growth in C0", .upper), failing: .none,
        check: scaling,
        decidedBy: .proof(RecordedExperiment([.fig5, .fig6]) { $0.normalized }))

    static let claim57 = Claim(
        "5/7", place: "Appendix A, Fig. 7", kind: .experiment,
        statement: "The histograms are Gaussian-like, and eta concentrates around 0.045",
        domain: "d = 784, m = 1e5, C0 = 10",
        subject: .described("histograms over test examples", .upper), failing: .none,
        check: training,
        decidedBy: .proof(RecordedExperiment([.fig7]) { $0.histograms }))

    static let claim58 = Claim(
        "5/8", place: "Section 5.2, setting", kind: .experiment,
        statement: "The projection step of Algorithm 1 does not hurt the test accuracy of the trained models",
        domain: "adversarial training by Algorithm 1 at the settings of Fig. 4",
        subject: .described("test accuracy with the projection against that without it", .lower), failing: .none,
        check: adversarial,
        decidedBy: .proof(RecordedExperiment([.fig4]) { $0.projection }))

    static let claim59 = Claim(
        "5/9", place: "Section 5.2, Fig. 4, right, beyond the transition", kind: .experiment,
        statement: "At a ball slightly larger than V = 25/sqrt m the trained networks are completely robust",
        domain: "adversarial training by Algorithm 1, d = 784, ||delta|| = 0.2",
        subject: .described("robust test accuracy against V", .lower), failing: .none,
        check: adversarial,
        decidedBy: .proof(RecordedExperiment([.fig4]) { $0.beyondTheTransition }),
        repairs: [
            .repair(
                "5/9*", place: "beside 5/9", kind: .experiment,
                statement: "From V = 30/sqrt m on robust test accuracy is above 90%",
                domain: "the networks of the record", check: adversarial,
                decidedBy: .proof(RecordedExperiment([.fig4]) { $0.beyondTheTransitionRepair }))
        ])

    static let claim59Below = Claim(
        "5/9'", place: "Section 5.2, Fig. 4, right, below the transition", kind: .experiment,
        statement: "At balls smaller than V = 25/sqrt m robust test accuracy quickly drops to 0",
        domain: "adversarial training by Algorithm 1, d = 784, ||delta|| = 0.2",
        subject: .described("robust test accuracy against V", .upper), failing: .none,
        check: adversarial,
        decidedBy: .proof(RecordedExperiment([.fig4]) { $0.belowTheTransition }))

    static let claim510 = Claim(
        "5/10", place: "Section 5.2, Fig. 4, left, below the drop", kind: .experiment,
        statement: "At perturbation sizes ||delta|| smaller than 5/sqrt d the trained networks are robust",
        domain: "adversarial training by Algorithm 1, m = 1000, V = 10/sqrt(1000), ||x|| = 1",
        subject: .described("robust test accuracy against ||delta||", .lower), failing: .none,
        check: adversarial,
        decidedBy: .proof(RecordedExperiment([.fig4]) { $0.belowTheDrop }),
        repairs: [
            .repair(
                "5/10*", place: "beside 5/10", kind: .experiment,
                statement: "At ||delta|| = 1/sqrt d robust test accuracy is above 90%",
                domain: "the networks of the record", check: adversarial,
                decidedBy: .proof(RecordedExperiment([.fig4]) { $0.belowTheDropRepair }))
        ])

    /// In the paper's order.
    static let section5: [Claim] = [
        .claim51, .claim52, .claim53, .claim54, .claim55, .claim56, .claim57, .claim58, .claim59, .claim59Below, .claim510,
    ]
}
