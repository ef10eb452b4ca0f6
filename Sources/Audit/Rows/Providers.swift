// SPDX-License-Identifier: GPL-3.0-or-later

/// The deterministic steps: T.2, B.5/c, B.6/d, B.7/b, B.8/c, e, B.9/a-h, j, l-p, 3.1/b.
public struct DeterministicProvider: AuditProvider {
    public init() {}

    private static let table =
        StepsOfTools.all + StepsOfB5.all + StepsOfB6.all + StepsOfB7.all + StepsOfB8.all + StepsOfB9Net.all + StepsOfB9Width.all
        + StepsOfB9Collect.all + StepsOfB9Assembly.all + StepsOfB9Rest.all + StepsOfTheorem31.all

    public var steps: [AuditStep] { Self.table.map(\.step) }

    public func rows(for id: String) -> [AuditRow] {
        Self.table.first { $0.step.id == id }?.rows() ?? []
    }
}

/// The existence claims with explicit bounds, B.5/2, B.7/2, B.9/2, and the assembled theorem, 3.1/d.
public struct ExistenceProvider: AuditProvider {
    public init() {}

    public var steps: [AuditStep] { [ExistenceB5.step.step, ExistenceB7.step, ExistenceB9.step.step, ExistenceAssembly.step.step] }

    public func rows(for id: String) -> [AuditRow] {
        switch id {
        case "B.5/2": ExistenceB5.step.rows()
        case "B.7/2": ExistenceB7.rows()
        case "B.9/2": ExistenceB9.step.rows()
        case "3.1/d": ExistenceAssembly.step.rows()
        default: []
        }
    }
}
