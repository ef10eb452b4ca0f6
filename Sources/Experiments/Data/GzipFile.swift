// SPDX-License-Identifier: GPL-3.0-or-later

internal import CZlib
internal import Foundation
internal import Support

/// The bytes of a file that is compressed by gzip, or not compressed.
enum GzipFile {
    /// More than this is no file of ours: MNIST's largest is 47 040 016 bytes.
    static let limit = 1 << 28

    /// - Throws: ``DataError`` where the file cannot be opened, is no regular one, is damaged or cut short, or is larger than ``limit``.
    static func contents(of path: String) throws(DataError) -> [UInt8] {
        let descriptor: Int32
        do { descriptor = try RegularFile.open(path) } catch {
            throw DataError(path, "\(error.fault); a regular file, compressed by gzip or not, is allowed")
        }
        guard let file = gzdopen(descriptor, "rb") else {
            close(descriptor)
            throw DataError(path, "cannot be opened: there is no memory to decompress it in")
        }
        // Closes the descriptor too.
        defer { gzclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = gzread(file, &chunk, UInt32(chunk.count))
            guard count >= 0 else { throw DataError(path, "is damaged: \(problem(file))") }
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<Int(count)])
            guard bytes.count <= limit else { throw DataError(path, "holds more than \(limit) bytes") }
        }
        // A stream that is cut short ends without a negative count, and is known by its state alone.
        let state = status(file)
        guard state == Z_OK || state == Z_STREAM_END else { throw DataError(path, "is damaged: \(problem(file))") }
        return bytes
    }

    private static func status(_ file: gzFile) -> Int32 {
        var status: Int32 = Z_OK
        _ = gzerror(file, &status)
        return status
    }

    /// In words of ours: zlib's begin with the number of the descriptor.
    private static func problem(_ file: gzFile) -> String {
        switch status(file) {
        case Z_BUF_ERROR: "its compressed data ends too soon"
        case Z_DATA_ERROR: "its compressed data or their checksum are wrong"
        case let other: "zlib's error \(other)"
        }
    }
}
