// SPDX-License-Identifier: GPL-3.0-or-later

internal import Crypto

/// An array of bytes in the IDX format of MNIST: two zero bytes, the type's code (8 for bytes), the number of dimensions, each of them
/// as 32 bits with the high byte first, then the numbers, the last index fastest.
struct IDXFile {
    let path: String
    let shape: [Int]
    let values: [UInt8]
    /// SHA-256 of the whole file, uncompressed, in hexadecimal: what a known file is known by.
    let digest: String

    /// Reads `path`, compressed by gzip or not.
    ///
    /// - Parameter rank: the number of dimensions that it must have.
    /// - Throws: ``DataError``.
    init(path: String, rank: Int) throws(DataError) {
        try self.init(GzipFile.contents(of: path), path: path, rank: rank)
    }

    init(_ bytes: [UInt8], path: String, rank: Int) throws(DataError) {
        guard bytes.count >= 4, bytes[0] == 0, bytes[1] == 0, bytes[2] == 8 else {
            throw DataError(path, "is no IDX file of bytes; allowed: one that begins with the bytes 0, 0, 8")
        }
        guard Int(bytes[3]) == rank else { throw DataError(path, "has \(bytes[3]) dimensions; allowed: \(rank)") }
        let header = 4 + 4 * rank
        guard bytes.count >= header else { throw DataError(path, "ends within its header of \(header) bytes") }
        shape = (0..<rank).map { axis in bytes[4 + 4 * axis..<8 + 4 * axis].reduce(0) { $0 << 8 | Int($1) } }
        // A product of sizes from a damaged header may be any number.
        var count = 1
        for size in shape {
            let (product, overflow) = count.multipliedReportingOverflow(by: size)
            guard !overflow else { throw DataError(path, "has the sizes \(shape), more than any file holds") }
            count = product
        }
        guard bytes.count == header + count else {
            throw DataError(path, "holds \(bytes.count - header) numbers; its header says \(count)")
        }
        values = Array(bytes[header...])
        digest = SHA256.hash(data: bytes).hexadecimal
        self.path = path
    }
}
