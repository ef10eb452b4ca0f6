// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernels.h"

#include <string.h>

#pragma STDC FP_CONTRACT OFF

enum { panel_rows = ordered_panel_rows };

void ordered_pack_panels(int rows, int n, const double *a, double *panels) {
    for (int first = 0; first < rows; first += panel_rows) {
        double *panel = panels + (ptrdiff_t)first * n;
        for (int r = 0; r < panel_rows; ++r) {
            const double *row = a + (ptrdiff_t)(first + r) * n;
            for (int k = 0; k < n; ++k) panel[k * panel_rows + r] = first + r < rows ? row[k] : 0;
        }
    }
}

void ordered_unpack_panels(int rows, int n, const double *panels, double *a) {
    for (int first = 0; first < rows; first += panel_rows) {
        const double *panel = panels + (ptrdiff_t)first * n;
        for (int r = 0; r < panel_rows && first + r < rows; ++r) {
            double *row = a + (ptrdiff_t)(first + r) * n;
            for (int k = 0; k < n; ++k) row[k] = panel[k * panel_rows + r];
        }
    }
}

void ordered_panels_times_sparse(
    int panels, int n, const double *weights, int count, const int *starts, const int *rows, const double *x, double *values) {
    const struct ordered_kernels *kernels = ordered_kernels();
    ptrdiff_t stride = (ptrdiff_t)panels * panel_rows;
    // In the nearest cache: a panel's products with as many sparse rows as there are.
    double sums[ordered_sparse_rows * panel_rows];
    for (int p = 0; p < panels; ++p) {
        memset(sums, 0, sizeof(double) * count * panel_rows);
        kernels->panel_values(n, starts, rows, x, weights + (ptrdiff_t)p * panel_rows * n, sums);
        for (int i = 0; i < count; ++i) {
            memcpy(values + i * stride + (ptrdiff_t)p * panel_rows, sums + i * panel_rows, sizeof(double) * panel_rows);
        }
    }
}

void ordered_add_sparse_to_panels(
    int panels, int n, double *weights, const int *starts, const int *rows, const double *x, const double *moves) {
    const struct ordered_kernels *kernels = ordered_kernels();
    ptrdiff_t stride = (ptrdiff_t)panels * panel_rows;
    for (int p = 0; p < panels; ++p) {
        kernels->panel_add(
            n, starts, rows, x, moves + (ptrdiff_t)p * panel_rows, stride, weights + (ptrdiff_t)p * panel_rows * n);
    }
}

void ordered_panel_distances(int panels, int n, const double *a, const double *b, double *squares) {
    const struct ordered_kernels *kernels = ordered_kernels();
    for (int p = 0; p < panels; ++p) {
        ptrdiff_t start = (ptrdiff_t)p * panel_rows * n;
        kernels->panel_distances(n, a + start, b + start, squares + (ptrdiff_t)p * panel_rows);
    }
}
