// SPDX-License-Identifier: GPL-3.0-or-later

import LemmaTesting
import XCTest

final class LemmaXCTests: XCTestCase {
    func testGradientStaysLarge() async throws {
        XCTAssertHolds(try await LemmaCheck(.gradientNorm, d: 784, m: 10_000, gamma: 0.05, c0: 1))
    }

    func testOwnBoundOnAGrid() async throws {
        let grid = Grid(d: [25, 100], m: [1000], gamma: [0.05], c0: [2])
        XCTAssertHolds(try await LemmaCheck(.functionValue, grid: grid, bound: "2*sqrt(log(2/gamma)) + C0/2"))
    }

    func testKnownToFail() async throws {
        XCTAssertVerdict(try await LemmaCheck("B.4/2", d: 25, m: 1000, gamma: 0.05, c0: 1), .refuted)
    }
}
