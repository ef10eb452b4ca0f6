// SPDX-License-Identifier: GPL-3.0-or-later
//
// Let g = r cos(t), g' = r cos(t - angle). Both exceed V on two congruent halves: on the half t <= angle/2, g' is the smaller,
// so with u = angle - t the half is {g' > V, angle/2 <= u < pi/2}, of probability (Q(V)/2 - T), where
//
//     T = (1/2pi) int_0^{angle/2} exp(-V^2 / (2 cos^2 u)) du = T(V, tan(angle/2))
//
// is the probability of {g > V} in a sector of that angle. Hence P(g > V, g' > V) = Q(V) - 2T, P(g > V, g' <= V) = 2T, and the
// two signs of g give 4T.
#include "GSLRandom.h"

#include <gsl/gsl_integration.h>
#include <math.h>

static double sector(double u, void *parameter) {
    double x = *(double *)parameter / cos(u);
    return exp(-0.5 * x * x);
}

double lc_wedge_probability(double radius, double angle) {
    enum { intervals = 200 };
    gsl_integration_workspace *workspace = gsl_integration_workspace_alloc(intervals);
    if (!workspace) return NAN;
    gsl_function f = {sector, &radius};
    double value = NAN, error;
    gsl_integration_qag(&f, 0, 0.5 * angle, 1e-300, 1e-13, intervals, GSL_INTEG_GAUSS61, workspace, &value, &error);
    gsl_integration_workspace_free(workspace);
    return value * 2 / M_PI;
}
