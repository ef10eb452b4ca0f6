// SPDX-License-Identifier: GPL-3.0-or-later
//
// Arb's real and complex balls behind opaque handles: Arb's inline macros need its headers, which stay inside this target.
//
// A handle is a ball with the precision (in bits) that it was made at. Every function returns a new handle, owned by the
// caller, and writes to none of its arguments; an operation works at the largest precision among its operands. Allocation
// failure aborts the process, as all of FLINT does.
#ifndef LEMMACHECK_ARB_SHIM_H
#define LEMMACHECK_ARB_SHIM_H

typedef struct lc_ball lc_ball;
typedef struct lc_complex lc_complex;

#define LC_UNARY(name) lc_ball *lc_ball_##name(const lc_ball *x);
#define LC_BINARY(name) lc_ball *lc_ball_##name(const lc_ball *x, const lc_ball *y);
#define LC_TEST(name) int lc_ball_##name(const lc_ball *x, const lc_ball *y);

/// Arb's version string, for reports.
const char *lc_arb_version(void);
/// Frees the constants that FLINT and Arb keep for this thread.
void lc_release_caches(void);
/// Handles made less handles freed by this thread: 0 again once all that it made is gone, if no other thread freed any.
long lc_live_handles(void);

// Makers. A double is taken exactly; an interval's ends may be infinite, a nan makes an indeterminate ball.
lc_ball *lc_ball_from_int(long n, long precision);
lc_ball *lc_ball_from_ratio(long p, long q, long precision);
lc_ball *lc_ball_from_double(double x, long precision);
lc_ball *lc_ball_from_interval(double lower, double upper, long precision);
/// Null where the text is not a decimal number (or "[mid +/- rad]", nan, inf).
lc_ball *lc_ball_from_string(const char *text, long precision);
lc_ball *lc_ball_pi(long precision);
/// The same set, rounded outward to `precision`, which the new handle carries.
lc_ball *lc_ball_at_precision(const lc_ball *x, long precision);
void lc_ball_free(lc_ball *x);

// Reading.
long lc_ball_precision(const lc_ball *x);
/// Ends and radius are rounded outward, the midpoint to nearest.
double lc_ball_lower(const lc_ball *x);
double lc_ball_upper(const lc_ball *x);
double lc_ball_midpoint(const lc_ball *x);
double lc_ball_radius(const lc_ball *x);
int lc_ball_is_finite(const lc_ball *x);
int lc_ball_is_exact(const lc_ball *x);
/// log2 of midpoint over radius, at most the largest long.
long lc_ball_accuracy_bits(const lc_ball *x);
/// Arb's own text, "[mid +/- rad]" unless without_radius; the caller frees it with lc_string_free.
char *lc_ball_string(const lc_ball *x, long digits, int without_radius);
void lc_string_free(char *text);
/// The end itself as an exact ball.
LC_UNARY(lower_end)
LC_UNARY(upper_end)

// Comparisons: 1 where it holds for every pair of members.
LC_TEST(lt)
LC_TEST(le)
/// 1 where y is a subset of x.
LC_TEST(contains)
LC_TEST(overlaps)

// Arithmetic and elementary functions; outside the real domain the result is indeterminate.
LC_BINARY(add)
LC_BINARY(sub)
LC_BINARY(mul)
LC_BINARY(div)
LC_BINARY(pow)
LC_BINARY(max)
LC_BINARY(min)
LC_BINARY(hull)
LC_UNARY(neg)
LC_UNARY(abs)
LC_UNARY(sqrt)
LC_UNARY(log)
LC_UNARY(log1p)
LC_UNARY(exp)
LC_UNARY(expm1)
LC_UNARY(sin)
LC_UNARY(cos)
LC_UNARY(asin)
LC_UNARY(acos)
LC_UNARY(atan)
LC_UNARY(floor)
LC_UNARY(ceil)

// Special functions.
LC_UNARY(gamma)
LC_UNARY(lgamma)
LC_UNARY(erf)
LC_UNARY(erfc)
/// P(s, x) and Q(s, x), the regularized incomplete gamma functions.
lc_ball *lc_ball_gamma_p(const lc_ball *s, const lc_ball *x);
lc_ball *lc_ball_gamma_q(const lc_ball *s, const lc_ball *x);
/// I_x(a, b), the regularized incomplete beta function.
lc_ball *lc_ball_beta_i(const lc_ball *a, const lc_ball *b, const lc_ball *x);

// Complex balls, as the integrands of rigorous quadrature need them. `analytic` asks for an indeterminate value where the
// argument meets a branch cut.
#define LC_CUNARY(name) lc_complex *lc_complex_##name(const lc_complex *x);
#define LC_CBINARY(name) lc_complex *lc_complex_##name(const lc_complex *x, const lc_complex *y);
lc_complex *lc_complex_from_parts(const lc_ball *re, const lc_ball *im);
lc_complex *lc_complex_copy(const lc_complex *x);
long lc_complex_precision(const lc_complex *x);
void lc_complex_free(lc_complex *x);
lc_ball *lc_complex_real(const lc_complex *x);
lc_ball *lc_complex_imag(const lc_complex *x);
int lc_complex_is_finite(const lc_complex *x);
LC_CBINARY(add)
LC_CBINARY(sub)
LC_CBINARY(mul)
LC_CBINARY(div)
LC_CUNARY(neg)
LC_CUNARY(exp)
LC_CUNARY(sin)
LC_CUNARY(cos)
LC_CUNARY(erf)
LC_CUNARY(erfc)
lc_complex *lc_complex_sqrt(const lc_complex *x, int analytic);
lc_complex *lc_complex_log(const lc_complex *x, int analytic);
lc_complex *lc_complex_pow(const lc_complex *x, const lc_complex *y, int analytic);
lc_complex *lc_complex_asin(const lc_complex *x, int analytic);
/// Q(s, x) and P(s, x) for complex x; indeterminate where `analytic` and x meets the negative axis.
lc_complex *lc_complex_gamma_q(const lc_complex *s, const lc_complex *x, int analytic);
lc_complex *lc_complex_gamma_p(const lc_complex *s, const lc_complex *x, int analytic);
/// I_x(a, b) for complex x; indeterminate where `analytic` and x meets (-inf, 0] or [1, inf).
lc_complex *lc_complex_beta_i(const lc_complex *a, const lc_complex *b, const lc_complex *x, int analytic);

/// f(z), a new handle; `context` is what was given to lc_integrate.
typedef lc_complex *(*lc_integrand)(void *context, const lc_complex *z, int analytic);
/// The integral of f from a to b along the line between them (acb_calc_integrate): real part of the enclosure, its goals
/// 2^-relative_bits and 2^-absolute_bits. The enclosure is valid whether or not the goals are met within max_evaluations.
lc_ball *lc_integrate(lc_integrand f, void *context, const lc_ball *a, const lc_ball *b, long relative_bits,
                      long absolute_bits, long max_evaluations);

#undef LC_UNARY
#undef LC_BINARY
#undef LC_TEST
#undef LC_CUNARY
#undef LC_CBINARY
#endif
