#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs the tests of BallArithmetic under AddressSanitizer and its LeakSanitizer: any block of Arb's that no handle frees fails the run.
# (Valgrind is no help here: versions up to 3.19 cannot read Swift's debug information.) A build of its own, beside the usual one.
set -eu
cd "$(dirname "$0")/.."
if [ "$(uname -s)" != Linux ]; then
    echo "skipped: LeakSanitizer is looked for on Linux alone"
    exit 0
fi
ASAN_OPTIONS=detect_leaks=1 LSAN_OPTIONS=suppressions="$PWD/Scripts/leaks.supp" swift test --scratch-path .build-leaks --sanitize=address --filter BallArithmeticTests
