// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernels.h"

#pragma STDC FP_CONTRACT OFF

enum {
    tile_rows = 6,
    tile_columns = 8,
    /// A panel of A: as many rows and steps as stay in the second cache. The columns of B are laid out once for all its rows.
    panel_rows = 16 * tile_rows,
    panel_steps = 256,
};

struct matrix {
    const double *start;
    /// Numbers from one row of op(A) to the next, and from one column to the next.
    ptrdiff_t row, column;
};

static struct matrix matrix(bool transpose, const double *a, int lda) {
    return transpose ? (struct matrix){a, 1, lda} : (struct matrix){a, lda, 1};
}

/// Lays `count` rows (or columns) of a matrix, filled up with zeros to a multiple of `width`, side by side, `width` of them at a time.
static inline __attribute__((always_inline)) void pack(
    const double *start, ptrdiff_t across, ptrdiff_t along, int count, int steps, const int width, double *restrict panel) {
    int first = 0;
    for (; first + width <= count; first += width) {
        const double *block = start + first * across;
        for (int p = 0; p < steps; ++p, panel += width) {
            for (int i = 0; i < width; ++i) panel[i] = block[i * across + p * along];
        }
    }
    for (; first < count; first += width) {
        for (int p = 0; p < steps; ++p) {
            for (int i = 0; i < width; ++i) {
                *panel++ = first + i < count ? start[(first + i) * across + p * along] : 0;
            }
        }
    }
}

/// C += alpha A B for one panel of A and one of B; only what lies on or below the diagonal where `lower`.
static void add_panel(
    struct matrix a, struct matrix b, int first, int rows, int n, int steps, double alpha, bool lower, double *c, int ldc) {
    const struct ordered_kernels *kernels = ordered_kernels();
    double left[panel_rows * panel_steps], right[tile_columns * panel_steps], tile[tile_rows * tile_columns];
    pack(a.start, a.row, a.column, rows, steps, tile_rows, left);
    for (int j = 0; j < n && (!lower || j < first + rows); j += tile_columns) {
        int columns = n - j < tile_columns ? n - j : tile_columns;
        pack(b.start + j * b.column, b.column, b.row, columns, steps, tile_columns, right);
        for (int i = 0; i < rows; i += tile_rows) {
            if (lower && first + i + tile_rows <= j) continue;
            kernels->tile(steps, left + i * steps, right, tile);
            for (int r = 0; r < tile_rows && i + r < rows; ++r) {
                double *out = c + (ptrdiff_t)(first + i + r) * ldc + j;
                int end = lower && first + i + r - j + 1 < columns ? first + i + r - j + 1 : columns;
                for (int q = 0; q < end; ++q) out[q] += alpha * tile[r * tile_columns + q];
            }
        }
    }
}

static void product(
    struct matrix a, struct matrix b, int m, int n, int k, double alpha, double beta, bool lower, double *c, int ldc) {
    for (int i = 0; i < m && beta != 1; ++i) {
        double *row = c + (ptrdiff_t)i * ldc;
        for (int j = 0; j < (lower ? i + 1 : n); ++j) row[j] = beta == 0 ? 0 : beta * row[j];
    }
    for (int p = 0; p < k; p += panel_steps) {
        int steps = k - p < panel_steps ? k - p : panel_steps;
        struct matrix right = {b.start + p * b.row, b.row, b.column};
        for (int i = 0; i < m; i += panel_rows) {
            struct matrix left = {a.start + i * a.row + p * a.column, a.row, a.column};
            add_panel(left, right, i, m - i < panel_rows ? m - i : panel_rows, n, steps, alpha, lower, c, ldc);
        }
    }
}

/// C = alpha A B' + beta C for few columns: rows that are read in their order and multiplied with each of the rows of B.
static void product_of_rows(
    int m, int n, int k, double alpha, const double *a, int lda, const double *b, int ldb, double beta, double *c, int ldc) {
    const struct ordered_kernels *kernels = ordered_kernels();
    double sums[4];
    for (int i = 0; i < m; i += 4) {
        int count = m - i < 4 ? m - i : 4;
        for (int j = 0; j < n; ++j) {
            kernels->rows(count, k, a + (ptrdiff_t)i * lda, lda, b + (ptrdiff_t)j * ldb, sums);
            for (int r = 0; r < count; ++r) {
                double *out = c + (ptrdiff_t)(i + r) * ldc + j;
                *out = (beta == 0 ? 0 : beta * *out) + alpha * sums[r];
            }
        }
    }
}

void ordered_product(
    bool transposeA, bool transposeB, int m, int n, int k, double alpha, const double *a, int lda, const double *b, int ldb,
    double beta, double *c, int ldc) {
    // A tile has eight columns whether they are wanted or not.
    if (!transposeA && transposeB && n <= 4) return product_of_rows(m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
    product(matrix(transposeA, a, lda), matrix(transposeB, b, ldb), m, n, k, alpha, beta, false, c, ldc);
}

void ordered_gram(bool transposeA, int n, int k, double alpha, const double *a, int lda, double beta, double *c, int ldc) {
    product(matrix(transposeA, a, lda), matrix(!transposeA, a, lda), n, n, k, alpha, beta, true, c, ldc);
}

void ordered_solve(int m, int n, const double *l, int ldl, double *b, int ldb) {
    for (int i = 0; i < m; ++i) {
        double *row = b + (ptrdiff_t)i * ldb;
        for (int j = 0; j < n; ++j) row[j] = (row[j] - ordered_dot(j, row, l + (ptrdiff_t)j * ldl)) / l[(ptrdiff_t)j * ldl + j];
    }
}
