// SPDX-License-Identifier: GPL-3.0-or-later

#ifndef LC_SPAWN_SHIM_H
#define LC_SPAWN_SHIM_H

#include <sys/types.h>

/// A program under way: its process, which leads a group of its own, and our ends of its standard input, output and error.
typedef struct {
    pid_t process;
    int input;
    int output;
    int errors;
} lc_program;

/// Starts a program with its standard streams connected to us, in `folder` where that is not NULL.
///
/// Its input is a socket, so that writing to a program that reads no more is an error and no signal. No other descriptor of ours goes with
/// it, and signals are as a program expects them. Returns 0 or the number of the error.
int lc_spawn(const char *const arguments[], const char *const environment[], const char *folder, lc_program *program);

/// Writes what the program takes at once of `count` bytes; the number written, or -1 with errno.
ssize_t lc_send(int input, const void *bytes, size_t count);

#endif
