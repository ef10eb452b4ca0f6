// SPDX-License-Identifier: GPL-3.0-or-later

public import BallArithmetic
import Bounds

/// Moments of X = a <w, r> 1[sign<w,x> != sign<w,x+delta>], w ~ N(0, I_d), d >= 2, phi = angle(x, x+delta).
///
/// The event is a double wedge of angle phi in the plane of x and delta, where w has polar coordinates (rho, psi), rho ~ chi_2
/// independent of psi uniform, E rho^q = 2^{q/2} Gamma(q/2+1). For r in that plane along the wedge's centre line
///
///     E|X|^q = (E rho^q / pi) C_q,   C_q = integral of cos^q over [-phi/2, phi/2].
///
/// For every unit r: E|X|^q <= (phi/pi) E rho^q. Given psi, <w, r> = rho a + z b with z ~ N(0,1), a^2 + b^2 <= 1, and at
/// (a, b) = s (cos beta, sin beta) E|rho a + z b|^q = const s^q times the integral of |cos(theta - beta)|^q cos theta over
/// |theta| <= pi/2 (polar coordinates of (rho, z)): the overlap of two functions of the circle of length pi that are symmetric
/// and decreasing about beta and 0, largest at beta = 0 (Hardy and Littlewood). The second moment is exact for every r:
/// (phi + sin phi (r_1^2 - r_2^2)) / pi, r_1 along the centre line and r_2 across it, largest at r_1 = 1.
public enum WedgeMoments {
    /// E rho^q = 2^{q/2} Gamma(q/2 + 1).
    public static func radial(_ q: Int) -> Ball { .exp(.ratio(q, 2) * .log(.integer(2)) + .logGamma(.ratio(q + 2, 2))) }

    /// E|X|^q for r along the centre line. C_q = (2/q) cos^{q-1}(phi/2) sin(phi/2) + ((q-1)/q) C_{q-2}.
    public static func alongCentre(_ q: Int, angle phi: Ball) -> Ball {
        let half = phi / .integer(2)
        let (c, s) = (Ball.cos(half), Ball.sin(half))
        var value = q % 2 == 0 ? phi : .integer(2) * s
        var power = q % 2 == 0 ? c : c * c  // cos^{j-1} for the next j
        for j in stride(from: q % 2 == 0 ? 2 : 3, through: q, by: 2) {
            value = .ratio(2, j) * power * s + .ratio(j - 1, j) * value
            power = power * c * c
        }
        return radial(q) / .pi * value
    }

    /// (phi/pi) E rho^q: at least E|X|^q for every unit r.
    public static func limit(_ q: Int, angle phi: Ball) -> Ball { phi / .pi * radial(q) }

    /// E|X|^q for r orthogonal to x and delta: (phi/pi) E|z|^q.
    public static func orthogonal(_ q: Int, angle phi: Ball) -> Ball { phi / .pi * NormalLaws.absoluteMoment(q) }

    /// The largest E|X|^2 over unit r: (phi + sin phi)/pi.
    public static func largestSecond(angle phi: Ball) -> Ball { (phi + .sin(phi)) / .pi }
}
