// SPDX-License-Identifier: GPL-3.0-or-later

import Bounds
import Claims
import Foundation
import GradientStepPaper
import Testing

@Test("the right-hand sides have the values that mpmath gives (reference.py), and the domain is where 2FH <= G^2")
func referenceValues() throws {
    let expected: [(d: Int, m: Int, gamma: Double, f: Double, g: Double, step: Double, ratio: Double)] = [
        (1000, 1000, 0.05, 1.7865220854651356, 0.5376315815256139, 12.361433615202998, 0.82681998063174681),
        (1000, 1000, 0.01, 2.0650955837791377, 0.52699788763002442, 14.87141882116457, 1.0102920674533379),
        (3000, 1000, 0.01, 2.0650955837791377, 0.5479986082852687, 13.753437003553617, 0.56548668817435315),
        (10000, 10000, 0.01, 2.0650955837791377, 0.58102056774144759, 12.234525791475396, 0.24492795058360022),
        (25, 10000, 0.05, 1.7865220854651356, 0.19130181062499351, 97.63380702117068, 219.90707470541566),
    ]
    func value(_ claim: Claim, _ p: Arguments<Double>) throws -> Double { try #require(claim.measured).bound(p).value }
    for row in expected {
        let p = try Parameters(d: row.d, m: row.m, gamma: row.gamma, c0: 0).arguments
        #expect(try abs(value(.valueAtStart, p) / row.f - 1) < 1e-14)
        #expect(try abs(value(.gradientAtStart, p) / row.g - 1) < 1e-13)
        #expect(try abs(value(.flippingStep, p) / row.step - 1) < 1e-13)
        let claim = try #require(Claim.flippingStep.measured)
        let hypothesis = try #require(claim.hypotheses(p).last)
        #expect(abs(hypothesis.left / hypothesis.right / row.ratio - 1) < 1e-13 && hypothesis.holds == (row.ratio <= 1))
    }
    // Too narrow and too low for the gradient's bound to say anything.
    #expect(try value(.flippingStep, Parameters(d: 10, m: 10, gamma: 0.05, c0: 0).arguments).isNaN)
}
