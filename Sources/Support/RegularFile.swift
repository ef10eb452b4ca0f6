// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation

/// Files whose contents are taken whole: never a pipe, a device or a folder, which would be waited for or read for ever.
public enum RegularFile {
    /// Why a file was not read, in a few words: "is a folder; a regular file is allowed".
    public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
        public let description: String
    }

    /// The contents of the file at `path`.
    ///
    /// - Parameter limit: how many bytes it may have.
    /// - Throws: ``Problem``.
    public static func contents(of path: String, atMost limit: Int) throws(Problem) -> Data {
        // Without waiting for the other end of a pipe.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw Problem(description: "cannot be read: \(String(cString: strerror(errno)))") }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Problem(description: "cannot be read: \(String(cString: strerror(errno)))") }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw Problem(description: "is \(kind(status.st_mode)); a regular file is allowed")
        }
        // What the system says of the size is not relied on: a file may grow, and those of /proc say 0.
        guard status.st_size <= limit else { throw tooLarge(limit) }
        var data = Data()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { return data }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw Problem(description: "cannot be read: \(String(cString: strerror(errno)))")
            }
            data.append(contentsOf: buffer[..<count])
            guard data.count <= limit else { throw tooLarge(limit) }
        }
    }

    private static func tooLarge(_ limit: Int) -> Problem { Problem(description: "is too large: at most \(limit) bytes are allowed") }

    private static func kind(_ mode: mode_t) -> String {
        switch mode & S_IFMT {
        case S_IFDIR: "a folder"
        case S_IFIFO: "a pipe"
        case S_IFSOCK: "a socket"
        default: "a device"
        }
    }
}
