// SPDX-License-Identifier: GPL-3.0-or-later

/// A drawn figure as a page or a paper takes it in.
public struct ReportFigure: Sendable, Hashable {
    /// The name of its files without their extension: `B.7-2`, or `frontier`.
    public var name: String
    /// The claim that it is of; nil for one of the whole report.
    public var claim: String?
    public var title: String
    /// What it shows, for whoever does not see it.
    public var alt: String
    /// The drawing, for a page; no declaration before it, no ID that another figure on the page may have. nil where nothing could draw it.
    public var svg: String?

    public init(name: String, claim: String?, title: String, alt: String, svg: String?) {
        (self.name, self.claim, self.title, self.alt, self.svg) = (name, claim, title, alt, svg)
    }
}
