// SPDX-License-Identifier: GPL-3.0-or-later

#ifndef LEMMACHECK_ORDERED_KERNELS_H
#define LEMMACHECK_ORDERED_KERNELS_H

#include <stddef.h>

#include "OrderedSums.h"

/// The loops of lanes.h for one set of registers.
struct ordered_kernels {
    void (*rows)(int rows, int n, const double *a, ptrdiff_t lda, const double *x, double *result);
    void (*add)(int rows, int n, const double *c, const double *a, ptrdiff_t lda, double *y);
    void (*tile)(int k, const double *a, const double *b, double *tile);
    void (*panel_values)(
        int n, const int *starts, const int *rows, const double *x, const double *panel, double *values);
    void (*panel_add)(
        int n, const int *starts, const int *rows, const double *x, const double *moves, ptrdiff_t stride, double *panel);
    void (*panel_distances)(int n, const double *a, const double *b, double *squares);
};

/// Those that are in use.
const struct ordered_kernels *ordered_kernels(void);

#endif
