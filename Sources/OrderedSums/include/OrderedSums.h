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

/// Rows of a panel: as many rows of a matrix, transposed, so that their numbers in one column stand side by side. A matrix of `rows` x n
/// is rows/32 panels, the last filled up with zeros, n x 32 numbers each.
enum { ordered_panel_rows = 32 };

/// The panels of a row-major matrix of `rows` x n.
void ordered_pack_panels(int rows, int n, const double *a, double *panels);

/// The matrix of `rows` x n whose panels these are.
void ordered_unpack_panels(int rows, int n, const double *panels, double *a);

/// Sparse rows that a product with panels takes at most.
enum { ordered_sparse_rows = 64 };

/// The products of `count` <= 64 sparse rows X with all rows of the panels: `count` x (32 panels) numbers. X is given by its columns:
/// column k has the entries from starts[k] up to starts[k + 1] of `rows` and `x`.
void ordered_panels_times_sparse(
    int panels, int n, const double *weights, int count, const int *starts, const int *rows, const double *x, double *values);

/// weights += moves' X for a sparse X, given by its columns as above.
/// `moves` has a row of 32 panels' numbers for each row of X.
void ordered_add_sparse_to_panels(
    int panels, int n, double *weights, const int *starts, const int *rows, const double *x, const double *moves);

/// The squared distances of rows of two matrices in panels, 32 a panel.
void ordered_panel_distances(int panels, int n, const double *a, const double *b, double *squares);

/// Whether wide registers are used where the processor has them, as they are from the start. The results are the same; tests see to it.
void ordered_use_wide_registers(bool wide);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif
