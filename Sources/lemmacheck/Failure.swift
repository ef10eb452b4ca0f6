// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Claims
import Foundation
import Programs
import Support
import Verifier

/// The ways to end without success, as sysexits.h numbers them.
enum Failure {
    case unexpectedVerdict
    case usage(String)
    case input(String)
    case output(String)
    /// What the program holds against itself does not agree: no verdict is to be trusted.
    case contradiction(String)

    private var status: Int32 {
        switch self {
        case .unexpectedVerdict: 1
        case .usage: 64
        case .input: 65
        case .contradiction: 70
        case .output: 74
        }
    }

    private var message: String? {
        switch self {
        case .unexpectedVerdict: nil
        case .usage(let text), .input(let text), .output(let text), .contradiction(let text): text
        }
    }

    /// Prints the message, one line on standard error whatever the names in it hold, and gives the exit status to throw.
    var exit: ExitCode {
        if let message { Output.note("lemmacheck: \(message.inOneLine(atMost: 4000))\n") }
        return ExitCode(status)
    }

    /// Runs `body`, turning an internal contradiction into one line and the status of one, and a draw that gives no number into one line
    /// and the status of wrong usage: its parameters are out of what the arithmetic can hold.
    ///
    /// - Parameter advice: what can be done where a program of the user's has failed.
    static func run<Result>(advice: String = "", _ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch let error as LawContradiction {
            throw Failure.contradiction(error.description).exit
        } catch let error as ProgramError {
            throw Failure.input(error.description + advice).exit
        } catch let error as JournalError {
            throw Failure.output(error.description).exit
        } catch let error as CostError {
            throw Failure.usage(error.description).exit
        } catch let error as HuntError {
            throw Failure.usage(error.description).exit
        } catch let error as UnusableTrial {
            throw Failure.usage(error.description).exit
        }
    }

    /// Runs `body`, turning what it throws into one line and the status of output that could not be written.
    static func output<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch {
            throw Failure.output("\(error)").exit
        }
    }

    /// Runs `body`, turning what it throws into one line and the status of wrong usage.
    static func usage<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let exit as ExitCode {
            throw exit
        } catch {
            throw Failure.usage("\(error)").exit
        }
    }
}
