// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Sampler
import Testing

@testable import LazyPaper

struct FlippingStudyTests {
    private static func run(
        d: Int = 8, m: Int = 150, c0: Double = 1, radius: Double? = nil, seed: UInt64 = 5, trials: Int = 12, threads: Int = 1,
        points: Int = 40
    ) async throws -> FlippingStudy {
        var effort = FlippingStudy.Effort()
        effort.points = points
        return try await FlippingStudy.run(
            try Parameters(d: d, m: m, gamma: 0.25, c0: c0, radius: radius), seed: seed, trials: trials, threads: threads, effort: effort)
    }

    @Test("the same study on any number of threads, another from another seed")
    func reproducible() async throws {
        let one = try await Self.run()
        #expect(try await Self.run(threads: 2) == one)
        #expect(try await Self.run(threads: 5) == one)
        #expect(try await Self.run(seed: 6) != one)
    }

    @Test(
        "the sure steps hold at every network; the strongest forces at least what each adversary does",
        arguments: [
            (1, 30, 1.0), (2, 60, 0.5), (8, 150, 1.0), (20, 200, 4.0), (5, 3, 1.0), (6, 40, 0.0), (3, 1, 2.0),
        ])
    func sureSteps(d: Int, m: Int, c0: Double) async throws {
        let study = try await Self.run(d: d, m: m, c0: c0)
        #expect(study.checks.map(\.claim) == ["3.1/a", "3.1/b", "3.1/c"])
        for check in study.checks { #expect(check.violations == 0 && check.worstRelativeExcess <= 1, "\(check)") }
        #expect(study.adversaries.first?.adversary == "initialization" && study.adversaries.count == 6)
        for forced in study.adversaries {
            #expect(forced.c2.median.value <= study.strongest.c2.median.value)
            #expect(forced.c2.maximum <= study.strongest.c2.maximum)
            #expect(forced.c2.median.lower <= forced.c2.median.value && forced.c2.median.value <= forced.c2.median.upper)
        }
        #expect(study.wins.reduce(0) { $0 + $1.draws } <= study.trials)
        #expect(study.proofStep.median.value >= study.adversaries[0].c2.median.value)
        #expect((0...1).contains(study.robust.worstLowerLimit) && study.robust.worstLowerLimit <= study.robust.medianLowerLimit)
    }

    @Test("a far larger ball forces a larger median C2; a larger R flips more of the same points")
    func monotone() async throws {
        let small = try await Self.run(c0: 0), large = try await Self.run(c0: 6)
        #expect(small.strongest.c2.median.value < large.strongest.c2.median.value)
        var last = -1.0
        for radius in [0, 0.1, 0.5, 2] {
            let study = try await Self.run(radius: radius)
            #expect(study.robust.worstLowerLimit >= last)
            last = study.robust.worstLowerLimit
        }
        #expect(try await Self.run(radius: 0).robust.drawsAboveNineTenths == 0)
    }

    @Test("sizes that cannot be are named")
    func errors() async throws {
        await #expect(throws: ParameterError.self) { try await Self.run(d: 1000, m: 1_000_000) }
        await #expect(throws: ParameterError.self) { try await Self.run(trials: 0) }
        await #expect(throws: ParameterError.self) { try await Self.run(points: 0) }
    }
}
