// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers that are read at a glance.
enum RoundNumbers {
    /// 1, 2, 3, 5, 10, 20, 50, ... below `value`, then `value` in one significant digit, rounded up.
    static func counts(simplerThan value: Int) -> [Int] {
        let values = [1, 2, 3, 5] + (1...15).flatMap { k in [1, 2, 5].map { $0 * powerOfTen(k) } }
        let power = (0...15).map(powerOfTen).last { $0 <= value } ?? 1
        let rounded = (value + power - 1) / power * power
        return values.filter { $0 < value } + (rounded == value ? [] : [rounded])
    }

    /// The first of 1, 2, 5, 10, 20, ... that is at least `value`; `value` itself beyond them.
    static func above(_ value: Double) -> Double {
        for power in (0...15).map({ Double(powerOfTen($0)) }) {
            for number in [power, 2 * power, 5 * power] where number >= value { return number }
        }
        return value
    }

    /// Simplest first, up to `value` itself.
    static func gammas(simplerThan value: Double) -> [Double] {
        let simple = [0.05, 0.01, 0.1, 0.5, 0.9, 1e-3, 0.2, 0.02, 0.3, 0.7, 0.95, 0.99, 1e-4, 1e-6, 1e-9, 1e-30, 1e-100]
        let position = simple.firstIndex(of: value) ?? simple.count
        return Array(simple[..<position]) + rounded(value)
    }

    /// 1, then powers of ten by their distance from it, then 0, then `value` in one significant digit.
    static func values(simplerThan value: Double) -> [Double] {
        let simple: [Double] = [1, 10, 0.1, 100, 0.01, 1e3, 1e-3, 1e4, 1e-4, 1e5, 1e-5, 1e6, 1e-6, 1e-9, 1e-12, 0]
        let position = simple.firstIndex(of: value) ?? simple.count
        return Array(simple[..<position]) + rounded(value)
    }

    /// One and two significant digits, where that changes it.
    private static func rounded(_ value: Double) -> [Double] {
        [1, 2].compactMap { digits in
            guard value.isFinite, value != 0 else { return nil }
            return Double(shortDecimal(value, digits))
        }.filter { $0 != value }
    }

    /// Correct rounding is of no account: the result is looked at as it is.
    private static func shortDecimal(_ value: Double, _ digits: Int) -> String {
        let text = "\(value)"
        var kept = "", count = 0, hasStarted = false, isExponent = false
        for character in text {
            if character == "e" { isExponent = true }
            guard !isExponent, character.isNumber else {
                kept.append(character)
                continue
            }
            if character != "0" { hasStarted = true }
            count += hasStarted ? 1 : 0
            kept.append(count > digits ? "0" : character)
        }
        return kept
    }

    private static func powerOfTen(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}
