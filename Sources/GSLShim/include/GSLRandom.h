// SPDX-License-Identifier: GPL-3.0-or-later
//
// Streams of random numbers: one gsl_rng behind a handle, owned by one thread at a time.
#ifndef LEMMACHECK_GSL_RANDOM_H
#define LEMMACHECK_GSL_RANDOM_H

#include <stddef.h>
#include <stdint.h>

typedef struct lc_rng lc_rng;

enum lc_rng_kind { lc_rng_philox, lc_rng_mt19937, lc_rng_ranlxd2 };

/// A generator of a kind (`lc_rng_kind`), not yet seeded; NULL where memory is short.
lc_rng *lc_rng_new(int kind);
void lc_rng_free(lc_rng *r);
/// GSL's name of the generator's type.
const char *lc_rng_name(const lc_rng *r);

/// The second word of a Philox key wherever a stream has one word of seed: the fractional bits of the golden ratio.
static const uint64_t lc_philox_second_key = 0x9E3779B97F4A7C15u;

/// Puts a Philox stream at the given key and counter. Only for `lc_rng_philox`.
void lc_rng_set_philox(lc_rng *r, uint64_t key0, uint64_t key1, uint64_t c0, uint64_t c1, uint64_t c2, uint64_t c3);
/// gsl_rng_set: seeds any generator by one number, of which GSL's own keep 32 (mt19937) or 31 (ranlxd2) bits.
void lc_rng_seed(lc_rng *r, uint64_t seed);
/// Philox4x64-10 itself: the first word of its output at a key and counter.
uint64_t lc_philox_word(uint64_t key0, uint64_t key1, uint64_t c0, uint64_t c1, uint64_t c2, uint64_t c3);

/// gsl_rng_get: the generator's own integers, 64 bits of Philox, 32 of the others.
uint64_t lc_rng_get(lc_rng *r);
/// 64 bits: one integer of Philox, two of the others.
uint64_t lc_rng_word(lc_rng *r);
/// A multiple of 2^-53 in [0, 1).
double lc_rng_uniform(lc_rng *r);
/// An integer below n >= 1, unbiased.
uint64_t lc_rng_below(lc_rng *r, uint64_t n);

double lc_rng_normal(lc_rng *r);
void lc_rng_fill_normals(lc_rng *r, double *out, size_t count);
void lc_rng_fill_uniforms(lc_rng *r, double *out, size_t count);
/// +1 or -1, 64 of them a word; what is left of a word serves the next call.
void lc_rng_fill_signs(lc_rng *r, double *out, size_t count);
/// GSL's own ziggurat, for comparison.
void lc_rng_fill_gsl_ziggurat(lc_rng *r, double *out, size_t count);

/// A normal conditioned on exceeding `low`.
double lc_rng_normal_above(lc_rng *r, double low);
/// A normal conditioned on absolute value at most `bound` >= 0.
double lc_rng_normal_within(lc_rng *r, double bound);
/// The sum of `count` independent normals, each conditioned on absolute value above `bound` >= 0.
double lc_rng_sum_of_normals_outside(lc_rng *r, double bound, uint64_t count);
/// Chi-square of `degrees` > 0.
double lc_rng_chi_square(lc_rng *r, double degrees);
/// Binomial(n, p).
uint64_t lc_rng_binomial(lc_rng *r, uint64_t n, double p);

/// P(|g| > V and not (g' > V if g > 0, g' < -V if g < 0)) for standard normals g, g' of correlation cos(angle),
/// 0 <= angle <= pi, V >= 0. It is 4 T(V, tan(angle/2)), T Owen's function; see wedge.c.
double lc_wedge_probability(double radius, double angle);

#endif
