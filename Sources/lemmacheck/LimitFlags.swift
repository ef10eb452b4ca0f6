// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Claims

/// What a run may need before it is refused.
struct LimitFlags: ParsableArguments {
    @Option(
        parsing: .unconditional, help: ArgumentHelp("Refuse what needs more memory; K, M, G and T are powers of 1024.", valueName: "8G"),
        transform: size)
    var memory: Double = CostLimits().memory

    @Option(
        parsing: .unconditional, help: ArgumentHelp("Refuse a cell whose trials may need more arithmetic steps.", valueName: "1e14"),
        transform: operations)
    var operations: Double = CostLimits().operations

    var limits: CostLimits {
        var limits = CostLimits()
        (limits.memory, limits.operations) = (memory, operations)
        return limits
    }

    private static func size(_ text: String) throws -> Double {
        let units: [Character: Double] = ["K": 1024, "M": 1_048_576, "G": 1_073_741_824, "T": 1_099_511_627_776]
        let unit = text.last.flatMap { units[Character($0.uppercased())] }
        guard let number = Double(unit == nil ? text : String(text.dropLast())), number > 0, (number * (unit ?? 1)).isFinite else {
            throw ValidationError(
                "memory = \(text) is out of range: a number of bytes above 0, or one followed by K, M, G or T, is allowed")
        }
        return number * (unit ?? 1)
    }

    private static func operations(_ text: String) throws -> Double {
        guard let number = Double(text), number > 0, number.isFinite else {
            throw ValidationError("operations = \(text) is out of range: a finite number above 0 is allowed")
        }
        return number
    }
}
