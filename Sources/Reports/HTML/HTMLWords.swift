// SPDX-License-Identifier: GPL-3.0-or-later

/// The words of the page, for a reader who has not read the paper.
enum HTMLWords {
    static let html = """
        <details><summary>The words of this page: ball, cell, PASS, slack, vacuous, ...</summary>
        <dl>
        <dt>the network</dt><dd>f(x; a, W) = (1/sqrt m) sum_s a_s max(0, &lt;w_s, x&gt;): m neurons, an input x of length 1 in \
        dimension d, signs a_s drawn with a fair coin, initial weights W0 drawn from the standard normal distribution; grad f is its \
        gradient in x.</dd>
        <dt>the ball</dt><dd>all weights W in which each neuron has moved from W0 by at most V = C0/sqrt m: the range in which \
        training is called lazy.</dd>
        <dt>flip</dt><dd>a neuron flips at x where moved weights give &lt;w_s, x&gt; the other sign. delta is a perturbation of x of \
        length at most R, and C1 = R sqrt d.</dd>
        <dt>gamma</dt><dd>the probability with which a claim may fail, over the draw of W0 and a.</dd>
        <dt>B.7/1, B.7/f</dt><dd>the first statement of Lemma B.7, and a line of its proof. A plus (B.7/1+) marks a bound that is \
        sharper than the paper&#39;s, a star (B.7/f*) what may stand in the place of a claim that fails.</dd>
        <dt>cell</dt><dd>one claim at one point: values of d, m, gamma and, where the claim has them, C0, C1, R and eps.</dd>
        <dt>PASS</dt><dd>proved, or holds: the claim fails with no more than the probability that it allows itself.</dd>
        <dt>FAIL</dt><dd>refuted: it fails with more. Where a verdict is not the expected one, the expected one stands beside \
        it.</dd>
        <dt>OPEN</dt><dd>neither is shown (consistent: nothing tried contradicts the claim; inconclusive: the draws or the precision \
        did not suffice), or a hypothesis of the claim fails at the point (out of domain).</dd>
        <dt>bound</dt><dd>the claim&#39;s right-hand side, evaluated at the point.</dd>
        <dt>quantile, its limits</dt><dd>the value that the claim&#39;s left-hand side, taken at the worst weights of the ball, does \
        not exceed in all but a share gamma of the draws; for a lower bound the value that it does not fall below. The limits are \
        confidence limits; inf where the draws leave that side open.</dd>
        <dt>slack</dt><dd>bound over quantile, for a lower bound quantile over bound: above 1 the bound has room to spare. ~ before a \
        quantile or a slack: the draws leave one of the limits open.</dd>
        <dt>P(violates)</dt><dd>the probability that a draw violates the claim: a number where it is known exactly, else confidence \
        limits. (event): the claim is itself about a probability, and this is it.</dd>
        <dt>method</dt><dd>exact law: the probability is computed and not estimated. exact: the worst weights are found exactly in \
        each draw. certified: in each draw they lie between weights that were found and a limit that no weights pass. law: a theorem \
        gives the limit, but for a stated probability, without a draw. attack: weights were searched for, and worse ones may \
        exist.</dd>
        <dt>vacuous</dt><dd>the bound says no more than is known without the lemma, such as a norm being at least 0.</dd>
        </dl>
        </details>

        """
}
