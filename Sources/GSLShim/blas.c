// SPDX-License-Identifier: GPL-3.0-or-later
#define _GNU_SOURCE
#include "GSLShim.h"

#include <cblas.h>
#include <dlfcn.h>

void lc_blas_single_thread(void) { openblas_set_num_threads(1); }

const char *lc_blas_library(void) {
    // By name and not by address: that is how libgsl's own references are bound.
    Dl_info info;
    void *address = dlsym(RTLD_DEFAULT, "cblas_dgemv");
    return address && dladdr(address, &info) ? info.dli_fname : "";
}
