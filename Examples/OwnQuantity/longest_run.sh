#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Whether n flips of a fair coin have a run of heads longer than log2(n) + k: the protocol in the language that every system has.
#
# Each line of input is a request, {"seed":S,"trial":T,"n":64,"k":3}; each line of output its answer, {"trial": T, "event": true|false}.
# The flips are the high bits of a linear congruential generator modulo 2^48 (the one of drand48) that begins at the seed.

# The number behind a key of a request.
value() {
    rest=${line#*"\"$1\":"}
    rest=${rest%%,*}
    echo "${rest%%\}*}"
}

while IFS= read -r line; do
    state=$(value seed) n=$(value n) length=$(value k)
    # The least length beyond log2(n) + k, n being a power of two.
    size=$n
    while [ "$size" -gt 1 ]; do size=$((size / 2)) length=$((length + 1)); done
    run=0 longest=0 flip=0
    state=$((state % 281474976710656))
    while [ "$flip" -lt "$n" ]; do
        state=$(((state * 25214903917 + 11) % 281474976710656))
        if [ "$state" -ge 140737488355328 ]; then run=$((run + 1)); else run=0; fi
        if [ "$run" -gt "$longest" ]; then longest=$run; fi
        flip=$((flip + 1))
    done
    if [ "$longest" -gt "$length" ]; then event=true; else event=false; fi
    echo "{\"trial\": $(value trial), \"event\": $event}"
done
