// SPDX-License-Identifier: GPL-3.0-or-later

/// The deterministic steps: T.2, B.5/c, B.6/d, B.7/b, B.8/c, e, B.9/a-h, j, l-p, 3.1/b.
public struct DeterministicProvider: AuditProvider {
    public init() {}

    private static let table = 
        StepsEarly.all + StepsOfB8.all + StepsOfB9Net.all + StepsOfB9Width.all + StepsOfB9Collect.all + StepsOfB9Assembly.all
        + StepsOfB9Rest.all

    public var steps: [AuditStep] { Self.table.map(\.step) }

    public func rows(for id: String) -> [AuditRow] {
        Self.table.first { $0.step.id == id }?.rows() ?? []
    }
}

public struct ExistenceProvider: AuditProvider {
    public init() {}
    public var steps: [AuditStep] { [] }
    public func rows(for id: String) -> [AuditRow] { [] }
}
