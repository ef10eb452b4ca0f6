// SPDX-License-Identifier: GPL-3.0-or-later

import GSLShim

/// The BLAS that this process runs on, GSL's calls included.
public enum LinearAlgebraLibrary {
    /// The path of the shared library that provides cblas_dgemv.
    public static var path: String { String(cString: lc_blas_library()) }

    /// Keeps BLAS on the calling thread: trials already run in parallel, and a sum split over threads would depend on
    /// their number. Call it once before the first trial.
    public static func useOneThread() { lc_blas_single_thread() }
}
