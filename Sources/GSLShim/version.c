// SPDX-License-Identifier: GPL-3.0-or-later
#include "GSLShim.h"

#include <gsl/gsl_version.h>

const char *lc_gsl_version(void) { return gsl_version; }
