// SPDX-License-Identifier: GPL-3.0-or-later

#include <math.h>

#include "kernels.h"

#pragma STDC FP_CONTRACT OFF

double ordered_dot(int n, const double *x, const double *y) {
    double result;
    ordered_kernels()->rows(1, n, x, 0, y, &result);
    return result;
}

double ordered_norm(int n, const double *x) {
    double square = ordered_dot(n, x, x);
    // Far from the ends no square overflows, and what underflows does not count.
    if (square >= 0x1p-900 && square <= 0x1p1000) return sqrt(square);
    double largest = 0;
    for (int i = 0; i < n; ++i) {
        double size = fabs(x[i]);
        if (isnan(size)) return size;
        if (size > largest) largest = size;
    }
    if (largest == 0 || isinf(largest)) return largest;
    // A power of 2: nothing is rounded by it.
    int exponent;
    frexp(largest, &exponent);
    double sum = 0;
    for (int i = 0; i < n; ++i) {
        double scaled = ldexp(x[i], -exponent);
        sum += scaled * scaled;
    }
    return ldexp(sqrt(sum), exponent);
}

void ordered_add(int n, double a, const double *x, double *y) { ordered_kernels()->add(1, n, &a, x, 0, y); }

void ordered_scale(int n, double a, double *x) {
    for (int i = 0; i < n; ++i) x[i] *= a;
}

/// y = beta y; what stood there is not read where beta is 0.
static void scale_by(int n, double beta, double *y) {
    if (beta == 1) return;
    for (int i = 0; i < n; ++i) y[i] = beta == 0 ? 0 : beta * y[i];
}

void ordered_multiply(int rows, int columns, double alpha, const double *a, int lda, const double *x, double beta, double *y) {
    const struct ordered_kernels *kernels = ordered_kernels();
    scale_by(rows, beta, y);
    for (int r = 0; r < rows; r += 4) {
        int count = rows - r < 4 ? rows - r : 4;
        double product[4];
        kernels->rows(count, columns, a + (ptrdiff_t)r * lda, lda, x, product);
        for (int k = 0; k < count; ++k) y[r + k] += alpha * product[k];
    }
}

void ordered_multiply_transposed(
    int rows, int columns, double alpha, const double *a, int lda, const double *x, double beta, double *y) {
    const struct ordered_kernels *kernels = ordered_kernels();
    scale_by(columns, beta, y);
    for (int r = 0; r < rows; r += 4) {
        int count = rows - r < 4 ? rows - r : 4;
        double factors[4];
        for (int k = 0; k < count; ++k) factors[k] = alpha * x[r + k];
        kernels->add(count, columns, factors, a + (ptrdiff_t)r * lda, lda, y);
    }
}

void ordered_multiply_symmetric(int n, double alpha, const double *a, int lda, const double *x, double beta, double *y) {
    const struct ordered_kernels *kernels = ordered_kernels();
    scale_by(n, beta, y);
    for (int r = 0; r < n; ++r) {
        const double *row = a + (ptrdiff_t)r * lda;
        double product, factor = alpha * x[r];
        kernels->rows(1, r + 1, row, 0, x, &product);
        y[r] += alpha * product;
        kernels->add(1, r, &factor, row, 0, y);
    }
}
