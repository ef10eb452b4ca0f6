// SPDX-License-Identifier: GPL-3.0-or-later

internal import EmbeddedPlans

/// The plan that a run without one takes: bounds/*.yaml as they stood when the program was built.
public enum DefaultPlan {
    /// - Throws: ``PlanError``; never for files that the tests have read.
    public static func plan() throws(PlanError) -> Plan {
        var plans: [Plan] = []
        for file in EmbeddedPlans.files { plans.append(try PlanReader.read(file.contents, file: file.name)) }
        return Plan.joined(plans)
    }
}
