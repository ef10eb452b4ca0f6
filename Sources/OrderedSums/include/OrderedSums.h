// SPDX-License-Identifier: GPL-3.0-or-later

/// Sums, products and factorizations of row-major matrices of doubles in an order that is written here: the same bits on every processor.
///
/// A BLAS chooses its kernels by the processor, and with them the order of its sums; a search that branches on the last bits then takes
/// another way on another machine. Here each sum has one order, no product is fused with a sum, and wider registers only do more of the
/// same lanes at once. Lengths may be 0; matrices are row-major, `lda` numbers from row to row.
#ifndef LEMMACHECK_ORDERED_SUMS_H
#define LEMMACHECK_ORDERED_SUMS_H

#include <stdbool.h>

#if defined(__clang__)
#pragma clang assume_nonnull begin
#endif

/// sum x_i y_i, by eight lanes that are then added in pairs.
double ordered_dot(int n, const double *x, const double *y);

/// ||x||, without overflow or underflow on the way.
double ordered_norm(int n, const double *x);

/// y += a x.
void ordered_add(int n, double a, const double *x, double *y);

/// x *= a.
void ordered_scale(int n, double a, double *x);

/// y = alpha A x + beta y for A of `rows` x `columns`.
void ordered_multiply(int rows, int columns, double alpha, const double *a, int lda, const double *x, double beta, double *y);

/// y = alpha A' x + beta y for A of `rows` x `columns`: the rows are added one after the other.
void ordered_multiply_transposed(
    int rows, int columns, double alpha, const double *a, int lda, const double *x, double beta, double *y);

/// y = alpha A x + beta y for a symmetric A of n x n, of which the lower triangle is read.
void ordered_multiply_symmetric(int n, double alpha, const double *a, int lda, const double *x, double beta, double *y);

/// C = alpha op(A) op(B) + beta C for C of `m` x `n`, op(A) of `m` x `k` and op(B) of `k` x `n`; op transposes where it is told to.
void ordered_product(
    bool transposeA, bool transposeB, int m, int n, int k, double alpha, const double *a, int lda, const double *b, int ldb,
    double beta, double *c, int ldc);

/// The lower triangle of C = alpha op(A) op(A)' + beta C for C of n x n and op(A) of n x k.
void ordered_gram(bool transposeA, int n, int k, double alpha, const double *a, int lda, double beta, double *c, int ldc);

/// B = B L'^-1 for B of `m` x `n` and a lower triangular L of n x n.
void ordered_solve(int m, int n, const double *l, int ldl, double *b, int ldb);

/// Whether wide registers are used where the processor has them, as they are from the start. The results are the same; tests see to it.
void ordered_use_wide_registers(bool wide);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif
