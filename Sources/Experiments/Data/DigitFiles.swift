// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation

/// A pair of files as MNIST has two of: images, and a label from 0 to 9 for each.
struct DigitFiles {
    let images: IDXFile
    let labels: IDXFile

    /// The two pairs, and how their files' names begin.
    enum Part: String, CaseIterable {
        case training = "train"
        case test = "t10k"
    }

    /// Reads the images and the labels of a part, checked against each other.
    ///
    /// - Throws: ``DataError`` where a file is missing or damaged, or the two do not belong together.
    init(folder: String, _ part: Part) throws(DataError) {
        let imagesPath = try Self.path(in: folder, part, "images", "idx3")
        let labelsPath = try Self.path(in: folder, part, "labels", "idx1")
        images = try IDXFile(path: imagesPath, rank: 3)
        labels = try IDXFile(path: labelsPath, rank: 1)
        guard images.shape[1] == images.shape[2], images.shape[1] >= 1 else {
            throw DataError(imagesPath, "has images of \(images.shape[1]) x \(images.shape[2]) pixels; allowed: square ones")
        }
        guard images.shape[0] == labels.shape[0] else {
            throw DataError(labelsPath, "has \(labels.shape[0]) labels for \(images.shape[0]) images")
        }
        if let index = labels.values.firstIndex(where: { $0 > 9 }) {
            throw DataError(labelsPath, "has the label \(labels.values[index]) at image \(index); allowed: 0 to 9")
        }
        for digit in [UInt8(0), 1] where !labels.values.contains(digit) {
            throw DataError(labelsPath, "has no digit \(digit); allowed: files with both the digits 0 and 1")
        }
    }

    /// The images of the digits 0 and 1, in the order of the files.
    var digits: DigitImages {
        let size = images.shape[1] * images.shape[2]
        var (pixels, signs): ([Double], [Double]) = ([], [])
        for (index, digit) in labels.values.enumerated() where digit <= 1 {
            pixels.append(contentsOf: images.values[index * size..<(index + 1) * size].lazy.map { Double($0) / 255 })
            signs.append(digit == 1 ? 1 : -1)
        }
        return DigitImages(side: images.shape[1], pixels: pixels, labels: signs)
    }

    /// The first that is there of `train-images-idx3-ubyte` and `train-images.idx3-ubyte`, each compressed or not.
    private static func path(in folder: String, _ part: Part, _ kind: String, _ format: String) throws(DataError) -> String {
        let names = ["-", "."].flatMap { mark in
            [".gz", ""].map { "\(folder)/\(part.rawValue)-\(kind)\(mark)\(format)-ubyte\($0)" }
        }
        guard let path = names.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
            throw DataError(names[0], "is missing; allowed: the four files of MNIST, compressed by gzip or not")
        }
        return path
    }
}
