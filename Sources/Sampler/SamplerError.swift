// SPDX-License-Identifier: GPL-3.0-or-later

/// A size that no draw can have.
public enum SamplerError: Error, Hashable, CustomStringConvertible {
    case width(Int)
    case dimension(Int)

    /// Beyond it an Int would not survive the way through Double.
    static let largest = 1 << 53

    public var description: String {
        switch self {
        case .width(let m): "the width m = \(m) is not in 1 ... 2^53"
        case .dimension(let d): "the dimension d = \(d) is not in 1 ... 2^53"
        }
    }

    static func check(width: Int, dimension: Int) throws(SamplerError) {
        guard 1...largest ~= width else { throw .width(width) }
        guard 1...largest ~= dimension else { throw .dimension(dimension) }
    }
}
