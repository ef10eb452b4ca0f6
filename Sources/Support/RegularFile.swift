// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation

/// Files whose contents are taken whole: never a pipe, a device or a folder, which would be waited for or read for ever.
public enum RegularFile {
    /// Why a file was not read, in a few words that follow its path: "is a folder; a regular file is allowed".
    public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
        /// What is wrong alone: "is a folder".
        public let fault: String
        private let allowed: String?

        public var description: String { allowed.map { "\(fault); \($0) is allowed" } ?? fault }

        init(_ fault: String, allowed: String? = nil) { (self.fault, self.allowed) = (fault, allowed) }

        /// What the system says of its last failure.
        static var ofSystem: Problem { Problem("cannot be read: \(String(cString: strerror(errno)))") }
    }

    /// Opens `path` for reading, symbolic links followed; the caller closes the descriptor.
    ///
    /// - Throws: ``Problem`` where it cannot be opened or is no regular file.
    public static func open(_ path: String) throws(Problem) -> Int32 {
        // Without O_NONBLOCK the opening of a pipe waits for someone who writes to it.
        let descriptor = Foundation.open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Problem.ofSystem }
        var status = stat()
        guard fstat(descriptor, &status) == 0, let other = otherKind(status.st_mode) else { return descriptor }
        close(descriptor)
        throw Problem("is \(other)", allowed: "a regular file")
    }

    /// The contents of the file at `path`.
    ///
    /// - Parameter limit: how many bytes it may have.
    /// - Throws: ``Problem``.
    public static func contents(of path: String, atMost limit: Int) throws(Problem) -> Data {
        let descriptor = try open(path)
        defer { close(descriptor) }
        // What the system says of the size is not relied on: a file may grow, and those of /proc say 0.
        var data = Data()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { return data }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw Problem.ofSystem
            }
            data.append(contentsOf: buffer[..<count])
            guard data.count <= limit else { throw Problem("is too large: at most \(limit) bytes are allowed") }
        }
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
}
