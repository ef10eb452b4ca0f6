// SPDX-License-Identifier: GPL-3.0-or-later
//
// A stream: its life, and its laws other than the normal one.
#include "rng.h"

#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdlib.h>

static const gsl_rng_type *type_of(int kind) {
    switch (kind) {
    case lc_rng_mt19937: return gsl_rng_mt19937;
    case lc_rng_ranlxd2: return gsl_rng_ranlxd2;
    default: return &lc_philox_type;
    }
}

lc_rng *lc_rng_new(int kind) {
    lc_rng *r = calloc(1, sizeof *r);
    if (!r) return NULL;
    r->kind = kind;
    r->rng = gsl_rng_alloc(type_of(kind));
    if (r->rng) return r;
    free(r);
    return NULL;
}

void lc_rng_free(lc_rng *r) {
    if (!r) return;
    gsl_rng_free(r->rng);
    free(r);
}

const char *lc_rng_name(const lc_rng *r) { return gsl_rng_name(r->rng); }

void lc_rng_seed(lc_rng *r, uint64_t seed) {
    r->sign_count = 0;
    gsl_rng_set(r->rng, seed);
}

uint64_t lc_rng_get(lc_rng *r) { return gsl_rng_get(r->rng); }

uint64_t lc_rng_word(lc_rng *r) { return rng_word(r); }

double lc_rng_uniform(lc_rng *r) { return unit(rng_word(r)); }

void lc_rng_fill_uniforms(lc_rng *r, double *out, size_t count) {
    for (size_t k = 0; k < count; k++) out[k] = unit(rng_word(r));
}

/// Lemire, doi:10.1145/3230636: the high word of a 128-bit product, refused where its low word is among the 2^64 mod n
/// values that would favour some results.
uint64_t lc_rng_below(lc_rng *r, uint64_t n) {
    unsigned __int128 product = (unsigned __int128)rng_word(r) * n;
    if ((uint64_t)product < n) {
        uint64_t refused = -n % n;
        while ((uint64_t)product < refused) product = (unsigned __int128)rng_word(r) * n;
    }
    return product >> 64;
}

void lc_rng_fill_signs(lc_rng *r, double *out, size_t count) {
    for (size_t k = 0; k < count; k++) {
        if (r->sign_count == 0) {
            r->sign_bits = rng_word(r);
            r->sign_count = 64;
        }
        out[k] = r->sign_bits & 1 ? 1.0 : -1.0;
        r->sign_bits >>= 1;
        r->sign_count--;
    }
}

double lc_rng_chi_square(lc_rng *r, double degrees) { return gsl_ran_chisq(r->rng, degrees); }

/// Binomial(n, p) of mean n p < 14 by inversion: counts up from 0 while a uniform number is below P(X > k).
///
/// From log(1 - p) taken directly: 1 - p rounded before it is raised to n is 1 for every p < 2^-54. The uniform number has 64 bits, and
/// P(X > 0) is formed without cancellation, so that events of any probability above 2^-64 happen as often as they should.
static uint64_t binomial_by_inversion(lc_rng *r, uint64_t n, double p) {
    const double u = (double)rng_word(r) * 0x1p-64, log_none = (double)n * log1p(-p), odds = p / (1 - p);
    double mass = exp(log_none), above = -expm1(log_none);
    uint64_t k = 0;
    // P(X > 110) < 1e-60 at a mean of 14: what rounding leaves of `above` there is no reason to count on.
    while (u < above && k < n && k < 110) {
        mass *= odds * (double)(n - k) / (double)(k + 1);
        above -= mass;
        k++;
    }
    return k;
}

/// The binomial number of successes is how many of n uniform numbers are below p. Let x be the i-th smallest of them, which is
/// Beta(i, n + 1 - i), i next to n p. Given x <= p, i of them are below p, and each of the n - i above x with probability
/// (p - x)/(1 - x); given x > p, each of the i - 1 below x is above p with probability (x - p)/x. What is left has a mean of about
/// sqrt(n p): a few steps lead from any n to what GSL can do (L. Devroye, Non-Uniform Random Variate Generation, X.4.3).
///
/// gsl_ran_binomial takes an unsigned int, and inside it squares an int, the distance from the mean: it overflows beyond 46340. At
/// a standard deviation of at most 2048 that is 22 deviations out, at a probability below 1e-100.
uint64_t lc_rng_binomial(lc_rng *r, uint64_t n, double p) {
    // The result is sum + sign Binomial(n, p), p <= 1/2.
    int64_t sum = 0, sign = 1;
    for (;;) {
        if (p > 0.5) {
            sum += sign * (int64_t)n;
            sign = -sign;
            p = 1 - p;
        }
        const double mean = (double)n * p;
        if (mean < 14) return (uint64_t)(sum + sign * (int64_t)binomial_by_inversion(r, n, p));
        if (n <= 0x1p30 && mean * (1 - p) <= 0x1p22) return (uint64_t)(sum + sign * (int64_t)gsl_ran_binomial(r->rng, p, (unsigned)n));
        const uint64_t i = 1 + (uint64_t)mean;
        const double x = gsl_ran_beta(r->rng, (double)i, (double)(n + 1 - i));
        if (x <= p) {
            sum += sign * (int64_t)i;
            n -= i;
            p = (p - x) / (1 - x);
        } else {
            n = i - 1;
            sum += sign * (int64_t)n;
            sign = -sign;
            p = (x - p) / x;
        }
    }
}
