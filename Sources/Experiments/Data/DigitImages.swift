// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation

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

    /// Reads the images `PREFIX-images-idx3-ubyte` and the labels `PREFIX-labels-idx1-ubyte` of `folder`, with or without `.gz`.
    ///
    /// - Throws: ``DataError`` where a file is missing or damaged, sizes disagree, or no image shows a 0 or a 1.
    init(folder: String, prefix: String) throws(DataError) {
        let imagesPath = try Self.existing("\(folder)/\(prefix)-images-idx3-ubyte")
        let labelsPath = try Self.existing("\(folder)/\(prefix)-labels-idx1-ubyte")
        let images = try IDXFile(path: imagesPath, rank: 3)
        let digits = try IDXFile(path: labelsPath, rank: 1)
        guard images.shape[1] == images.shape[2], images.shape[1] >= 1 else {
            throw DataError(imagesPath, "has images of \(images.shape[1]) x \(images.shape[2]) pixels; allowed: square ones")
        }
        guard images.shape[0] == digits.shape[0] else {
            throw DataError(labelsPath, "has \(digits.shape[0]) labels for \(images.shape[0]) images")
        }
        let size = images.shape[1] * images.shape[2]
        var (pixels, labels): ([Double], [Double]) = ([], [])
        for (index, digit) in digits.values.enumerated() where digit <= 1 {
            pixels.append(contentsOf: images.values[index * size..<(index + 1) * size].lazy.map { Double($0) / 255 })
            labels.append(digit == 1 ? 1 : -1)
        }
        guard labels.contains(1), labels.contains(-1) else { throw DataError(labelsPath, "has not both the digits 0 and 1") }
        self.init(side: images.shape[1], pixels: pixels, labels: labels)
    }

    /// `path` or `path.gz`, whichever is there.
    private static func existing(_ path: String) throws(DataError) -> String {
        for candidate in ["\(path).gz", path] where FileManager.default.isReadableFile(atPath: candidate) { return candidate }
        throw DataError("\(path).gz", "is missing; allowed: the four files of MNIST, compressed by gzip or not")
    }
}

/// The training and the test images.
public struct DigitData: Sendable, Hashable {
    public let training: DigitImages
    public let test: DigitImages

    public init(training: DigitImages, test: DigitImages) {
        self.training = training
        self.test = test
    }

    /// Reads MNIST's four files from `folder` and keeps the digits 0 and 1: 12665 training and 2115 test images.
    ///
    /// - Throws: ``DataError``.
    public init(folder: String) throws(DataError) {
        training = try DigitImages(folder: folder, prefix: "train")
        test = try DigitImages(folder: folder, prefix: "t10k")
        guard training.side == test.side else {
            throw DataError(folder, "has training images of edge \(training.side) and test images of edge \(test.side)")
        }
    }
}
