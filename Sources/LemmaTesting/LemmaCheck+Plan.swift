// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims
internal import LazyPaper
public import Verifier

extension LemmaCheck {
    /// Checks a claim of your own: a bound on a quantity that lemmacheck or a program measures.
    ///
    /// ```swift
    /// let claim = OwnClaim("mine", program: ProgramCommand(["python3", "quantity.py"]), .atMost("sqrt(n)"), parameters: ["n", "gamma"])
    /// expectHolds(try await LemmaCheck(claim, grid: grid))
    /// ```
    ///
    /// - Throws: `ExpressionError` or `ParameterError` where the claim has a fault, `GridError`, `OwnBoundError` where the bound is no
    ///   finite number at a cell, `ProgramError` where the program fails.
    public init(
        _ claim: OwnClaim, grid: Grid, seed: UInt64? = nil, errorRate: Double? = nil, maxTrials: Int = 4000, threads: Int = 1
    ) async throws {
        var options = try LemmaSession.options(seed: seed, errorRate: errorRate)
        (options.maxTrials, options.threads) = (maxTrials, Swift.max(1, threads))
        try await self.init(BoundedCells(claim, grid), options)
    }

    /// Checks the claims of a plan, a file as `lemmacheck verify --plan` takes it.
    ///
    /// - Parameters:
    ///   - file: its path.
    ///   - claims: IDs of those that are checked; all unless given.
    ///   - allowCommands: whether the programs that it names are run.
    ///   - seed: of every stream; that of the suite, or 1, unless given.
    ///   - errorRate: the probability that any cell's verdict is wrong.
    ///   - maxTrials: draws of a cell, at most, where the plan does not say.
    ///   - threads: at most; the verdicts do not depend on them.
    /// - Throws: `PlanError` where it cannot be read, ``LemmaTestingError`` where it has programs and they are not allowed, or has not that
    ///   claim; `CostError` for a size that cannot be run, `ProgramError` where a program fails.
    public init(
        plan file: String, claims: [String] = [], allowCommands: Bool = false, seed: UInt64? = nil, errorRate: Double? = nil,
        maxTrials: Int = 4000, threads: Int = 1
    ) async throws {
        var plan = try PlanReader.read(file: file, catalogue: LazyPaper.catalogue)
        if let program = plan.programs.first, !allowCommands { throw LemmaTestingError.commandsNotAllowed(program.text, plan: file) }
        if !claims.isEmpty {
            let known = Dictionary(plan.claims.map { ($0.id, $0) }) { first, _ in first }
            for id in claims where known[id] == nil { throw LemmaTestingError.noClaim(id, near: known.keys.sorted()) }
            plan = plan.filtered(to: Set(claims.compactMap { known[$0] }))
        }
        guard !plan.entries.isEmpty else { throw LemmaTestingError.nothingToCheck(plan: file) }
        var options = try LemmaSession.options(seed: seed, errorRate: errorRate)
        (options.maxTrials, options.threads) = (maxTrials, Swift.max(1, threads))
        try await self.init(BoundedCells(plan), options)
    }
}
