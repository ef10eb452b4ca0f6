// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Verifier

/// Sébastien Bubeck, Yeshwanth Cherapanamjeri, Gauthier Gidel and Rémi Tachet des Combes, *A single gradient step finds adversarial
/// examples on random two-layers neural networks*, NeurIPS 2021, arXiv:2104.03863: its first theorem, for one activation.
///
/// The theorem says "there exist constants" and names none. Those here are ours: its three ingredients (the value, the gradient and the
/// smoothness of the network at x), each with an explicit constant. The paper has the idea; no number is laid at its door.
public enum GradientStepPaper {
    public static let catalogue = Catalogue([
        .init("1", title: "Theorem 1", setting: setting, [.valueAtStart, .gradientAtStart, .smoothness, .flippingStep])
    ])

    /// Points inside the domain of every claim, in the order of d.
    ///
    /// Not 1/a at gamma = 0.01: the law of |f(x)| is the same for all d, and a bound that fails once in some 3000 draws is not told from
    /// gamma/3 by the 4000 draws of a cell.
    public static func plan() throws -> Plan {
        var (wide, strict) = (Grid(), Grid())
        (wide.d, wide.m, wide.gamma) = ([1000], [400, 1000, 4000], [0.05])
        (strict.d, strict.m, strict.gamma) = ([3000], [1000], [0.01])
        let cells = try catalogue.measured.flatMap { claim in
            try wide.cells(of: claim) + (claim.claim == .valueAtStart ? [] : strict.cells(of: claim))
        }
        return Plan(entries: cells.map { .init(cell: $0, expected: .holds) })
    }

    private static let setting = """
        Width m >= 1, dimension d >= 1, ||x|| = sqrt d; w_s ~ N(0, I_d/d) and a_s uniform on {-1,+1}, s = 1..m, all independent; gamma \
        in (0,1).
        f(x) = (1/sqrt m) sum_s a_s psi(<w_s,x>), psi(t) = erf(t/sqrt 2), which is odd, bounded by 1 and smooth.
        The smallest flipping step is t* = inf{ t >= 0 : sign f(x) f(x - t sign f(x) grad f(x)) <= 0 }.
        """
}
