// SPDX-License-Identifier: GPL-3.0-or-later

#define _GNU_SOURCE
#include "SpawnShim.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <unistd.h>

static void close_all(const int *ends, int count) {
    for (int i = 0; i < count; i++) {
        if (ends[i] >= 0) close(ends[i]);
    }
}

static int start(const char *const arguments[], const char *const environment[], const char *folder, const int theirs[3], pid_t *process) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int status = posix_spawn_file_actions_init(&actions);
    if (status) return status;
    status = posix_spawnattr_init(&attributes);
    if (status) {
        posix_spawn_file_actions_destroy(&actions);
        return status;
    }
    for (int i = 0; i < 3 && !status; i++) status = posix_spawn_file_actions_adddup2(&actions, theirs[i], i);
    if (folder && !status) status = posix_spawn_file_actions_addchdir_np(&actions, folder);
    sigset_t none, usual;
    sigemptyset(&none);
    sigemptyset(&usual);
    const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};
    for (int i = 0; i < 4; i++) sigaddset(&usual, signals[i]);
    if (!status) status = posix_spawnattr_setsigmask(&attributes, &none);
    if (!status) status = posix_spawnattr_setsigdefault(&attributes, &usual);
    if (!status) status = posix_spawnattr_setpgroup(&attributes, 0);
    if (!status) {
        status = posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    }
    if (!status) {
        status = posix_spawnp(process, arguments[0], &actions, &attributes, (char *const *)arguments, (char *const *)environment);
    }
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return status;
}

int lc_spawn(const char *const arguments[], const char *const environment[], const char *folder, lc_program *program) {
    // Ours and theirs of input, output and errors.
    int ends[6] = {-1, -1, -1, -1, -1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, &ends[0]) || pipe2(&ends[2], O_CLOEXEC) || pipe2(&ends[4], O_CLOEXEC)) {
        const int error = errno;
        close_all(ends, 6);
        return error;
    }
    const int theirs[3] = {ends[1], ends[3], ends[5]};
    const int status = start(arguments, environment, folder, theirs, &program->process);
    close_all(theirs, 3);
    program->input = ends[0];
    program->output = ends[2];
    program->errors = ends[4];
    if (status) {
        const int ours[3] = {ends[0], ends[2], ends[4]};
        close_all(ours, 3);
    }
    return status;
}

ssize_t lc_send(int input, const void *bytes, size_t count) { return send(input, bytes, count, MSG_NOSIGNAL | MSG_DONTWAIT); }
