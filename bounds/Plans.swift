// SPDX-License-Identifier: GPL-3.0-or-later

/// The default plan's files, embedded in the program so that it runs from any folder.
public enum EmbeddedPlans {
    /// Name and contents of each file, in the paper's order.
    public static var files: [(name: String, contents: String)] {
        [
            ("bounds/T.yaml", PackageResources.T_yaml),
            ("bounds/B.4.yaml", PackageResources.B_4_yaml),
            ("bounds/B.5.yaml", PackageResources.B_5_yaml),
            ("bounds/B.6.yaml", PackageResources.B_6_yaml),
            ("bounds/B.7.yaml", PackageResources.B_7_yaml),
            ("bounds/B.8.yaml", PackageResources.B_8_yaml),
            ("bounds/B.9.yaml", PackageResources.B_9_yaml),
            ("bounds/Theorem-3.yaml", PackageResources.Theorem_3_yaml),
            ("bounds/Section-5.yaml", PackageResources.Section_5_yaml),
        ].map { ($0.0, String(decoding: $0.1, as: UTF8.self)) }
    }
}
