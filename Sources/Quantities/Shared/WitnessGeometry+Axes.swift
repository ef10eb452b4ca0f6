// SPDX-License-Identifier: GPL-3.0-or-later

internal import Claims

extension WitnessGeometry {
    /// The vector e_index times `factor`, in d dimensions; `index` < d.
    static func axis(_ index: Int, times factor: Double, dimension: Int) -> [Double] {
        var vector = [Double](repeating: 0, count: dimension)
        vector[index] = factor
        return vector
    }
}
