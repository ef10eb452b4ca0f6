// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Synchronization

/// Ctrl-C, SIGTERM and SIGHUP: the program says what it has and ends with status 130, at once, whatever its threads are at.
///
/// The handler of the signals does nothing but write a byte into a pipe, at whose other end a thread of its own waits: what is done on
/// their arrival is ordinary code. What a run has found is in its journal already, so that nothing waits for trials under way.
enum Interrupt {
    private struct State {
        /// What is to be said before the end.
        var farewell: @Sendable () -> Void = { Output.note("lemmacheck: interrupted\n") }
    }

    private static let state = Mutex(State())
    private static let requested = Atomic<Bool>(false)

    /// Whether the program is about to end, for work that can end by itself within the second that it is given
    /// (``onInterruption(after:_:)``).
    static var isRequested: Bool { requested.load(ordering: .relaxed) }

    /// Held while files are exchanged: the end waits for it.
    private static let gate = Mutex(())

    /// The pipe's end that the handler writes to; -1 before there is one.
    private static let pipeEnd = Atomic<Int32>(-1)

    /// Waits for signals from now on. A signal that the caller has told the program to ignore (nohup, a job in the background of a script)
    /// stays ignored.
    static func watch() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        pipeEnd.store(ends[1], ordering: .sequentiallyConsistent)
        for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
            signal(number) { _ in
                var byte: UInt8 = 0
                _ = Foundation.write(Interrupt.pipeEnd.load(ordering: .sequentiallyConsistent), &byte, 1)
            }
        }
        let end = ends[0]
        Thread.detachNewThread {
            waitForByte(end)
            // On a thread of its own, so that a second signal ends a farewell that does not end.
            Thread.detachNewThread(Interrupt.end)
            waitForByte(end)
            _exit(130)
        }
    }

    /// What is said on an interruption from now on; it is called on another thread.
    static func onInterruption(_ farewell: @escaping @Sendable () -> Void) { state.withLock { $0.farewell = farewell } }

    /// The same, said a while after the interruption: till then whoever asks ``isRequested`` may have ended the program in another way.
    static func onInterruption(after seconds: Double, _ farewell: @escaping @Sendable () -> Void) {
        onInterruption {
            Thread.sleep(forTimeInterval: seconds)
            farewell()
        }
    }

    /// Runs `body` to its end before any interruption ends the program.
    static func deferred<Result>(_ body: () throws -> Result) rethrows -> Result {
        try gate.withLock { _ in try body() }
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        sigaction(number, nil, &action)
        return action.__sigaction_handler.sa_handler.map { unsafeBitCast($0, to: Int.self) } == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    private static func waitForByte(_ descriptor: Int32) {
        var byte: UInt8 = 0
        while read(descriptor, &byte, 1) < 0 && errno == EINTR {}
    }

    private static func end() {
        requested.store(true, ordering: .relaxed)
        let farewell = state.withLock { $0.farewell }
        farewell()
        gate.withLock { _ in _exit(130) }
    }
}
