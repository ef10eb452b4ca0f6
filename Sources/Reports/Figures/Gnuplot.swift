// SPDX-License-Identifier: GPL-3.0-or-later

public import Foundation

/// What went wrong with a drawing, in one line.
public struct GnuplotError: Error, Sendable, CustomStringConvertible {
    public let description: String
}

/// The program that draws.
public struct Gnuplot: Sendable {
    private let path: String
    /// "gnuplot 5.4 patchlevel 4": drawings are the same bytes for the same version.
    public let version: String

    /// The program on the PATH; nil where there is none.
    public static func find() -> Gnuplot? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        for folder in folders {
            let path = "\(folder)/gnuplot"
            guard FileManager.default.isExecutableFile(atPath: path) else { continue }
            guard let output = try? run(path, ["--version"], in: nil), output.hasPrefix("gnuplot ") else { continue }
            return Gnuplot(path: path, version: output.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        return nil
    }

    private init(path: String, version: String) { (self.path, self.version) = (path, version) }

    /// Draws all of `figures` by one process, in a folder that is gone afterwards.
    ///
    /// - Returns: the drawings, in the order of the figures.
    /// - Throws: ``GnuplotError`` where gnuplot fails or leaves one out.
    public func drawings(of figures: [Figure], as format: FigureFormat) throws -> [Data] {
        guard !figures.isEmpty else { return [] }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lemmacheck-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var all = "drawn_by_lemmacheck = 1\n"
        for figure in figures {
            for file in figure.files { try Data(file.contents.utf8).write(to: folder.appendingPathComponent(file.name)) }
            all += "reset\n\(format.terminal)\nset output '\(figure.name).\(format.rawValue)'\nload '\(figure.name).gp'\nset output\n"
        }
        try Data(all.utf8).write(to: folder.appendingPathComponent("all.gp"))
        _ = try Self.run(path, ["all.gp"], in: folder)
        return try figures.map { figure in
            let name = "\(figure.name).\(format.rawValue)"
            guard let data = FileManager.default.contents(atPath: folder.appendingPathComponent(name).path), !data.isEmpty else {
                throw GnuplotError(description: "gnuplot has drawn no \(name)")
            }
            switch format {
            case .svg: return Data(SVGDrawing(String(decoding: data, as: UTF8.self), of: figure).file.utf8)
            case .pdf: return Self.undated(data)
            case .png: return data
            }
        }
    }

    /// Runs the program to its end, at most two minutes.
    private static func run(_ path: String, _ arguments: [String], in folder: URL?) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var environment = ProcessInfo.processInfo.environment
        // No date, no locale and no start-up file of the user's in a drawing.
        (environment["SOURCE_DATE_EPOCH"], environment["LC_ALL"], environment["GNUTERM"]) = ("0", "C.UTF-8", nil)
        environment["HOME"] = folder?.path ?? NSTemporaryDirectory()
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        do { try process.run() } catch { throw GnuplotError(description: "gnuplot could not be started: \(ReportFiles.reason(error))") }
        let watch = DispatchWorkItem { process.terminate() }
        DispatchQueue.global().asyncAfter(deadline: .now() + 120, execute: watch)
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        watch.cancel()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            let line = output.split(separator: "\n").first { $0.contains(":") } ?? "no message"
            throw GnuplotError(description: "gnuplot failed: \(line.trimmingCharacters(in: .whitespaces))")
        }
        return output
    }

    /// A PDF's date of creation as the epoch: it would differ from run to run.
    private static func undated(_ data: Data) -> Data {
        var bytes = data
        let mark = Data("/CreationDate (D:".utf8)
        var from = bytes.startIndex
        while let found = bytes.range(of: mark, in: from..<bytes.endIndex) {
            guard let end = bytes[found.upperBound...].firstIndex(of: UInt8(ascii: ")")) else { break }
            let length = end - found.upperBound
            let date = String("19700101000000Z00'00".prefix(length))
            bytes.replaceSubrange(
                found.upperBound..<end, with: Data((date + String(repeating: "0", count: Swift.max(0, length - date.count))).utf8))
            from = end
        }
        return bytes
    }
}
