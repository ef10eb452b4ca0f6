// SPDX-License-Identifier: GPL-3.0-or-later
#include "GSLShim.h"

#include <gsl/gsl_errno.h>

static _Thread_local int last_error = 0;

static void record(const char *reason, const char *file, int line, int number) {
    (void)reason, (void)file, (void)line;
    last_error = number;
}

/// Before main, hence before there is a second thread.
__attribute__((constructor)) static void install(void) { gsl_set_error_handler(record); }

int lc_gsl_take_error(void) {
    int number = last_error;
    last_error = 0;
    return number;
}

const char *lc_gsl_error_text(int number) { return gsl_strerror(number); }
