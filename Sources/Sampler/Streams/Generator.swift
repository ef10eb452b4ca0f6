// SPDX-License-Identifier: GPL-3.0-or-later

import GSLShim

/// The generators that `--rng` chooses among, by GSL's names for them.
public enum Generator: String, CaseIterable, Sendable {
    /// Philox4x64-10 (doi:10.1145/2063384.2063405), counter-based: a stream costs nothing to open. The default.
    case philox
    /// The Mersenne twister, GSL's default. Opening a stream fills 624 words.
    case mt19937
    /// RANLUX of double precision at its highest luxury: slow, with proven decorrelation.
    case ranlxd2

    var kind: Int32 {
        switch self {
        case .philox: Int32(lc_rng_philox.rawValue)
        case .mt19937: Int32(lc_rng_mt19937.rawValue)
        case .ranlxd2: Int32(lc_rng_ranlxd2.rawValue)
        }
    }
}
