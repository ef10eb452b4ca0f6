// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Synchronization

/// The one way out for what the program says: every byte is written, or the program ends with one line and status 74.
///
/// Neither `print`, which is silent about a full disk, nor `FileHandle.write`, which stops the program where one is met.
enum Output {
    /// Writes `text` to standard output.
    ///
    /// - Throws: the exit status 74 where it could not be written, after a line that says so.
    static func print(_ text: String, terminator: String = "\n") throws { try write(Data((text + terminator).utf8)) }

    /// Writes `data` to standard output.
    ///
    /// - Throws: as ``print(_:terminator:)``.
    static func write(_ data: Data) throws {
        if let problem = send(data, to: STDOUT_FILENO) { throw Failure.output("standard output could not be written: \(problem)").exit }
    }

    /// Writes `text` to standard error as far as that takes it: there is nowhere else to complain.
    static func note(_ text: String) { _ = send(Data(text.utf8), to: STDERR_FILENO) }

    /// Puts something that cannot be written to in the place of a standard stream that was closed, lest the next file that is opened gets
    /// its number, and the results with it.
    static func occupyClosedStreams() {
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) == -1 {
            // The lowest number that is free is this one.
            _ = open("/dev/null", O_RDONLY)
        }
    }

    /// Writes all of `data`; the system's words for what went wrong, nil for nothing.
    private static func send(_ data: Data, to descriptor: Int32) -> String? {
        // Two threads may write where the run is interrupted: one line after the other.
        gate.withLock { _ in sendAlone(data, to: descriptor) }
    }

    private static let gate = Mutex(())

    private static func sendAlone(_ data: Data, to descriptor: Int32) -> String? {
        data.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count {
                let count = Foundation.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
                if count > 0 {
                    written += count
                } else if count == 0 || errno != EINTR {
                    return String(cString: strerror(errno))
                }
            }
            return nil
        }
    }
}

/// The files of a report: written before the report is shown and told of after it, so that neither loses the other.
struct Written {
    private let files: Result<[String]?, any Error>

    /// - Parameter write: writes them and gives their paths; nil where none were asked for.
    init(_ write: () throws -> [String]?) { files = Result(catching: write) }

    /// Names the files.
    ///
    /// - Throws: the exit status 74 where they could not be written, after a line that says why.
    func tell(inWords: Bool) throws {
        let paths: [String]?
        do {
            paths = try files.get()
        } catch {
            throw Failure.output("\(error)").exit
        }
        if inWords, let paths { try Output.print("Written: \(Self.shortened(paths))") }
    }
}

extension Written {
    /// The paths, those of one folder below the report's by its name alone; the page last, which is what most people open.
    private static func shortened(_ paths: [String]) -> String {
        var parts: [(text: String, count: Int)] = []
        for path in paths.filter({ !$0.hasSuffix("/index.html") }) {
            let folder = ["/figures/", "/witnesses/", "/experiment-figures/", "/audit-figures/"].compactMap { path.range(of: $0) }.first.map
            {
                String(path[..<$0.upperBound])
            }
            if let folder, let index = parts.firstIndex(where: { $0.text == folder }) {
                parts[index].count += 1
            } else {
                parts.append((folder ?? path, folder == nil ? 0 : 1))
            }
        }
        let texts = parts.map { $0.count > 0 ? "\($0.text) (\($0.count) \($0.count == 1 ? "file" : "files"))" : $0.text }
        let page = paths.filter { $0.hasSuffix("/index.html") }
        return (texts + page).joined(separator: ", ")
    }
}

extension Lemmacheck {
    /// Parses the command line and runs the command. Help, versions and messages about wrong usage take the same way out as results.
    static func main() async {
        Output.occupyClosedStreams()
        Interrupt.watch()
        do {
            try checkCommand(Array(CommandLine.arguments.dropFirst()))
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
    }

    private static func end(with error: any Error) -> Never {
        let (message, status) = (WrongUsage.text(for: error), exitCode(for: error))
        guard !message.isEmpty else { Foundation.exit(status.rawValue) }
        guard status == .success else {
            Output.note(message + "\n")
            Foundation.exit(status.rawValue)
        }
        do {
            try Output.print(message)
        } catch {
            Foundation.exit(exitCode(for: error).rawValue)
        }
        Foundation.exit(status.rawValue)
    }
}
