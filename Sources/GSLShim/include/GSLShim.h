// SPDX-License-Identifier: GPL-3.0-or-later
//
// GSL behind opaque handles and functions of fixed arity. No GSL header is included here, so none of GSL's global
// variables (its generator types, its error handler) reaches Swift, where they would not be safe under concurrency.
#ifndef LEMMACHECK_GSL_SHIM_H
#define LEMMACHECK_GSL_SHIM_H

#include "GSLLaws.h"
#include "GSLRandom.h"
#include "GSLSpecial.h"

/// GSL's version string, for reports.
const char *lc_gsl_version(void);

/// GSL's last error number on this thread since the last call, 0 if none. A constructor of this library replaces GSL's
/// handler, which aborts the process, by one that records; a function that failed returns its own failure value (nan).
int lc_gsl_take_error(void);

/// What a GSL error number means, in words.
const char *lc_gsl_error_text(int number);

#endif
