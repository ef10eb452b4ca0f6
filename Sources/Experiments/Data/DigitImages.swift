// SPDX-License-Identifier: GPL-3.0-or-later

/// Images of the digits 0 and 1 with labels -1 and +1, in the order of their files: the data of Section 5.
public struct DigitImages: Sendable, Hashable {
    /// Pixels along an edge.
    public let side: Int
    /// `labels.count * side * side` grey values in [0, 1], row after row.
    public let pixels: [Double]
    /// -1 for the digit 0, +1 for the digit 1.
    public let labels: [Double]

    public var count: Int { labels.count }

    /// - Precondition: as many pixels as the labels and the edge say; a positive edge.
    public init(side: Int, pixels: [Double], labels: [Double]) {
        precondition(side >= 1 && pixels.count == labels.count * side * side)
        self.side = side
        self.pixels = pixels
        self.labels = labels
    }
}

/// The training and the test images, and whose they are.
public struct DigitData: Sendable, Hashable {
    public let training: DigitImages
    public let test: DigitImages
    public let source: ImageSource

    public init(training: DigitImages, test: DigitImages, source: ImageSource) {
        self.training = training
        self.test = test
        self.source = source
    }

    /// Where Debian's package dataset-fashion-mnist has Fashion-MNIST: images for whoever has not got MNIST.
    public static let fashionFolder = "/usr/share/datasets/fashion-mnist"

    /// Reads four files of images and labels from `folder` and keeps the digits 0 and 1: of MNIST 12665 training and 2115 test images.
    ///
    /// - Throws: ``DataError``.
    public init(folder: String) throws(DataError) {
        let training = try DigitFiles(folder: folder, .training)
        let test = try DigitFiles(folder: folder, .test)
        guard training.images.shape[1] == test.images.shape[1] else {
            throw DataError(
                test.images.path,
                "has images of edge \(test.images.shape[1]), and the training images have edge \(training.images.shape[1])")
        }
        let known = [KnownImages.mnist, .fashion].first { $0.holds(training, test) }
        self.init(training: training.digits, test: test.digits, source: known?.source ?? .other("the images in \(folder)"))
    }

    /// Images are made smaller, never larger.
    ///
    /// - Parameters:
    ///   - side: the largest edge that is asked for.
    ///   - folder: where the images come from, for the message.
    /// - Throws: ``DataError`` where the images are smaller.
    public func require(side: Int, folder: String) throws(DataError) {
        guard side > training.side else { return }
        throw DataError(
            folder, "has images of \(training.side) x \(training.side) pixels; d = \(side * side) asks for at least \(side) x \(side)")
    }
}
