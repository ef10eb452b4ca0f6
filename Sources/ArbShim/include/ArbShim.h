// SPDX-License-Identifier: GPL-3.0-or-later
//
// Arb's real balls behind an opaque handle: Arb's inline macros need its headers, which stay inside this target.
#ifndef LEMMACHECK_ARB_SHIM_H
#define LEMMACHECK_ARB_SHIM_H

/// Arb's version string, for reports.
const char *lc_arb_version(void);

#endif
