// SPDX-License-Identifier: GPL-3.0-or-later

/// The hash FNV-1a of 64 bits (http://www.isthe.com/chongo/tech/comp/fnv): tells texts apart, and guards against no one's intent.
public enum FNV1a {
    /// Of bytes; a text's are `text.utf8`.
    public static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes {
            hash ^= UInt64(byte)
            hash &*= 0x0000_0100_0000_01b3
        }
        return hash
    }

    /// The hash of a text as sixteen hexadecimal digits.
    public static func digits(of text: String) -> String {
        let digits = String(hash(text.utf8), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
