// SPDX-License-Identifier: GPL-3.0-or-later

// A test suite imports LemmaTesting alone: claims by name, their formulas, grids, streams and verdicts come with it.
@_exported public import Bounds
@_exported public import Claims
@_exported public import LazyPaper
@_exported public import Programs
@_exported public import Sampler
@_exported public import Verifier
