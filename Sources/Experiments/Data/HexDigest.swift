// SPDX-License-Identifier: GPL-3.0-or-later

internal import Crypto

extension Digest {
    /// In hexadecimal digits, two a byte.
    var hexadecimal: String { map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() }
}
