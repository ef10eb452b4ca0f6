// SPDX-License-Identifier: GPL-3.0-or-later

#include "kernels.h"

#include <stdatomic.h>

#pragma STDC FP_CONTRACT OFF

#define LANES(name) narrow_##name
#define LANES_TARGET
#include "lanes.h"

#if defined(__x86_64__)
// Without FMA: a fused product has other bits.
#define LANES(name) wide_##name
#define LANES_TARGET __attribute__((target("avx2,no-fma")))
#include "lanes.h"
static const struct ordered_kernels wide = {
    wide_rows, wide_add, wide_tile, wide_panel_values, wide_panel_add, wide_panel_distances};
#endif

static const struct ordered_kernels narrow = {
    narrow_rows, narrow_add, narrow_tile, narrow_panel_values, narrow_panel_add, narrow_panel_distances};
static _Atomic(const struct ordered_kernels *) chosen;

static const struct ordered_kernels *choose(bool allowed) {
#if defined(__x86_64__)
    if (allowed && __builtin_cpu_supports("avx2")) return &wide;
#endif
    return &narrow;
}

const struct ordered_kernels *ordered_kernels(void) {
    const struct ordered_kernels *kernels = atomic_load_explicit(&chosen, memory_order_relaxed);
    if (!kernels) {
        kernels = choose(true);
        atomic_store_explicit(&chosen, kernels, memory_order_relaxed);
    }
    return kernels;
}

void ordered_use_wide_registers(bool wide_ones) { atomic_store_explicit(&chosen, choose(wide_ones), memory_order_relaxed); }
