// SPDX-License-Identifier: GPL-3.0-or-later

internal import CZlib

/// The bytes of a file that is compressed by gzip, or not compressed.
enum GzipFile {
    /// More than this is no file of ours: MNIST's largest is 47 040 016 bytes.
    static let limit = 1 << 28

    /// - Throws: ``DataError`` where the file cannot be opened, is damaged or cut short, or is larger than ``limit``.
    static func contents(of path: String) throws(DataError) -> [UInt8] {
        guard let file = gzopen(path, "rb") else {
            throw DataError(path, "cannot be opened; allowed: a readable file, compressed by gzip or not")
        }
        defer { gzclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = gzread(file, &chunk, UInt32(chunk.count))
            guard count >= 0 else { throw DataError(path, "is damaged: \(message(file))") }
            if count == 0 { break }
            bytes.append(contentsOf: chunk[..<Int(count)])
            guard bytes.count <= limit else { throw DataError(path, "holds more than \(limit) bytes") }
        }
        // A stream that is cut short ends without a negative count, and is known by its state alone.
        var status: Int32 = Z_OK
        _ = gzerror(file, &status)
        guard status == Z_OK || status == Z_STREAM_END else { throw DataError(path, "is damaged: \(message(file))") }
        return bytes
    }

    private static func message(_ file: gzFile) -> String {
        var status: Int32 = Z_OK
        guard let text = gzerror(file, &status) else { return "zlib's error \(status)" }
        return String(cString: text)
    }
}
