// SPDX-License-Identifier: GPL-3.0-or-later
// Arb has no pkg-config file: the module map names its libraries. Its headers are included by ArbShim alone.
