// SPDX-License-Identifier: GPL-3.0-or-later
//
// GSL's special functions by value: each call returns the value, GSL's estimate of its absolute error and GSL's status.
// GSL's default error handler, which aborts, is switched off before the first call.
#ifndef LEMMACHECK_GSL_SPECIAL_H
#define LEMMACHECK_GSL_SPECIAL_H

/// A value with GSL's estimate of its absolute error; `status` is 0 on success and otherwise GSL's error number.
typedef struct {
    double value;
    double error;
    int status;
} lc_special_result;

/// log Gamma*(x) = log Gamma(x) - (x - 1/2) log x + x - log(2 pi)/2, x > 0: what Stirling's formula leaves out.
lc_special_result lc_log_gamma_star(double x);

/// log(1 + x) - x, x > -1, without cancellation near 0.
lc_special_result lc_log1p_minus(double x);

#endif
