// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import Experiments

private func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("experiments-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
}

private func idx(_ shape: [Int], _ values: [UInt8]) -> [UInt8] {
    [0, 0, 8, UInt8(shape.count)] + shape.flatMap { size in (0..<4).map { UInt8(truncatingIfNeeded: size >> (24 - 8 * $0)) } } + values
}

/// `bytes`, compressed by the gzip program if asked.
private func write(_ bytes: [UInt8], _ path: String, compressed: Bool) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    guard compressed else { return }
    let gzip = Process()
    gzip.executableURL = URL(fileURLWithPath: "/bin/gzip")
    gzip.arguments = [path]
    try gzip.run()
    gzip.waitUntilExit()
}

/// Four files in `folder`; what a test changes of them is for ``change`` to say, by `train-images` and the like.
private func writeFolder(
    _ folder: String, mark: String = "-", compressed: Bool = false, change: (String, [UInt8]) -> [UInt8] = { $1 }
) throws {
    for prefix in ["train", "t10k"] {
        let images = change("\(prefix)-images", idx([4, 2, 2], (0..<16).map { $0 * 17 }))
        let labels = change("\(prefix)-labels", idx([4], [7, 1, 0, 1]))
        try write(images, "\(folder)/\(prefix)-images\(mark)idx3-ubyte", compressed: compressed)
        try write(labels, "\(folder)/\(prefix)-labels\(mark)idx1-ubyte", compressed: compressed)
    }
}

@Test(
    "The digits 0 and 1 of an IDX pair are read, compressed or not, under both spellings, in the order of the files; they are not MNIST's",
    arguments: [true, false], ["-", "."])
func reading(compressed: Bool, mark: String) throws {
    try withFolder { folder in
        try writeFolder(folder, mark: mark, compressed: compressed)
        let data = try DigitData(folder: folder)
        #expect(data.test.labels == [1, -1, 1] && data.test.side == 2)
        #expect(data.training.pixels == (4..<16).map { Double($0) * 17 / 255 })
        #expect(data.source == .other("the images in \(folder)") && data.source.name.hasSuffix("(not MNIST's)"))
    }
}

@Test("A file is known by the SHA-256 of what it holds, compressed or not", arguments: [true, false])
func digest(compressed: Bool) throws {
    try withFolder { folder in
        try write(idx([3], [1, 2, 3]), "\(folder)/x", compressed: compressed)
        // hashlib.sha256(bytes([0, 0, 8, 1, 0, 0, 0, 3, 1, 2, 3])).hexdigest()
        let expected = "398a8a7fbd9531f1d9aa2ae368533e137cb53c202c3665f25affcf1ca88844ab"
        #expect(try IDXFile(path: "\(folder)/x\(compressed ? ".gz" : "")", rank: 1).digest == expected)
    }
}

