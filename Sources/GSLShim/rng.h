// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the files of this library share about a stream.
#ifndef LEMMACHECK_RNG_H
#define LEMMACHECK_RNG_H

#include "GSLRandom.h"

#include <gsl/gsl_rng.h>

_Static_assert(sizeof(unsigned long) == 8, "a gsl_rng of 64-bit words needs a 64-bit unsigned long");

enum { philox_first_words = 4, philox_words = 256 };

/// Philox's words are made a run of counters at a time, so that the multiplications of several blocks overlap. The first
/// run is one block and each is twice the last, so that a short stream pays for no more than it draws.
typedef struct {
    uint64_t key[2];
    uint64_t counter[4];  // of the next block to be made
    unsigned next, made, run;
    uint64_t words[philox_words];
} philox_state;

struct lc_rng {
    gsl_rng *rng;
    int kind;
    unsigned sign_count;
    uint64_t sign_bits;
};

extern const gsl_rng_type lc_philox_type;

void lc_philox_refill(philox_state *s);

static inline uint64_t philox_next(philox_state *s) {
    if (s->next == s->made) lc_philox_refill(s);
    return s->words[s->next++];
}

static inline uint64_t rng_word(lc_rng *r) {
    if (r->kind == lc_rng_philox) return philox_next(r->rng->state);
    uint64_t high = gsl_rng_get(r->rng);
    return high << 32 | gsl_rng_get(r->rng);
}

/// A multiple of 2^-53 in [0, 1).
static inline double unit(uint64_t word) { return (double)(int64_t)(word >> 11) * 0x1p-53; }

#endif
