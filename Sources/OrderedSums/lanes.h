// SPDX-License-Identifier: GPL-3.0-or-later

/// The loops over lanes, compiled for each set of registers: include it with LANES(name) and LANES_TARGET defined. Eight lanes are what a
/// vector has here, however many of them a register holds.

#include <stddef.h>

#ifndef LEMMACHECK_LANES_TYPES
#define LEMMACHECK_LANES_TYPES
typedef double lanes8 __attribute__((vector_size(64), aligned(8), may_alias));
#define LANE_COUNT 8
/// Rows of a tile of a product; its columns are the lanes.
#define TILE_ROWS 6
/// Vectors of lanes that the rows of a panel fill: sums enough that none waits for the one before it.
#define PANEL_VECTORS 4
#define PANEL_ROWS (PANEL_VECTORS * LANE_COUNT)

static inline double lanes_total(const double *lane) {
    return ((lane[0] + lane[4]) + (lane[2] + lane[6])) + ((lane[1] + lane[5]) + (lane[3] + lane[7]));
}
#endif

/// result[r] = the product of row r of `rows` <= 4 rows and x.
LANES_TARGET static void LANES(rows)(int rows, int n, const double *a, ptrdiff_t lda, const double *x, double *result) {
    lanes8 sum[4] = {{0}};
    const double *row[4];
    for (int r = 0; r < 4; ++r) row[r] = a + (r < rows ? r : 0) * lda;
    int i = 0;
    if (rows == 4) {
        for (; i + LANE_COUNT <= n; i += LANE_COUNT) {
            lanes8 v = *(const lanes8 *)(x + i);
            for (int r = 0; r < 4; ++r) sum[r] += *(const lanes8 *)(row[r] + i) * v;
        }
    } else {
        for (; i + LANE_COUNT <= n; i += LANE_COUNT) {
            lanes8 v = *(const lanes8 *)(x + i);
            for (int r = 0; r < rows; ++r) sum[r] += *(const lanes8 *)(row[r] + i) * v;
        }
    }
    for (int r = 0; r < rows; ++r) {
        double lane[LANE_COUNT];
        __builtin_memcpy(lane, &sum[r], sizeof lane);
        for (int k = 0; i + k < n; ++k) lane[k] += row[r][i + k] * x[i + k];
        result[r] = lanes_total(lane);
    }
}

/// y += c[0] a_0 + c[1] a_1 + ..., one after the other, for `rows` <= 4 rows.
LANES_TARGET static void LANES(add)(int rows, int n, const double *c, const double *a, ptrdiff_t lda, double *y) {
    int i = 0;
    if (rows == 4) {
        for (; i + LANE_COUNT <= n; i += LANE_COUNT) {
            lanes8 v = *(const lanes8 *)(y + i);
            for (int r = 0; r < 4; ++r) v += *(const lanes8 *)(a + r * lda + i) * c[r];
            *(lanes8 *)(y + i) = v;
        }
    } else {
        for (; i + LANE_COUNT <= n; i += LANE_COUNT) {
            lanes8 v = *(const lanes8 *)(y + i);
            for (int r = 0; r < rows; ++r) v += *(const lanes8 *)(a + r * lda + i) * c[r];
            *(lanes8 *)(y + i) = v;
        }
    }
    for (; i < n; ++i) {
        double v = y[i];
        for (int r = 0; r < rows; ++r) v += a[r * lda + i] * c[r];
        y[i] = v;
    }
}

/// tile = the product of packed panels: TILE_ROWS numbers of A and LANE_COUNT of B at each of the k steps.
LANES_TARGET static void LANES(tile)(int k, const double *a, const double *b, double *tile) {
    lanes8 sum[TILE_ROWS] = {{0}};
    for (int p = 0; p < k; ++p) {
        lanes8 v = *(const lanes8 *)(b + p * LANE_COUNT);
        for (int r = 0; r < TILE_ROWS; ++r) sum[r] += v * a[p * TILE_ROWS + r];
    }
    __builtin_memcpy(tile, sum, sizeof sum);
}

/// values[i] = the products of sparse row i with the rows of a panel, by the sparse matrix's columns: a column of the panel is read once.
LANES_TARGET static void LANES(panel_values)(
    int n, const int *starts, const int *rows, const double *x, const double *panel, double *values) {
    for (int k = 0; k < n; ++k) {
        if (starts[k] == starts[k + 1]) continue;
        lanes8 column[PANEL_VECTORS];
        for (int v = 0; v < PANEL_VECTORS; ++v) column[v] = *(const lanes8 *)(panel + (ptrdiff_t)k * PANEL_ROWS + v * LANE_COUNT);
        for (int i = starts[k]; i < starts[k + 1]; ++i) {
            double *value = values + (ptrdiff_t)rows[i] * PANEL_ROWS;
            for (int v = 0; v < PANEL_VECTORS; ++v) *(lanes8 *)(value + v * LANE_COUNT) += column[v] * x[i];
        }
    }
}

/// The panel's column k += sum over the sparse entries of column k: move of their row times x, one after the other.
LANES_TARGET static void LANES(panel_add)(
    int n, const int *starts, const int *rows, const double *x, const double *moves, ptrdiff_t stride, double *panel) {
    for (int k = 0; k < n; ++k) {
        if (starts[k] == starts[k + 1]) continue;
        lanes8 sum[PANEL_VECTORS];
        for (int v = 0; v < PANEL_VECTORS; ++v) sum[v] = *(const lanes8 *)(panel + (ptrdiff_t)k * PANEL_ROWS + v * LANE_COUNT);
        for (int i = starts[k]; i < starts[k + 1]; ++i) {
            const double *move = moves + rows[i] * stride;
            for (int v = 0; v < PANEL_VECTORS; ++v) sum[v] += *(const lanes8 *)(move + v * LANE_COUNT) * x[i];
        }
        for (int v = 0; v < PANEL_VECTORS; ++v) *(lanes8 *)(panel + (ptrdiff_t)k * PANEL_ROWS + v * LANE_COUNT) = sum[v];
    }
}

/// The squared distances of a panel's rows from another's.
LANES_TARGET static void LANES(panel_distances)(int n, const double *a, const double *b, double *squares) {
    lanes8 sum[PANEL_VECTORS] = {{0}};
    for (int k = 0; k < n; ++k) {
        for (int v = 0; v < PANEL_VECTORS; ++v) {
            ptrdiff_t place = (ptrdiff_t)k * PANEL_ROWS + v * LANE_COUNT;
            lanes8 gap = *(const lanes8 *)(a + place) - *(const lanes8 *)(b + place);
            sum[v] += gap * gap;
        }
    }
    for (int v = 0; v < PANEL_VECTORS; ++v) *(lanes8 *)(squares + v * LANE_COUNT) = sum[v];
}

#undef LANES
#undef LANES_TARGET