@Test("Files that do not belong together or hold no digits to tell apart: one line that names the file")
func folders() throws {
    func fault(_ change: (String, [UInt8]) -> [UInt8]) throws -> String {
        try withFolder { folder in
            try writeFolder(folder, change: change)
            do {
                return try "none: \(DigitData(folder: folder).source)"
            } catch {
                return "\(error)".replacing(folder + "/", with: "")
            }
        }
    }
    func labels(_ digits: [UInt8]) throws -> String { try fault { $0 == "t10k-labels" ? idx([digits.count], digits) : $1 } }
    #expect(try labels([0, 1, 2]) == "t10k-labels-idx1-ubyte: has 3 labels for 4 images")
    #expect(try labels([0, 1, 2, 10]) == "t10k-labels-idx1-ubyte: has the label 10 at image 3; allowed: 0 to 9")
    #expect(try labels([1, 1, 2, 3]) == "t10k-labels-idx1-ubyte: has no digit 0; allowed: files with both the digits 0 and 1")
    #expect(try labels([0, 0, 2, 3]) == "t10k-labels-idx1-ubyte: has no digit 1; allowed: files with both the digits 0 and 1")
    func images(_ shape: [Int], _ count: Int) throws -> String {
        try fault { $0 == "train-images" ? idx(shape, [UInt8](repeating: 9, count: count)) : $1 }
    }
    #expect(try images([4, 2, 3], 24) == "train-images-idx3-ubyte: has images of 2 x 3 pixels; allowed: square ones")
    #expect(try images([4, 0, 0], 0) == "train-images-idx3-ubyte: has images of 0 x 0 pixels; allowed: square ones")
    #expect(try images([1 << 31, 1 << 31, 1 << 31], 4).hasPrefix("train-images-idx3-ubyte: has the sizes [2147483648, "))
    #expect(try images([1 << 31, 1, 1], 4) == "train-images-idx3-ubyte: holds 4 numbers; its header says 2147483648")
    #expect(
        try images([4, 1, 1], 4) == "t10k-images-idx3-ubyte: has images of edge 2, and the training images have edge 1")
    #expect(try fault { $0 == "t10k-images" ? [] : $1 }.hasPrefix("t10k-images-idx3-ubyte: is no IDX file"))
}

@Test("A pipe or a folder in the place of a data file is refused at once")
func irregularFiles() throws {
    try withFolder { folder in
        #expect(mkfifo("\(folder)/train-images-idx3-ubyte", 0o600) == 0)
        #expect(
            throws: DataError(
                "\(folder)/train-images-idx3-ubyte",
                "is a pipe; a regular file, compressed by gzip or not, is allowed")
        ) {
            try IDXFile(path: "\(folder)/train-images-idx3-ubyte", rank: 3)
        }
        #expect { try IDXFile(path: folder, rank: 3) } throws: { "\($0)".contains("is a folder; a regular file") }
        #expect { try IDXFile(path: "/dev/zero", rank: 3) } throws: { "\($0)".contains("is a device; a regular file") }
    }
}

@Test("What is wrong with a data file is said in one line that names it")
func damage() throws {
    try withFolder { folder in
        #expect(
            throws: DataError(
                "\(folder)/train-images-idx3-ubyte.gz", "is missing; allowed: the four files of MNIST, compressed by gzip or not")
        ) {
            try DigitData(folder: folder)
        }
        func fault(_ bytes: [UInt8], rank: Int = 1) -> String {
            do { return "\(try IDXFile(bytes, path: "x", rank: rank).shape)" } catch { return error.description }
        }
        #expect(fault([1, 2]) == "x: is no IDX file of bytes; allowed: one that begins with the bytes 0, 0, 8")
        #expect(fault(idx([2], [1, 2]), rank: 3) == "x: has 1 dimensions; allowed: 3")
        #expect(fault([0, 0, 8, 1, 0]) == "x: ends within its header of 8 bytes")
        #expect(fault(idx([3], [1, 2])) == "x: holds 2 numbers; its header says 3")
        #expect(fault([0, 0, 8, 3] + [UInt8](repeating: 255, count: 12), rank: 3).contains("more than any file holds"))

        let path = "\(folder)/cut"
        try write(idx([100_000], (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* $0 / 7) }), path, compressed: true)
        let whole = try Data(contentsOf: URL(fileURLWithPath: "\(path).gz"))
        try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: "\(path).gz"))
        #expect { try IDXFile(path: "\(path).gz", rank: 1) } throws: {
            "\($0)" == "\(path).gz: is damaged: its compressed data ends too soon"
        }
        // The last 8 bytes are the checksum and the length.
        var wrong = whole
        wrong[wrong.count - 7] ^= 1
        try wrong.write(to: URL(fileURLWithPath: "\(path).gz"))
        #expect { try IDXFile(path: "\(path).gz", rank: 1) } throws: {
            "\($0)" == "\(path).gz: is damaged: its compressed data or their checksum are wrong"
        }
    }
}

