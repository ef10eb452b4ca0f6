// SPDX-License-Identifier: GPL-3.0-or-later
//
// GSL behind opaque handles and functions of fixed arity. No GSL header is included here, so none of GSL's global
// variables (its generator types, its error handler) reaches Swift, where they would not be safe under concurrency.
#ifndef LEMMACHECK_GSL_SHIM_H
#define LEMMACHECK_GSL_SHIM_H

#include "GSLLaws.h"

/// GSL's version string, for reports.
const char *lc_gsl_version(void);

#endif
