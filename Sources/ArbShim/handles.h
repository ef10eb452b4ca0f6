// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef LEMMACHECK_ARB_HANDLES_H
#define LEMMACHECK_ARB_HANDLES_H

#include <acb.h>
#include <arb.h>

#include "ArbShim.h"

struct lc_ball {
    arb_t value;
    slong precision;
};

struct lc_complex {
    acb_t value;
    slong precision;
};

extern _Thread_local long lc_live;

static inline lc_ball *lc_ball_new(slong precision) {
    lc_ball *r = flint_malloc(sizeof *r);
    arb_init(r->value);
    lc_live++;
    r->precision = precision;
    return r;
}

static inline lc_complex *lc_complex_new(slong precision) {
    lc_complex *r = flint_malloc(sizeof *r);
    acb_init(r->value);
    lc_live++;
    r->precision = precision;
    return r;
}

static inline slong lc_larger(slong a, slong b) { return a > b ? a : b; }

#endif
