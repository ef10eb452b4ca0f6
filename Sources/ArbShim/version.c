// SPDX-License-Identifier: GPL-3.0-or-later
#include "ArbShim.h"

#include <arb.h>

const char *lc_arb_version(void) { return arb_version; }
