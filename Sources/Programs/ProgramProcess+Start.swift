// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import SpawnShim
internal import Synchronization

extension ProgramProcess {
    /// Starts the program.
    static func start(_ command: ProgramCommand) throws(Problem) -> lc_program {
        var program = lc_program()
        let status = withStrings(command.arguments) { arguments in
            withStrings(environment) { environment in lc_spawn(arguments, environment, command.folder, &program) }
        }
        guard status == 0 else { throw Problem(text: "could not be started: \(String(cString: strerror(status)))") }
        return program
    }

    /// Ours, and Python's output line by line: an interpreter that keeps its answers back would never be asked on.
    private static var environment: [String] {
        var values = ProcessInfo.processInfo.environment
        if values["PYTHONUNBUFFERED"] == nil { values["PYTHONUNBUFFERED"] = "1" }
        return values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    }

    /// The strings as C has them, NULL behind the last.
    private static func withStrings<Result>(_ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result) -> Result {
        let copies = strings.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        return (copies.map { UnsafePointer($0) } + [nil]).withUnsafeBufferPointer { body($0.baseAddress) }
    }
}

/// The programs under way, so that they end where we are ended.
public enum LivePrograms {
    private struct State {
        var processes: Set<pid_t> = []
        var isEnding = false
    }

    private static let state = Mutex(State())

    static func add(_ process: pid_t) { state.withLock { _ = $0.processes.insert(process) } }
    static func remove(_ process: pid_t) { state.withLock { _ = $0.processes.remove(process) } }

    /// Ends them all, with what they started, at once: for the last moment of a run that is interrupted.
    public static func endAll() {
        let all = state.withLock { state in
            state.isEnding = true
            return state.processes
        }
        for process in all { kill(-process, SIGKILL) }
    }

    /// Where everything is being ended the end of a program is no fault of its own: whoever sees it has nothing more to say.
    static func waitForTheEnd() {
        for _ in 0..<100 where state.withLock({ $0.isEnding }) { usleep(100_000) }
    }
}
