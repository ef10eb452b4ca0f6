// SPDX-License-Identifier: GPL-3.0-or-later
#include <arb_hypgeom.h>
#include <math.h>

#include "handles.h"

const char *lc_arb_version(void) { return arb_version; }
_Thread_local long lc_live = 0;
long lc_live_handles(void) { return lc_live; }
void lc_release_caches(void) { flint_cleanup(); }

lc_ball *lc_ball_from_int(long n, long precision) {
    lc_ball *r = lc_ball_new(precision);
    arb_set_si(r->value, n);
    return r;
}

lc_ball *lc_ball_from_ratio(long p, long q, long precision) {
    lc_ball *r = lc_ball_new(precision);
    arb_set_si(r->value, p);
    arb_div_si(r->value, r->value, q, precision);
    return r;
}

lc_ball *lc_ball_from_double(double x, long precision) {
    lc_ball *r = lc_ball_new(precision);
    if (isnan(x)) arb_indeterminate(r->value);
    else arb_set_d(r->value, x);
    return r;
}

lc_ball *lc_ball_from_interval(double lower, double upper, long precision) {
    lc_ball *r = lc_ball_new(precision);
    if (!(lower <= upper)) {
        arb_indeterminate(r->value);
        return r;
    }
    arf_t a, b;
    arf_init(a);
    arf_init(b);
    arf_set_d(a, lower);
    arf_set_d(b, upper);
    arb_set_interval_arf(r->value, a, b, precision);
    arf_clear(a);
    arf_clear(b);
    return r;
}

lc_ball *lc_ball_from_string(const char *text, long precision) {
    lc_ball *r = lc_ball_new(precision);
    if (arb_set_str(r->value, text, precision) == 0) return r;
    lc_ball_free(r);
    return NULL;
}

lc_ball *lc_ball_pi(long precision) {
    lc_ball *r = lc_ball_new(precision);
    arb_const_pi(r->value, precision);
    return r;
}

lc_ball *lc_ball_at_precision(const lc_ball *x, long precision) {
    lc_ball *r = lc_ball_new(precision);
    arb_set_round(r->value, x->value, precision);
    return r;
}

void lc_ball_free(lc_ball *x) {
    arb_clear(x->value);
    lc_live--;
    flint_free(x);
}

long lc_ball_precision(const lc_ball *x) { return x->precision; }

static double end(const lc_ball *x, int upper) {
    // The ends are first rounded outward to 64 bits, then outward to a double: never inside the ball.
    arf_t t;
    arf_init(t);
    if (upper) arb_get_ubound_arf(t, x->value, 64);
    else arb_get_lbound_arf(t, x->value, 64);
    double r = arf_is_nan(t) ? (upper ? INFINITY : -INFINITY) : arf_get_d(t, upper ? ARF_RND_CEIL : ARF_RND_FLOOR);
    arf_clear(t);
    return r;
}

double lc_ball_lower(const lc_ball *x) { return end(x, 0); }
double lc_ball_upper(const lc_ball *x) { return end(x, 1); }
double lc_ball_midpoint(const lc_ball *x) { return arf_get_d(arb_midref(x->value), ARF_RND_NEAR); }

double lc_ball_radius(const lc_ball *x) {
    arf_t t;
    arf_init_set_mag_shallow(t, arb_radref(x->value));
    return arf_get_d(t, ARF_RND_CEIL);
}

int lc_ball_is_finite(const lc_ball *x) { return arb_is_finite(x->value); }
int lc_ball_is_exact(const lc_ball *x) { return arb_is_exact(x->value); }
long lc_ball_accuracy_bits(const lc_ball *x) { return arb_rel_accuracy_bits(x->value); }

char *lc_ball_string(const lc_ball *x, long digits, int without_radius) {
    return arb_get_str(x->value, digits, without_radius ? ARB_STR_NO_RADIUS : 0);
}

void lc_string_free(char *text) { flint_free(text); }

lc_ball *lc_ball_lower_end(const lc_ball *x) {
    lc_ball *r = lc_ball_new(x->precision);
    arb_get_lbound_arf(arb_midref(r->value), x->value, x->precision);
    return r;
}

lc_ball *lc_ball_upper_end(const lc_ball *x) {
    lc_ball *r = lc_ball_new(x->precision);
    arb_get_ubound_arf(arb_midref(r->value), x->value, x->precision);
    return r;
}

#define UNARY(name, function) \
    lc_ball *lc_ball_##name(const lc_ball *x) { \
        lc_ball *r = lc_ball_new(x->precision); \
        function(r->value, x->value, x->precision); \
        return r; \
    }
#define BINARY(name, function) \
    lc_ball *lc_ball_##name(const lc_ball *x, const lc_ball *y) { \
        slong precision = lc_larger(x->precision, y->precision); \
        lc_ball *r = lc_ball_new(precision); \
        function(r->value, x->value, y->value, precision); \
        return r; \
    }
#define TEST(name, function) \
    int lc_ball_##name(const lc_ball *x, const lc_ball *y) { return function(x->value, y->value); }

static void negated(arb_t r, const arb_t x, slong precision) {
    (void)precision;
    arb_neg(r, x);
}

static void magnitude(arb_t r, const arb_t x, slong precision) {
    (void)precision;
    arb_abs(r, x);
}

TEST(lt, arb_lt)
TEST(le, arb_le)
TEST(contains, arb_contains)
TEST(overlaps, arb_overlaps)
BINARY(add, arb_add)
BINARY(sub, arb_sub)
BINARY(mul, arb_mul)
BINARY(div, arb_div)
BINARY(pow, arb_pow)
BINARY(max, arb_max)
BINARY(min, arb_min)
BINARY(hull, arb_union)
UNARY(neg, negated)
UNARY(abs, magnitude)
UNARY(sqrt, arb_sqrt)
UNARY(log, arb_log)
UNARY(log1p, arb_log1p)
UNARY(exp, arb_exp)
UNARY(expm1, arb_expm1)
UNARY(sin, arb_sin)
UNARY(cos, arb_cos)
UNARY(asin, arb_asin)
UNARY(acos, arb_acos)
UNARY(atan, arb_atan)
UNARY(floor, arb_floor)
UNARY(ceil, arb_ceil)
UNARY(gamma, arb_gamma)
UNARY(lgamma, arb_lgamma)
UNARY(erf, arb_hypgeom_erf)
UNARY(erfc, arb_hypgeom_erfc)

lc_ball *lc_ball_gamma_p(const lc_ball *s, const lc_ball *x) {
    slong precision = lc_larger(s->precision, x->precision);
    lc_ball *r = lc_ball_new(precision);
    arb_hypgeom_gamma_lower(r->value, s->value, x->value, 1, precision);
    return r;
}

lc_ball *lc_ball_gamma_q(const lc_ball *s, const lc_ball *x) {
    slong precision = lc_larger(s->precision, x->precision);
    lc_ball *r = lc_ball_new(precision);
    arb_hypgeom_gamma_upper(r->value, s->value, x->value, 1, precision);
    return r;
}

lc_ball *lc_ball_beta_i(const lc_ball *a, const lc_ball *b, const lc_ball *x) {
    slong precision = lc_larger(a->precision, lc_larger(b->precision, x->precision));
    lc_ball *r = lc_ball_new(precision);
    arb_hypgeom_beta_lower(r->value, a->value, b->value, x->value, 1, precision);
    return r;
}
