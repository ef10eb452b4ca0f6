// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import SpawnShim
internal import Support

/// A program under way: lines go in, lines come out.
///
/// It is a process group of its own, so that what it starts ends with it, unless that leaves the group. One thread at a time may talk to
/// it.
///
/// Unchecked: a pool hands it to one caller at a time, out of a list behind a lock and back into it, and keeps no other reference; so no
/// two threads use it at once, and each sees what the one before it did.
final class ProgramProcess: @unchecked Sendable {
    /// Why a program cannot go on, in words that follow its name.
    struct Problem: Error { let text: String }

    /// The longest line that is read.
    private static let longestLine = 1 << 20
    private static let keptErrors = 4096

    private let process: pid_t
    private let input: Int32
    private let output: Int32
    private let errors: Int32
    /// What it wrote and was not taken yet.
    private var received: [UInt8] = []
    /// The end of what it wrote to standard error.
    private var complaints: [UInt8] = []
    /// Whether standard error can still be read, and the input written.
    private var (hasErrors, hasInput) = (true, true)
    private var isReaped = false

    /// - Throws: ``Problem`` where it cannot be started.
    init(_ command: ProgramCommand) throws(Problem) {
        let program = try Self.start(command)
        (process, input, output, errors) = (program.process, program.input, program.output, program.errors)
        LivePrograms.add(process)
    }

    deinit { end(patience: 0.5) }

    /// Writes `requests`, whole lines, and gives the next `count` lines of output to `take`, in order.
    ///
    /// - Parameter timeout: seconds until the next line.
    /// - Throws: ``Problem`` where the program ends, is late, or says more than was asked; what `take` throws.
    func exchange(_ requests: [UInt8], lines count: Int, timeout: Double, take: (ArraySlice<UInt8>) throws -> Void) throws {
        var (sent, taken, scanned) = (0, 0, 0)
        var deadline = ContinuousClock.now + .seconds(timeout)
        if !received.isEmpty { throw Problem(text: "said \(Self.quoted(received[...])) without being asked") }
        while taken < count {
            while taken < count, let end = received[scanned...].firstIndex(of: UInt8(ascii: "\n")) {
                let start = scanned
                scanned = end + 1
                taken += 1
                try take(received[start..<end])
                deadline = ContinuousClock.now + .seconds(timeout)
            }
            if taken == count { break }
            received.removeFirst(scanned)
            scanned = 0
            guard received.count <= Self.longestLine else {
                throw Problem(text: "answered with a line of more than \(Self.longestLine) bytes")
            }
            try wait(until: deadline, timeout: timeout, requests, &sent)
        }
        received.removeFirst(scanned)
        if !received.isEmpty { throw Problem(text: "said \(Self.quoted(received[...])) beyond its answer") }
    }

    /// Waits until something can be read or written, and does it.
    private func wait(until deadline: ContinuousClock.Instant, timeout: Double, _ requests: [UInt8], _ sent: inout Int) throws(Problem) {
        let left = (deadline - .now) / .milliseconds(1)
        guard left > 0 else { throw Problem(text: "did not answer within \(timeout.plainText) s\(lastComplaint)") }
        let canSend = hasInput && sent < requests.count
        // A descriptor below 0 is left out: one that is closed at the other end would be ready for ever.
        var polled = [
            pollfd(fd: output, events: Int16(POLLIN), revents: 0),
            pollfd(fd: hasErrors ? errors : -1, events: Int16(POLLIN), revents: 0),
            pollfd(fd: canSend ? input : -1, events: Int16(POLLOUT), revents: 0),
        ]
        // In parts: a child of a program that has died may keep its output open.
        let ready = poll(&polled, nfds_t(polled.count), Int32(Double.minimum(left.rounded(.up), 200)))
        guard ready >= 0 || errno == EINTR else {
            throw Problem(text: "could not be waited for: \(String(cString: strerror(errno)))")
        }
        if ready == 0, hasEnded { throw Problem(text: ended()) }
        if polled[1].revents != 0 { readErrors() }
        if polled[0].revents != 0 {
            var buffer = [UInt8](repeating: 0, count: 65_536)
            let count = read(output, &buffer, buffer.count)
            if count > 0 { received += buffer.prefix(count) }
            if count == 0 { throw Problem(text: ended()) }
        }
        if polled[2].revents != 0 { send(requests, &sent) }
    }

    private func send(_ requests: [UInt8], _ sent: inout Int) {
        let count = requests.withUnsafeBytes { bytes in
            lc_send(input, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
        }
        if count > 0 { sent += count }
        // Where nobody reads any more, the end of the output says why.
        if count < 0, errno == EPIPE || errno == ECONNRESET { hasInput = false }
    }

    private func readErrors() {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(errors, &buffer, buffer.count)
        if count > 0 { complaints = Array((complaints + buffer.prefix(count)).suffix(Self.keptErrors)) }
        if count == 0 { hasErrors = false }
    }

    // MARK: the end

    /// How it ended: "ended with status 1: ValueError: no such d".
    private func ended() -> String {
        LivePrograms.waitForTheEnd()
        drainErrors()
        let rest = received.isEmpty ? "" : ", in the middle of the line \(Self.quoted(received[...]))"
        guard waitForExit(patience: 2) else { return "closed its output\(rest)\(lastComplaint)" }
        let status = reap()
        let how = status & 0x7f == 0 ? "ended with status \((status >> 8) & 0xff)" : "was ended by signal \(status & 0x7f)"
        return how + rest + lastComplaint
    }

    private func drainErrors() {
        var polled = [pollfd(fd: errors, events: Int16(POLLIN), revents: 0)]
        for _ in 0..<64 where hasErrors {
            guard poll(&polled, 1, 100) > 0, polled[0].revents & Int16(POLLIN) != 0 else { return }
            readErrors()
        }
    }

    /// The last line that it wrote to standard error, behind a colon: in a traceback that is what went wrong.
    private var lastComplaint: String {
        let lines = String(decoding: complaints, as: UTF8.self).split(whereSeparator: \.isNewline)
        guard let last = lines.last(where: { $0.contains { !$0.isWhitespace } }) else { return "" }
        return ": \(String(last).inOneLine(atMost: 300))"
    }

    /// Whether it has ended; it stays to be reaped, and so its number and its group's are nobody else's.
    private var hasEnded: Bool {
        guard !isReaped else { return true }
        var info = siginfo_t()
        return waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_signo == SIGCHLD
    }

    private func waitForExit(patience: Double) -> Bool {
        let deadline = ContinuousClock.now + .seconds(patience)
        while !hasEnded {
            guard ContinuousClock.now < deadline else { return false }
            usleep(2000)
        }
        return true
    }

    /// Ends what is left of its group, then takes note of its end: its status.
    @discardableResult
    private func reap() -> Int32 {
        kill(-process, SIGKILL)
        LivePrograms.remove(process)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        isReaped = true
        return status
    }

    /// Closes its input, waits a little for it to end by itself, and ends it with all that it started.
    private func end(patience: Double) {
        close(input)
        close(output)
        close(errors)
        guard !isReaped else { return }
        _ = waitForExit(patience: patience)
        reap()
    }

    static func quoted(_ bytes: ArraySlice<UInt8>) -> String {
        String(String(decoding: bytes.prefix(400), as: UTF8.self).inOneLine(atMost: 80)).quoted
    }
}
