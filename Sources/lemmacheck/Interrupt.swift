// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Synchronization

/// Ctrl-C: the first asks the run to end after the batch under way, the second ends the program at once.
enum Interrupt {
    private static let flag = Atomic<Bool>(false)

    static var isRequested: Bool { flag.load(ordering: .relaxed) }

    static func install() {
        // Touched here, since a lazy initializer must not run for the first time inside a signal handler.
        flag.store(false, ordering: .relaxed)
        signal(SIGINT) { _ in
            Interrupt.flag.store(true, ordering: .relaxed)
            signal(SIGINT, SIG_DFL)
        }
    }
}
