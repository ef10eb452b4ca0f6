// SPDX-License-Identifier: GPL-3.0-or-later

/// The failure probability that a claim allows itself.
public enum AllowedFailure: Sendable, Hashable {
    /// None: a statement about every draw, about a number, or about a probability itself.
    case none
    /// gamma times a factor, 1 for most claims.
    case gamma(times: Double, text: String)

    /// gamma itself.
    public static let gamma = AllowedFailure.gamma(times: 1, text: "gamma")

    /// "gamma", "gamma/8"; nil where none is allowed.
    public var text: String? {
        switch self {
        case .none: nil
        case .gamma(_, let text): text
        }
    }
}
