// SPDX-License-Identifier: GPL-3.0-or-later
//
// Written by frontier_references.py; do not edit.

enum FrontierReference {
    static let gradientNormAtWidth1e5 = 155.0
    static let gradientNormAtLeastWidth = 151.0
    static let gradientNormAtCube = 139.0
    static let signChange = 6.0
    static let gradientDifferenceAtLeastWidth = 634.0
    static let gradientDifferenceAtCube = 126.0
    static let flipAtLeastWidth = 9.478033190876472e+23
    static let flipAtCube = 1.9346135210088913e+24
    static let windows: [(Double, Double, Double)] = [
        (1, 1.593557592712888, 2972162.221147234),
        (10, 4.7883921688073405, 1996655.7366153365),
        (100000, 1177.6422632289925, 119834.9253407298),
    ]
}
