// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Verifier

/// One line on standard error that is written over again and again; nothing at all where that is no terminal.
struct ProgressMeter {
    private let isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1

    func show(_ progress: Engine.Progress) {
        show("\(progress.cells)/\(progress.total) cells: \(progress.cell), \(progress.trials) trials")
    }

    func show(_ line: String) { write("\r\u{1B}[K\(line)") }

    func clear() { write("\r\u{1B}[K") }

    private func write(_ text: String) {
        if isTerminal { Output.note(text) }
    }
}
