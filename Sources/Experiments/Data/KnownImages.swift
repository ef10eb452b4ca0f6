// SPDX-License-Identifier: GPL-3.0-or-later

/// A collection of images that is known by the SHA-256 of what its four files hold uncompressed.
struct KnownImages {
    let source: ImageSource
    /// Images, then labels.
    let training: (String, String)
    let test: (String, String)

    /// Those of http://yann.lecun.com/exdb/mnist.
    static let mnist = KnownImages(
        source: .mnist,
        training: (
            "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
            "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"
        ),
        test: (
            "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
            "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"
        ))

    /// Those of https://github.com/zalandoresearch/fashion-mnist, which Debian has as dataset-fashion-mnist: T-shirts and trousers in the
    /// place of the digits 0 and 1.
    static let fashion = KnownImages(
        source: .other("Fashion-MNIST's classes 0 and 1"),
        training: (
            "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
            "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"
        ),
        test: (
            "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
            "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"
        ))

    func holds(_ training: DigitFiles, _ test: DigitFiles) -> Bool {
        (training.images.digest, training.labels.digest) == self.training && (test.images.digest, test.labels.digest) == self.test
    }
}
