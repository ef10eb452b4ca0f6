// SPDX-License-Identifier: GPL-3.0-or-later
//
// Distribution functions and quadratures of GSL, in double precision. Each returns GSL's status (0 is success) and writes
// its value; the error handler is off, so nothing aborts. Estimates only: the certified values are the ball enclosures.
#ifndef LEMMACHECK_GSL_LAWS_H
#define LEMMACHECK_GSL_LAWS_H

/// P(Bin(m, p) >= k), 1 <= k <= m, by the regularized incomplete beta function I_p(k, m - k + 1).
int lc_gsl_binomial_upper(double m, double k, double p, double *value);

/// P(chi^2_d > x), d >= 1, x >= 0.
int lc_gsl_chi2_upper(double d, double x, double *value);

/// P(chi^2_d <= x), d >= 1, x >= 0.
int lc_gsl_chi2_lower(double d, double x, double *value);

/// erfc(x).
int lc_gsl_erfc(double x, double *value);

/// The p-quantile of Student's t law with nu > 0 degrees of freedom; nan where p is not in (0, 1).
double lc_gsl_student_quantile(double p, double nu);

/// E[ I_{sin^2(min(pi/2, angle + asin(min(1, v/rho))))}(1/2, (d-1)/2) ], rho ~ chi_d, d >= 2, by adaptive quadrature in rho.
int lc_gsl_cone(double d, double v, double angle, double *value);

/// P(X > t), X | K ~ N(0, K/m), K ~ Bin(m, p), t > 0, summed over K.
int lc_gsl_binomial_normal_upper(long long m, double p, double t, double *value);

#endif
