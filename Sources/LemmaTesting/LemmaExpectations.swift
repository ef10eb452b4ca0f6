// SPDX-License-Identifier: GPL-3.0-or-later

public import Claims
internal import Foundation
public import Testing
internal import XCTest

/// Expects, in Swift Testing, that a claim holds at every cell of a check. The check's description is attached to the test.
///
/// A pass whose bound is vacuous everywhere is one, with a warning that says so.
///
/// - Returns: the check, for further expectations.
@discardableResult
public func expectHolds(_ check: LemmaCheck, sourceLocation: SourceLocation = #_sourceLocation) -> LemmaCheck {
    expect(check, is: .holds, sourceLocation: sourceLocation)
}

/// Expects, in Swift Testing, that every cell of a check has the verdict given: `refuted` of a claim that is known to fail, say.
@discardableResult
public func expect(_ check: LemmaCheck, is verdict: Verdict, sourceLocation: SourceLocation = #_sourceLocation) -> LemmaCheck {
    check.record(check.failure(expecting: verdict), sourceLocation)
    return check
}

/// Expects, in Swift Testing, that every cell has the verdict that its plan expects, `holds` where it expects none.
@discardableResult
public func expectAsPlanned(_ check: LemmaCheck, sourceLocation: SourceLocation = #_sourceLocation) -> LemmaCheck {
    check.record(check.unexpected, sourceLocation)
    return check
}

/// Asserts, in XCTest, that a claim holds at every cell of a check; the failure has the check's description.
///
/// A pass whose bound is vacuous everywhere says so on standard error.
public func XCTAssertHolds(_ check: LemmaCheck, file: StaticString = #filePath, line: UInt = #line) {
    XCTAssertVerdict(check, .holds, file: file, line: line)
}

/// Asserts, in XCTest, that every cell of a check has the verdict given.
public func XCTAssertVerdict(_ check: LemmaCheck, _ verdict: Verdict, file: StaticString = #filePath, line: UInt = #line) {
    check.fail(check.failure(expecting: verdict), file, line)
}

/// Asserts, in XCTest, that every cell has the verdict that its plan expects, `holds` where it expects none.
public func XCTAssertAsPlanned(_ check: LemmaCheck, file: StaticString = #filePath, line: UInt = #line) {
    check.fail(check.unexpected, file, line)
}

extension LemmaCheck {
    /// What is wrong where a cell has another verdict: the worst of them, how many have, and the command that repeats it; nil where
    /// none has.
    public func failure(expecting verdict: Verdict) -> String? { failure { _ in verdict } }

    /// What is wrong where a cell has not the verdict that its plan expects, `holds` where it expects none; nil where all have.
    public var unexpected: String? { failure { $0.result.expected ?? .holds } }

    private func failure(expecting verdict: (Cell) -> Verdict) -> String? {
        let failing = cells.filter { $0.verdict != verdict($0) }
        guard let first = failing.first(where: { $0.verdict == worst.verdict }) ?? failing.first else { return nil }
        let count = cells.count == 1 ? "" : " (\(failing.count) of \(cells.count) cells)"
        let command = first.replayCommand.map { "\nrepeat: \($0)" } ?? ""
        return "expected \(verdict(first).rawValue): \(first.description)\(count)\(command)"
    }

    /// What is to be said of a claim that holds by a bound that says nothing.
    fileprivate var vacuousPass: String? {
        holds && isVacuous ? "holds, but the bound is vacuous, as a trivial one says as much: \(worst.description)" : nil
    }

    /// Tells Swift Testing of a failure, of a pass that says nothing, and in any case of what was found.
    fileprivate func record(_ failure: String?, _ sourceLocation: SourceLocation) {
        Attachment.record(description + "\n", named: "\(name).txt", sourceLocation: sourceLocation)
        if let failure {
            Issue.record(Comment(rawValue: failure), sourceLocation: sourceLocation)
        } else if let vacuousPass {
            Issue.record(Comment(rawValue: vacuousPass), severity: .warning, sourceLocation: sourceLocation)
        }
    }

    /// Tells XCTest of a failure, and standard error of a pass that says nothing.
    fileprivate func fail(_ failure: String?, _ file: StaticString, _ line: UInt) {
        if let failure {
            XCTFail(failure, file: file, line: line)
        } else if let vacuousPass {
            FileHandle.standardError.write(Data("\(file):\(line): warning: \(vacuousPass)\n".utf8))
        }
    }

    /// Of its attachment: no slash in it.
    fileprivate var name: String { worst.result.claim.map { $0.isLetter || $0.isNumber || ".*+'".contains($0) ? "\($0)" : "-" }.joined() }
}
