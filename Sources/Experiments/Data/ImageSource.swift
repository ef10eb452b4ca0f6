// SPDX-License-Identifier: GPL-3.0-or-later

/// Whose images of digits they are: MNIST's, known by the contents of its four files, or others.
///
/// The paper speaks of MNIST. What is measured on other images says nothing of its claims, and every line about them says whose they are.
public enum ImageSource: Sendable, Hashable {
    case mnist
    /// Others, by what a reader calls them: "the images in DIR".
    case other(String)

    /// "MNIST's 0 and 1", "the images in DIR (not MNIST's)": what a line that speaks of them calls them.
    public var name: String {
        switch self {
        case .mnist: "MNIST's 0 and 1"
        case .other(let name): "\(name) (not MNIST's)"
        }
    }

    public var isMNIST: Bool { self == .mnist }
}
