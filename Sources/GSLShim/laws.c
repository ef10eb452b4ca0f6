// SPDX-License-Identifier: GPL-3.0-or-later
#include "GSLShim.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_sf_erf.h>
#include <gsl/gsl_sf_gamma.h>

// The status is returned, so the note that the error handler took is dropped.
static int done(int status) {
    lc_gsl_take_error();
    return status;
}

int lc_gsl_binomial_upper(double m, double k, double p, double *value) {
    gsl_sf_result r;
    int status = gsl_sf_beta_inc_e(k, m - k + 1, p, &r);
    *value = r.val;
    return done(status);
}

int lc_gsl_chi2_upper(double d, double x, double *value) {
    gsl_sf_result r;
    int status = gsl_sf_gamma_inc_Q_e(d / 2, x / 2, &r);
    *value = r.val;
    return done(status);
}

int lc_gsl_chi2_lower(double d, double x, double *value) {
    gsl_sf_result r;
    int status = gsl_sf_gamma_inc_P_e(d / 2, x / 2, &r);
    *value = r.val;
    return done(status);
}

int lc_gsl_erfc(double x, double *value) {
    gsl_sf_result r;
    int status = gsl_sf_erfc_e(x, &r);
    *value = r.val;
    return done(status);
}

double lc_gsl_student_quantile(double p, double nu) {
    if (!(p > 0 && p < 1 && nu > 0)) return NAN;
    double t = gsl_cdf_tdist_Pinv(p, nu);
    lc_gsl_take_error();
    return t;
}

struct cone {
    double d, v, angle, log_norm;
};

// The density of chi_d at rho times the share of the sphere within the angle of the hyperplane.
static double cone_integrand(double rho, void *context) {
    const struct cone *c = context;
    if (rho <= 0) return 0;
    double density = exp((c->d - 1) * log(rho) - rho * rho / 2 - c->log_norm);
    double theta = c->angle + asin(GSL_MIN_DBL(1, c->v / rho));
    if (theta >= M_PI_2) return density;
    double s = sin(theta);
    gsl_sf_result share;
    if (gsl_sf_beta_inc_e(0.5, (c->d - 1) / 2, s * s, &share) != GSL_SUCCESS) return density * share.val;
    return density * share.val;
}

int lc_gsl_cone(double d, double v, double angle, double *value) {
    enum { intervals = 500 };
    struct cone c = {d, v, angle, (d / 2 - 1) * M_LN2 + lgamma(d / 2)};
    gsl_function f = {cone_integrand, &c};
    gsl_integration_workspace *w = gsl_integration_workspace_alloc(intervals);
    if (w == NULL) return GSL_ENOMEM;
    // Twelve standard deviations of chi_d about its mean hold all but 1e-30 of the mass.
    double mode = sqrt(d), low = GSL_MAX_DBL(0, mode - 12), high = mode + 12, knee = v / cos(angle);
    double error, part, total = 0;
    int status = GSL_SUCCESS;
    double edges[4] = {0, low, knee > low && knee < high ? knee : low, high};
    for (int i = 0; i < 3; i++) {
        if (edges[i + 1] <= edges[i]) continue;
        int s = gsl_integration_qag(&f, edges[i], edges[i + 1], 1e-16, 1e-13, intervals, GSL_INTEG_GAUSS31, w, &part, &error);
        // Rounding that stops the refinement short of 1e-13 is no failure of an estimate.
        if (s != GSL_SUCCESS && s != GSL_EROUND) status = s;
        total += part;
    }
    gsl_integration_workspace_free(w);
    *value = total;
    return done(status);
}

int lc_gsl_binomial_normal_upper(long long m, double p, double t, double *value) {
    double total = 0, mean = (double)m * p, spread = 40 * sqrt(mean * (1 - p)) + 40;
    long long low = (long long)GSL_MAX_DBL(1, mean - spread), high = (long long)GSL_MIN_DBL((double)m, mean + spread);
    double log_mass = lgamma((double)m + 1) - lgamma((double)low + 1) - lgamma((double)(m - low) + 1) + (double)low * log(p) +
                      (double)(m - low) * log1p(-p);
    for (long long k = low; k <= high; k++) {
        gsl_sf_result tail;
        if (gsl_sf_erfc_e(t * sqrt((double)m / (2 * (double)k)), &tail) == GSL_SUCCESS) total += exp(log_mass) * tail.val / 2;
        log_mass += log((double)(m - k)) - log((double)k + 1) + log(p) - log1p(-p);
    }
    *value = total;
    return done(GSL_SUCCESS);
}