@Test("Downsampling is the mean over areas: against an image blown up to a common multiple", arguments: [1, 5, 7, 10, 14, 20, 25, 28])
func downsampling(side: Int) {
    var random = TestRandom(3)
    let image = (0..<784).map { _ in random.uniform() }
    let small = Downsampling(from: 28, to: side)(image[...])
    // Each pixel is `side` x `side` equal ones, and 28 x 28 of those make a new pixel.
    var expected = [Double](repeating: 0, count: side * side)
    for y in 0..<28 * side {
        for x in 0..<28 * side { expected[y / 28 * side + x / 28] += image[y / side * 28 + x / side] / 784 }
    }
    #expect(zip(small, expected).allSatisfy { abs($0 - $1) < 1e-12 })
}

@Test("Samples: a last coordinate of 1 with a bias, norm 1 without")
func samples() {
    let digits = DigitImages(side: 4, pixels: (0..<32).map(Double.init), labels: [1, -1])
    let plain = Samples(digits, side: 2, scaling: .unnormalized)
    #expect(plain.width == 5 && plain.row(0) == [2.5, 4.5, 10.5, 12.5, 1])
    let unit = Samples(digits, side: 2, scaling: .normalized)
    #expect(unit.width == 4 && abs(unit.norm(1) - 1) < 1e-15)
    #expect(abs(unit.row(0)[1] / unit.row(0)[0] - 4.5 / 2.5) < 1e-14)
}

@Test("each scale of the pixels, on an image whose numbers are known")
func pixelScales() {
    // Norm sqrt(.09 + .01 + .36 + .54) = 1 at its own size.
    let pixels = [0.3, 0.1, 0.6, 0.54.squareRoot()]
    let digits = DigitImages(side: 2, pixels: pixels + pixels, labels: [1, -1])
    func row(_ scale: PixelScale) -> [Double] { Samples(digits, side: 2, TrainingChoices(pixels: scale, hasBias: false)).row(1) }
    #expect(row(.unitRange) == pixels)
    #expect(zip(row(.unitNorm), pixels).allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(zip(row(.normSqrtD), pixels).allSatisfy { abs($0 - 2 * $1) < 1e-15 })
    #expect(zip(row(.symmetric), [-0.4, -0.8, 0.2]).allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(zip(row(.standardized), [0.54950, -0.09964, 1.52321]).allSatisfy { abs($0 - $1) < 1e-5 })
}

@Test("Images are made smaller, never larger")
func sides() throws {
    let digits = DigitImages(side: 4, pixels: (0..<32).map(Double.init), labels: [1, -1])
    let data = DigitData(training: digits, test: digits, source: .other("planted images"))
    try data.require(side: 4, folder: "x")
    #expect(throws: DataError("x", "has images of 4 x 4 pixels; d = 25 asks for at least 5 x 5")) { try data.require(side: 5, folder: "x") }
}

@Test(
    "Real MNIST is known as such, has 12665 training and 2115 test images of 0 and 1, and is another's with one pixel changed",
    .enabled(if: MNIST.isThere, "MNIST's files are not beside the repository"))
func realFiles() throws {
    let data = try DigitData(folder: MNIST.folder)
    #expect(data.training.count == 12665 && data.test.count == 2115 && data.source == .mnist)
    try withFolder { folder in
        for name in ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"] {
            let bytes = try GzipFile.contents(of: "\(MNIST.folder)/\(name).gz")
            try write(bytes, "\(folder)/\(name.replacing("-idx", with: ".idx"))", compressed: false)
        }
        let again = try DigitData(folder: folder)
        #expect(again.source == .mnist && again == data)
        let path = "\(folder)/t10k-images.idx3-ubyte"
        var bytes = try GzipFile.contents(of: path)
        bytes[bytes.count - 1] ^= 1
        try write(bytes, path, compressed: false)
        #expect(try DigitData(folder: folder).source == .other("the images in \(folder)"))
    }
}
