// SPDX-License-Identifier: GPL-3.0-or-later

/// How a quantity is said to stand to its bound.
public enum Sense: Sendable, Hashable {
    /// quantity <= bound.
    case upper
    /// quantity >= bound.
    case lower
    /// quantity = value.
    case identity
    /// A set said to be empty.
    case empty
}
