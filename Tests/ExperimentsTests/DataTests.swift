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

/// `bytes`, compressed by the gzip program.
private func write(_ bytes: [UInt8], _ path: String, compressed: Bool) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    guard compressed else { return }
    let gzip = Process()
    gzip.executableURL = URL(fileURLWithPath: "/bin/gzip")
    gzip.arguments = [path]
    try gzip.run()
    gzip.waitUntilExit()
}

@Test("The digits 0 and 1 of an IDX pair are read, compressed or not, in the order of the files", arguments: [true, false])
func reading(compressed: Bool) throws {
    try withFolder { folder in
        let digits: [UInt8] = [7, 1, 0, 1]
        for prefix in ["train", "t10k"] {
            try write(idx([4, 2, 2], (0..<16).map { $0 * 17 }), "\(folder)/\(prefix)-images-idx3-ubyte", compressed: compressed)
            try write(idx([4], digits), "\(folder)/\(prefix)-labels-idx1-ubyte", compressed: compressed)
        }
        let data = try DigitData(folder: folder)
        #expect(data.test.labels == [1, -1, 1] && data.test.side == 2)
        #expect(data.training.pixels == (4..<16).map { Double($0) * 17 / 255 })
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
        #expect { try IDXFile(path: "\(path).gz", rank: 1) } throws: { "\($0)".contains("cut.gz: is damaged") }
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

@Test(
    "Real MNIST has 12665 training and 2115 test images of 0 and 1",
    .enabled(if: MNIST.isThere, "MNIST's files are not beside the repository"))
func counts() throws {
    let data = try DigitData(folder: MNIST.folder)
    #expect(data.training.count == 12665 && data.test.count == 2115)
}
