// SPDX-License-Identifier: GPL-3.0-or-later

import Claims

/// The claims of this package, in order: what its executable and its tests list.
public enum OwnClaims {
    public static let catalogue = Catalogue([
        .init("Own", title: "Claims of one's own", setting: "", [.sharperFunctionValue, .preactivationNorm, .widthStep])
    ])
}
