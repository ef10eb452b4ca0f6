// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Reports

/// Whether outcomes are coloured.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never
}

/// How results are shown.
struct ScreenFlags: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Colour outcomes: where standard output is a terminal and NO_COLOR is not set, or as said.", valueName: "auto|always|never"))
    var color: ColorChoice = .auto

    /// Standard output.
    var screen: Screen {
        let environment = ProcessInfo.processInfo.environment
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let hasColor =
            switch color {
            case .always: true
            case .never: false
            // https://no-color.org
            case .auto: isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && ![nil, "", "dumb"].contains(environment["TERM"])
            }
        return Screen(width: isTerminal ? Self.columns : Screen.pipe.width, hasColor: hasColor)
    }

    /// Of the terminal; 80 where it does not say.
    private static var columns: Int {
        var size = winsize()
        return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : Screen.least
    }
}
