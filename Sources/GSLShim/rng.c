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

/// gsl_ran_binomial takes an unsigned int, and inside it squares an int, the distance from the mean: it overflows beyond
/// 46340. A binomial is the sum of binomials of the same p, so n is cut into pieces whose standard deviation is at most
/// 2048: the overflow then lies 22 deviations out, at a probability below 1e-100.
uint64_t lc_rng_binomial(lc_rng *r, uint64_t n, double p) {
    const double variance = p * (1 - p), largest = 0x1p30;
    uint64_t piece = (uint64_t)fmin(largest, variance > 0 ? 0x1p22 / variance : largest);
    uint64_t sum = 0;
    for (; n > piece; n -= piece) sum += gsl_ran_binomial(r->rng, p, (unsigned)piece);
    return sum + (n > 0 ? gsl_ran_binomial(r->rng, p, (unsigned)n) : 0);
}
