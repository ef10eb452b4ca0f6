// SPDX-License-Identifier: GPL-3.0-or-later
#include "GSLSpecial.h"

#include <float.h>
#include <math.h>
#include <pthread.h>

#include <gsl/gsl_errno.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_log.h>

static pthread_once_t handler_once = PTHREAD_ONCE_INIT;

static void switch_handler_off(void) { gsl_set_error_handler_off(); }

lc_special_result lc_log_gamma_star(double x) {
    pthread_once(&handler_once, switch_handler_off);
    gsl_sf_result star = {NAN, NAN};
    const int status = gsl_sf_gammastar_e(x, &star);
    const double value = log(star.val);
    return (lc_special_result){value, star.err / star.val + DBL_EPSILON * fabs(value), status};
}

lc_special_result lc_log1p_minus(double x) {
    pthread_once(&handler_once, switch_handler_off);
    gsl_sf_result result = {NAN, NAN};
    const int status = gsl_sf_log_1plusx_mx_e(x, &result);
    return (lc_special_result){result.val, result.err, status};
}
