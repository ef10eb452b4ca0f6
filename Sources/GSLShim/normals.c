// SPDX-License-Identifier: GPL-3.0-or-later
//
// Standard normals by a ziggurat of 256 layers and 53 bits.
//
// GSL has a ziggurat (gsl_ran_gaussian_ziggurat), but a normal of it is one of 2^24 multiples of a layer's width: it is
// exactly 0 with probability 2^-24, and P(|g| <= V) comes out too large by 4.2e-4 of itself at V = 1e-4 (counted over its
// tables), by 3.7e-3 at V = 1e-5. That is the very probability that Lemma B.4 is about; here the excess is 1e-12. GSL's other
// two (polar and ratio) are fine-grained and slower by a factor of five. So the layers are drawn here, with all 53 bits
// of a double, from the words of the gsl_rng; the tail stays GSL's. Tables: Scripts/ziggurat.py.
#include "rng.h"

#include <gsl/gsl_randist.h>
#include <math.h>
#include <string.h>

#include "ziggurat_tables.h"

// A word's bits: 0-7 the layer, 8 the sign, 11-63 the place in the layer.
static inline unsigned layer_of(uint64_t word) { return word & 255; }
static inline uint64_t place_of(uint64_t word) { return word >> 11; }

static inline double with_sign(double x, uint64_t word) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    bits |= (word & 256) << 55;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/// The word's point if it lies in the part of its layer that is under the curve at any height.
static inline int in_core(uint64_t word, double *x) {
    unsigned layer = layer_of(word);
    uint64_t place = place_of(word);
    *x = with_sign((double)(int64_t)place * ziggurat_width[layer], word);
    return place < ziggurat_inner[layer];
}

/// The rest of a layer: the tail of layer 0, the wedge of the others, where a refused point begins again with a new word.
static __attribute__((noinline)) double outside_core(lc_rng *r, uint64_t word) {
    for (;;) {
        double x;
        if (in_core(word, &x)) return x;
        unsigned layer = layer_of(word);
        if (layer == 0) return with_sign(gsl_ran_ugaussian_tail(r->rng, ziggurat_r), word);
        double low = ziggurat_height[layer], high = ziggurat_height[layer + 1];
        if (low + (high - low) * unit(rng_word(r)) < exp(-0.5 * x * x)) return x;
        word = rng_word(r);
    }
}

double lc_rng_normal(lc_rng *r) {
    uint64_t word = rng_word(r);
    double x;
    return in_core(word, &x) ? x : outside_core(r, word);
}

static void fill_from_philox(lc_rng *r, double *out, size_t count) {
    philox_state *s = r->rng->state;
    size_t k = 0;
    while (k < count) {
        if (s->next == s->made) lc_philox_refill(s);
        unsigned next = s->next, end = s->made;
        if (end - next > count - k) end = next + (unsigned)(count - k);
        while (next < end) {
            uint64_t word = s->words[next++];
            if (__builtin_expect(!in_core(word, out + k), 0)) {
                s->next = next;
                out[k++] = outside_core(r, word);
                // The slow path may have drawn further words and refilled the buffer.
                next = s->next;
                end = s->made;
                if (end - next > count - k) end = next + (unsigned)(count - k);
                continue;
            }
            k++;
        }
        s->next = next;
    }
}

void lc_rng_fill_normals(lc_rng *r, double *out, size_t count) {
    if (r->kind == lc_rng_philox) {
        fill_from_philox(r, out, count);
    } else {
        for (size_t k = 0; k < count; k++) out[k] = lc_rng_normal(r);
    }
}

void lc_rng_fill_gsl_ziggurat(lc_rng *r, double *out, size_t count) {
    for (size_t k = 0; k < count; k++) out[k] = gsl_ran_gaussian_ziggurat(r->rng, 1.0);
}

/// Below 1 at least 0.15 of all normals serve; above, GSL's tail sampler.
double lc_rng_normal_above(lc_rng *r, double low) {
    if (low >= 1) return gsl_ran_ugaussian_tail(r->rng, low);
    for (;;) {
        double x = lc_rng_normal(r);
        if (x > low) return x;
    }
}

/// Below 2 a uniform number of [-bound, bound], kept with probability exp(-x^2/2); above, any normal that fits.
double lc_rng_normal_within(lc_rng *r, double bound) {
    for (;;) {
        double x = bound > 2 ? lc_rng_normal(r) : bound * (2 * unit(rng_word(r)) - 1);
        if (bound > 2 ? fabs(x) <= bound : unit(rng_word(r)) < exp(-0.5 * x * x)) return x;
    }
}

/// Below 1 at least 0.3 of all normals serve; above, GSL's tail sampler and a sign.
double lc_rng_sum_of_normals_outside(lc_rng *r, double bound, uint64_t count) {
    double sum = 0;
    while (count > 0) {
        double x = bound < 1 ? lc_rng_normal(r) : with_sign(gsl_ran_ugaussian_tail(r->rng, bound), rng_word(r));
        if (fabs(x) <= bound) continue;
        sum += x;
        count--;
    }
    return sum;
}
