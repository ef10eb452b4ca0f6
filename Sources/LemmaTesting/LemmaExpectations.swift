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
    Attachment.record(check.description + "\n", named: "\(check.name).txt", sourceLocation: sourceLocation)
    if let failure = check.failure(expecting: verdict) {
        Issue.record(Comment(rawValue: failure), sourceLocation: sourceLocation)
    } else if let remark = check.vacuousPass {
        Issue.record(Comment(rawValue: remark), severity: .warning, sourceLocation: sourceLocation)
    }
    return check
}

/// Expects, in Swift Testing, that every cell has the verdict that its plan expects, `holds` where it expects none.
@discardableResult
public func expectAsPlanned(_ check: LemmaCheck, sourceLocation: SourceLocation = #_sourceLocation) -> LemmaCheck {
    Attachment.record(check.description + "\n", named: "\(check.name).txt", sourceLocation: sourceLocation)
    if let failure = check.unexpected { Issue.record(Comment(rawValue: failure), sourceLocation: sourceLocation) }
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
    if let failure = check.failure(expecting: verdict) {
        XCTFail(failure, file: file, line: line)
    } else if let remark = check.vacuousPass {
        FileHandle.standardError.write(Data("\(file):\(line): warning: \(remark)\n".utf8))
    }
}

/// Asserts, in XCTest, that every cell has the verdict that its plan expects, `holds` where it expects none.
public func XCTAssertAsPlanned(_ check: LemmaCheck, file: StaticString = #filePath, line: UInt = #line) {
    if let failure = check.unexpected { XCTFail(failure, file: file, line: line) }
}

extension LemmaCheck {
    /// What is wrong where a cell has another verdict: how many have, the worst of them, and the command that repeats it; nil where none
    /// has.
    public func failure(expecting verdict: Verdict) -> String? {
        let failing = cells.filter { $0.verdict != verdict }
        guard let first = failing.first(where: { $0.verdict == worst.verdict }) ?? failing.first else { return nil }
        let count = cells.count == 1 ? "" : "\(failing.count) of \(cells.count) cells, "
        let command = first.replayCommand.map { "\nrepeat: \($0)" } ?? ""
        return "expected \(count.isEmpty ? "" : "at every cell, but not at \(count)")\(verdict.rawValue): \(first.description)\(command)"
    }

    /// What is to be said of a claim that holds by a bound that says nothing.
    fileprivate var vacuousPass: String? {
        holds && isVacuous ? "holds, but the bound is vacuous, as a trivial one says as much: \(worst.description)" : nil
    }

    /// Of its attachment: no slash in it.
    fileprivate var name: String { worst.result.claim.map { $0.isLetter || $0.isNumber || ".*+'".contains($0) ? "\($0)" : "-" }.joined() }
}
