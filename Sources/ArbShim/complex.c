// SPDX-License-Identifier: GPL-3.0-or-later
#include <acb_calc.h>
#include <acb_hypgeom.h>

#include "handles.h"

lc_complex *lc_complex_from_parts(const lc_ball *re, const lc_ball *im) {
    lc_complex *r = lc_complex_new(lc_larger(re->precision, im->precision));
    acb_set_arb_arb(r->value, re->value, im->value);
    return r;
}

lc_complex *lc_complex_copy(const lc_complex *x) {
    lc_complex *r = lc_complex_new(x->precision);
    acb_set(r->value, x->value);
    return r;
}

long lc_complex_precision(const lc_complex *x) { return x->precision; }

void lc_complex_free(lc_complex *x) {
    acb_clear(x->value);
    lc_live--;
    flint_free(x);
}

lc_ball *lc_complex_real(const lc_complex *x) {
    lc_ball *r = lc_ball_new(x->precision);
    acb_get_real(r->value, x->value);
    return r;
}

lc_ball *lc_complex_imag(const lc_complex *x) {
    lc_ball *r = lc_ball_new(x->precision);
    acb_get_imag(r->value, x->value);
    return r;
}

int lc_complex_is_finite(const lc_complex *x) { return acb_is_finite(x->value); }

#define UNARY(name, function) \
    lc_complex *lc_complex_##name(const lc_complex *x) { \
        lc_complex *r = lc_complex_new(x->precision); \
        function(r->value, x->value, x->precision); \
        return r; \
    }
#define BINARY(name, function) \
    lc_complex *lc_complex_##name(const lc_complex *x, const lc_complex *y) { \
        slong precision = lc_larger(x->precision, y->precision); \
        lc_complex *r = lc_complex_new(precision); \
        function(r->value, x->value, y->value, precision); \
        return r; \
    }
#define ANALYTIC(name, function) \
    lc_complex *lc_complex_##name(const lc_complex *x, int analytic) { \
        lc_complex *r = lc_complex_new(x->precision); \
        function(r->value, x->value, analytic, x->precision); \
        return r; \
    }

static void negated(acb_t r, const acb_t x, slong precision) {
    (void)precision;
    acb_neg(r, x);
}

/// Whether x may meet the ray from `end` to minus (sign < 0) or plus infinity on the real axis.
static int meets_ray(const acb_t x, slong end, int sign) {
    if (!arb_contains_zero(acb_imagref(x))) return 0;
    arb_t t;
    arb_init(t);
    arb_sub_si(t, acb_realref(x), end, 64);
    int clear = sign < 0 ? arb_is_positive(t) : arb_is_negative(t);
    arb_clear(t);
    return !clear;
}

static void asin_analytic(acb_t r, const acb_t x, int analytic, slong precision) {
    if (analytic && (meets_ray(x, -1, -1) || meets_ray(x, 1, 1))) acb_indeterminate(r);
    else acb_asin(r, x, precision);
}

BINARY(add, acb_add)
BINARY(sub, acb_sub)
BINARY(mul, acb_mul)
BINARY(div, acb_div)
UNARY(neg, negated)
UNARY(exp, acb_exp)
UNARY(sin, acb_sin)
UNARY(cos, acb_cos)
UNARY(erf, acb_hypgeom_erf)
UNARY(erfc, acb_hypgeom_erfc)
ANALYTIC(sqrt, acb_sqrt_analytic)
ANALYTIC(log, acb_log_analytic)
ANALYTIC(asin, asin_analytic)

lc_complex *lc_complex_pow(const lc_complex *x, const lc_complex *y, int analytic) {
    slong precision = lc_larger(x->precision, y->precision);
    lc_complex *r = lc_complex_new(precision);
    acb_pow_analytic(r->value, x->value, y->value, analytic, precision);
    return r;
}

lc_complex *lc_complex_gamma_q(const lc_complex *s, const lc_complex *x, int analytic) {
    slong precision = lc_larger(s->precision, x->precision);
    lc_complex *r = lc_complex_new(precision);
    if (analytic && meets_ray(x->value, 0, -1)) acb_indeterminate(r->value);
    else acb_hypgeom_gamma_upper(r->value, s->value, x->value, 1, precision);
    return r;
}

lc_complex *lc_complex_gamma_p(const lc_complex *s, const lc_complex *x, int analytic) {
    slong precision = lc_larger(s->precision, x->precision);
    lc_complex *r = lc_complex_new(precision);
    if (analytic && meets_ray(x->value, 0, -1)) acb_indeterminate(r->value);
    else acb_hypgeom_gamma_lower(r->value, s->value, x->value, 1, precision);
    return r;
}

lc_complex *lc_complex_beta_i(const lc_complex *a, const lc_complex *b, const lc_complex *x, int analytic) {
    slong precision = lc_larger(a->precision, lc_larger(b->precision, x->precision));
    lc_complex *r = lc_complex_new(precision);
    if (analytic && (meets_ray(x->value, 0, -1) || meets_ray(x->value, 1, 1))) acb_indeterminate(r->value);
    else acb_hypgeom_beta_lower(r->value, a->value, b->value, x->value, 1, precision);
    return r;
}

struct call {
    lc_integrand f;
    void *context;
};

static int evaluate(acb_ptr out, const acb_t z, void *param, slong order, slong precision) {
    // Order 0 or 1: the value alone; order 1 asks that it be analytic on z.
    const struct call *call = param;
    lc_complex *argument = lc_complex_new(precision);
    acb_set(argument->value, z);
    lc_complex *value = call->f(call->context, argument, order != 0);
    acb_set_round(out, value->value, precision);
    lc_complex_free(argument);
    lc_complex_free(value);
    return 0;
}

lc_ball *lc_integrate(lc_integrand f, void *context, const lc_ball *a, const lc_ball *b, long relative_bits,
                      long absolute_bits, long max_evaluations) {
    slong precision = lc_larger(a->precision, b->precision);
    lc_ball *r = lc_ball_new(precision);
    struct call call = {f, context};
    acb_t from, to, value;
    mag_t tolerance;
    acb_calc_integrate_opt_t options;
    acb_init(from);
    acb_init(to);
    acb_init(value);
    mag_init(tolerance);
    acb_set_arb(from, a->value);
    acb_set_arb(to, b->value);
    mag_set_ui_2exp_si(tolerance, 1, -absolute_bits);
    acb_calc_integrate_opt_init(options);
    options->eval_limit = max_evaluations;
    acb_calc_integrate(value, evaluate, &call, from, to, relative_bits, tolerance, options, precision);
    acb_get_real(r->value, value);
    acb_clear(from);
    acb_clear(to);
    acb_clear(value);
    mag_clear(tolerance);
    return r;
}
