// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Claims
internal import Sampler
internal import Support

/// The hunt for one claim under way.
struct ClaimHunt {
    let options: HuntOptions
    let space: HuntSpace
    /// The error probability of all the claim's judgements together.
    let rate: Double
    private var record: HuntRecord
    private var random: HuntRandom
    private var shrinking: HuntShrinking
    private var seen: Set<HuntPoint> = []
    private var judged: Set<HuntPoint> = []
    private var judgements = 0

    /// One way of looking, and how many cells there are looked at when it ends.
    private struct Stage {
        let way: HuntLook.Way
        let start: Int
        let end: Int
    }

    /// Where the claim's failure probability has a lower bound it is looked at first, at half the cells: it sees what no draw can.
    private var stages: [Stage] {
        switch space.claim.measurement.law {
        case .unknown, .known: return [Stage(way: .usual, start: 0, end: options.cells)]
        case .atLeast:
            let half = options.cells / 2
            return [Stage(way: .lowerBound, start: 0, end: half), Stage(way: .usual, start: half, end: options.cells)]
        }
    }

    struct Confirmed {
        let run: RunResult
        let refutation: HuntResult.Refutation
    }

    init(_ claim: MeasuredClaim, _ options: HuntOptions, rate: Double) {
        (self.options, self.rate) = (options, rate)
        space = HuntSpace(claim: claim, restriction: options.restriction)
        record = HuntRecord(claim)
        random = HuntRandom(seed: StreamKey.identifier("hunt \(options.run.seed) \(claim.id)"))
        shrinking = HuntShrinking(options, in: space)
    }

    func result(_ confirmed: Confirmed?) -> HuntResult.Claim {
        HuntResult.Claim(
            claim: space.claim.id, verdict: confirmed == nil ? .noRefutationFound : .refuted, refutation: confirmed?.refutation,
            searched: record.searched)
    }

    /// The first refutation that is confirmed; nil where the cells are used up, or the domain has no others.
    ///
    /// - Throws: ``HuntError`` where there is no cell to look at, and what draws throw.
    mutating func run(_ progress: (HuntResult.Claim) -> Void) async throws -> Confirmed? {
        for stage in stages {
            if let confirmed = try await run(stage, progress) { return confirmed }
        }
        guard record.count > 0 else { throw record.emptiness }
        return nil
    }

    private mutating func run(_ stage: Stage, _ progress: (HuntResult.Claim) -> Void) async throws -> Confirmed? {
        while record.count < stage.end {
            let batch = self.batch(stage)
            guard !batch.isEmpty else { break }
            let options = self.options, way = stage.way
            let looks = try await Parallel.map(batch.count, threads: options.run.threads) {
                try HuntLook(batch[$0].cell, way, options)
            }
            for (look, entry) in zip(looks, batch) { record.add(look, entry.origin) }
            // The farthest beyond its bound first, equals in their order.
            let suspects = looks.indices.filter { looks[$0].isSuspect }
                .sorted { (looks[$1].score, $0) < (looks[$0].score, $1) }
            for index in suspects.prefix(Hunt.suspects) {
                if let confirmed = try await confirmed(looks[index]) { return confirmed }
            }
            progress(result(nil))
        }
        return nil
    }

    /// The next cells to look at, none of which was looked at before: in the stage's second half near the nearest of its first.
    private mutating func batch(_ stage: Stage) -> [(cell: Cell, origin: HuntOrigin)] {
        let parents = record.nearest(Hunt.parents, stage.way).map { HuntPoint($0.cell) }
        let isNarrowing = 2 * record.count >= stage.start + stage.end && !parents.isEmpty
        var batch: [(cell: Cell, origin: HuntOrigin)] = []
        let size = Swift.min(Hunt.batch, stage.end - record.count)
        for _ in 0..<Hunt.proposals * size where batch.count < size {
            let origin: HuntOrigin = isNarrowing && random.chance(0.8) ? .nearby : random.chance(0.6) ? .atEdges : .random
            let point =
                origin == .nearby
                ? space.neighbour(of: random.element(parents), &random) : space.point(atEdges: origin == .atEdges, &random)
            switch HuntAdmission(point, of: space.claim, options) {
            case .admitted(let cell): if seen.insert(HuntPoint(cell)).inserted { batch.append((cell, origin)) }
            case .outOfDomain: record.outOfDomain += 1
            case .vacuous: record.vacuous += 1
            case .tooLarge: record.tooLarge += 1
            }
        }
        return batch
    }

    /// The suspect's refutation, shrunk or as it is, if fresh draws confirm it.
    private mutating func confirmed(_ suspect: HuntLook) async throws -> Confirmed? {
        record.suspects += 1
        let start = HuntPoint(suspect.cell)
        let before = shrinking.draws
        defer { record.furtherDraws += shrinking.draws - before }
        guard try shrinking.isRefuted(start) else { return nil }
        let simplest = try shrinking.simplest(from: start)
        for point in simplest == start ? [start] : [simplest, start] where judged.insert(point).inserted {
            guard let cell = point.cell(of: space.claim) else { continue }
            if let confirmed = try await judgement(of: cell, foundAt: suspect.cell) { return confirmed }
        }
        return nil
    }

    /// As `verify` judges the cell, with the next share of the error rate.
    private mutating func judgement(of cell: Cell, foundAt start: Cell) async throws -> Confirmed? {
        judgements += 1
        // A share too small to be one ends the judgements, not the hunt.
        guard judgements <= 40 else { return nil }
        var run = options.run
        run.errorRate = rate * Double(sign: .plus, exponent: -judgements, significand: 1)
        let result = try await Engine(run).run(Plan(entries: [.init(cell: cell)]))
        guard let found = result.cells.first, found.verdict == .refuted else { return nil }
        let isCertain = found.evidence == .law || cell.claim.assertion == .everyDraw
        return Confirmed(
            run: result,
            refutation: HuntResult.Refutation(
                cell: found, errorRate: isCertain ? 0 : run.errorRate, command: Self.command(cell, run), foundAt: Witness.Point(start)))
    }

    /// The command that repeats a judgement.
    private static func command(_ cell: Cell, _ run: RunOptions) -> String {
        let usual = RunOptions()
        var words = ["lemmacheck", "verify", cell.claim.id] + cell.arguments
        words += ["--seed", "\(run.seed)", "--error-rate", run.errorRate.plainText]
        if run.maxTrials != usual.maxTrials { words += ["--trials", "\(run.maxTrials)"] }
        if run.sampler != usual.sampler { words += ["--sampler", run.sampler.rawValue] }
        if run.generator != usual.generator { words += ["--rng", run.generator.rawValue] }
        return words.joined(separator: " ")
    }
}
