// SPDX-License-Identifier: GPL-3.0-or-later

internal import Bounds
internal import Support

/// Lemmas B.4 and B.6 fix R <= 1/2, which keeps ||x + delta|| away from 0: their quantities are not defined beyond.
enum SmallPerturbation {
    static func check(_ parameters: Parameters) throws(ParameterError) {
        guard parameters.radius <= 0.5 else {
            throw ParameterError(parameter: "radius", value: parameters.radius.plainText, allowed: "a number in [0, 1/2]")
        }
    }
}
