// SPDX-License-Identifier: GPL-3.0-or-later
//
// Philox4x64-10 (Salmon, Moraes, Dror, Shaw, doi:10.1145/2063384.2063405), from Random123, as a generator type of GSL.
#include "rng.h"

#include <Random123/philox.h>
#include <string.h>

void lc_philox_refill(philox_state *s) {
    philox4x64_key_t key = {{s->key[0], s->key[1]}};
    for (unsigned k = 0; k < s->run; k += 4) {
        philox4x64_ctr_t counter = {{s->counter[0]++, s->counter[1], s->counter[2], s->counter[3]}};
        philox4x64_ctr_t block = philox4x64_R(10, counter, key);
        memcpy(s->words + k, block.v, sizeof block.v);
    }
    s->next = 0;
    s->made = s->run;
    if (s->run < philox_words) s->run *= 2;
}

static void put(philox_state *s, uint64_t k0, uint64_t k1, uint64_t c0, uint64_t c1, uint64_t c2, uint64_t c3) {
    s->key[0] = k0, s->key[1] = k1;
    s->counter[0] = c0, s->counter[1] = c1, s->counter[2] = c2, s->counter[3] = c3;
    s->next = s->made = 0;
    s->run = philox_first_words;
}

static void philox_set(void *state, unsigned long seed) { put(state, seed, lc_philox_second_key, 0, 0, 0, 0); }

static unsigned long philox_get(void *state) { return philox_next(state); }

static double philox_get_double(void *state) { return unit(philox_next(state)); }

const gsl_rng_type lc_philox_type = {
    "philox4x64", ~0ul, 0, sizeof(philox_state), philox_set, philox_get, philox_get_double,
};

void lc_rng_set_philox(lc_rng *r, uint64_t key0, uint64_t key1, uint64_t c0, uint64_t c1, uint64_t c2, uint64_t c3) {
    r->sign_count = 0;
    put(r->rng->state, key0, key1, c0, c1, c2, c3);
}

uint64_t lc_philox_word(uint64_t key0, uint64_t key1, uint64_t c0, uint64_t c1, uint64_t c2, uint64_t c3) {
    philox4x64_key_t key = {{key0, key1}};
    philox4x64_ctr_t counter = {{c0, c1, c2, c3}};
    return philox4x64_R(10, counter, key).v[0];
}
