// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Environments under which libraries choose other kernels: a BLAS by its own variable, of which there is none here any more, and glibc's
/// libm by what it is told of the processor, in both spellings of its settings.
private let environments: [[String: String]] =
    ["Nehalem", "Sandybridge", "Haswell", "Zen"].map { ["OPENBLAS_CORETYPE": $0] }
    + ["-AVX2,-FMA,-FMA4,-AVX512F", "-AVX2_Usable,-FMA_Usable,-FMA4_Usable"].map { ["GLIBC_TUNABLES": "glibc.cpu.hwcaps=\($0)"] }

@Test("the same bits whatever kernels the libraries choose for the processor", arguments: ["dense", "reduced"])
func sameBitsOnEveryMachine(sampler: String) throws {
    let cells = ["--d", "25", "--m", "1000", "--c0", "3", "--sampler", sampler]
    let runs =
        [
            ["verify", "B.9/1", "--d", "25", "--m", "1e4", "--gamma", "0.05", "--c0", "10", "--trials", "20", "--sampler", sampler],
            ["verify", "B.7/f", "B.4/4", "B.8/i", "--gamma", "0.05", "--trials", "10"] + cells,
        ]
        + ["gradient-norm", "gradient-difference", "perturbed-flipped-sum", "flipped-neurons-at-any-perturbation", "function-value"].map {
            ["sample", $0, "--trials", "10"] + cells
        }
    try withTemporaryFolder { folder in
        for run in runs {
            let usual = try Program(arguments: run, folder: folder)
            #expect(usual.status <= 1 && usual.output.count(where: \.isNewline) > 2, "\(usual.errors)")
            for environment in environments {
                let other = try Program(arguments: run, folder: folder, environment: environment)
                #expect(other.output == usual.output, "\(run) under \(environment)")
            }
        }
    }
}
