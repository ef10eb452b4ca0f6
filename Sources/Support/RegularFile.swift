// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation

/// Files that are read whole: regular ones of a limited size, so that no pipe, device or folder under an expected name keeps a reader
/// waiting or fills the memory.
public enum RegularFile {
    /// Why a file is not read. The description is a phrase that follows its path: "is a folder, and no regular file".
    public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
        public let description: String

        init(_ description: String) { self.description = description }
    }

    /// Opens `path` for reading, symbolic links followed; the caller closes the descriptor.
    ///
    /// - Throws: ``Problem`` where it cannot be opened or is no regular file.
    public static func open(_ path: String) throws(Problem) -> Int32 {
        // Without O_NONBLOCK the opening of a pipe waits for someone who writes to it.
        let descriptor = Foundation.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Problem("cannot be opened: \(String(cString: strerror(errno)))") }
        var status = stat()
        guard fstat(descriptor, &status) == 0, let other = otherKind(status.st_mode) else { return descriptor }
        close(descriptor)
        throw Problem("is \(other), and no regular file")
    }

    /// What a file is, if it is no regular one.
    private static func otherKind(_ mode: mode_t) -> String? {
        switch mode & S_IFMT {
        case S_IFREG: nil
        case S_IFDIR: "a folder"
        case S_IFIFO: "a pipe"
        case S_IFSOCK: "a socket"
        default: "a device"
        }
    }

    /// The bytes of `path`.
    ///
    /// - Parameter limit: the largest number of bytes.
    /// - Throws: ``Problem`` as ``open(_:)`` does, where reading fails, and where there are more bytes.
    public static func contents(of path: String, limit: Int) throws(Problem) -> [UInt8] {
        let descriptor = try open(path)
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw Problem("cannot be read: \(String(cString: strerror(errno)))") }
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[..<count])
            guard bytes.count <= limit else { throw Problem("holds more than \(limit) bytes") }
        }
    }
}
