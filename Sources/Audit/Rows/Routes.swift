// SPDX-License-Identifier: GPL-3.0-or-later

/// Which statement a refuted probability step serves, and whether that survives: the repairs' own rows carry the verdicts.
enum Routes {
    static let table: [String: String] = [
        "T.3": "Only the upper tail fails, where log(2/gamma) > m. Served: B.7/a needs the lower tail alone, and holds; B.6/a, "
            + "B.7/g and B.9/k need the upper one, and each has its repair.",
        "B.4/2": "The proof fixes one delta for all neurons: in that reading the lemma holds (B.4/3). As defined, with a delta "
            + "for each neuron, the count carries R sqrt d (B.4/2*).",
        "B.4/e": "x+delta may be shorter than x. Served: B.4/3, which holds by the threshold V ||x+delta|| (B.4/c*).",
        "B.4/f": "Served: B.4/3, which holds by the threshold V ||x+delta|| (B.4/c*); with the proof's own threshold for R <= 1 "
            + "- sqrt(2/pi) (B.4/f*).",
        "B.6/a": "Served: B.6/2, which holds by its exact law; by the proof's route for log(2/eps) <= d (B.6/a*).",
        "B.6/b": "||x+delta|| may be 1-R = 1/2, a variance of 1/4. Served: B.6/c.",
        "B.6/c": "Served: B.6/2, which holds by its exact law; by the proof's route for R <= 1 - sqrt(2/pi) (B.6/c*).",
        "B.7/g": "Served: B.7/h and B.7/1, which survive by this route for log(2m/gamma) <= d (B.7/g*).",
        "B.8/h": "The exponent is half of what a union bound needs. Served: B.8/i, by B.8/h* with a factor sqrt 2; flipped "
            + "neurons have |<x,w_{s,0}>| <= V anyway.",
        "B.9/k": "Served: the Lipschitz term of B.9/n, under the proof's own hypotheses (B.9/k*).",
    ]
}
