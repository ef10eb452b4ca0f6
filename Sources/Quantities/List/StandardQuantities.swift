// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims

/// The quantities of this package, in the order of the paper's lemmas.
public enum StandardQuantities {
    public static let all: [any Quantity] = [
        FlippedNeurons(), PerturbedFlippedNeurons(), FlippedNeuronsAtPerturbation(), FlippedNeuronsAtAnyPerturbation(), FunctionValue(),
        FunctionValueAtInitialization(), FunctionChange(), SignChange(), NearbySignChange(), GradientNorm(), FlippedProjectedSum(),
        ProjectedGradientChange(), DirectionalDifference(), FlippedSum(), PerturbedFlippedSum(), GradientDifference(),
    ]

    /// The quantity of that name.
    public static func named(_ name: String) -> (any Quantity)? { all.first { $0.name == name } }
}
