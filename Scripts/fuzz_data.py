#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Damages folders of images in MNIST's form at random from a seed, gives them to `lemmacheck experiment`, and looks at how each run ends.

    Scripts/fuzz_data.py --count 500 --seed 1 --binary .build/release/lemmacheck

What fails a run, and how `--only` repeats one, is told in fuzzing.py and fuzz_options.py.
"""

import gzip
import os
import shutil
import struct

import fuzzing

PARTS = [("train", "images", 3), ("train", "labels", 1), ("t10k", "images", 3), ("t10k", "labels", 1)]
# A small network for each experiment, so that a run takes a part of a second.
FEW = ["--images", "4"]
RUNS = [["errors", "--d", "25", "--m", "20", "--c0", "10"], ["fig2", "--d", "25", "--m", "20"] + FEW,
        ["fig3", "--m", "20", "--c0", "10"] + FEW, ["fig4", "--d", "25", "--m", "20"] + FEW, ["fig7", "--m", "20"]]
SIDES = [28, 28, 28, 5, 10, 1, 27, 29, 0, 100]


def idx(shape, values):
    return bytes([0, 0, 8, len(shape)]) + b"".join(struct.pack(">I", size) for size in shape) + values


def folder_of(chance):
    """The four files: names, and what they hold; mostly such as they should be."""
    side, files = chance.choice(SIDES), {}
    for part, kind, rank in PARTS:
        count = chance.choice([20, 20, 20, 20, 1, 2, 0]) if kind == "images" else count
        size = side * side
        values = bytes(chance.randrange(256) for _ in range(count * size)) if kind == "images" else bytes(i % 2 for i in range(count))
        mark = chance.choice("-.")
        files[f"{part}-{kind}{mark}idx{rank}-ubyte"] = idx([count, side, side] if kind == "images" else [count], values)
    return files


def damaged(data, chance):
    """The bytes of a file with one thing changed, and what that was."""
    way = chance.randrange(8)
    place = chance.randrange(max(1, min(len(data), 20 if way < 5 else len(data))))
    if way == 0:
        return data[:place], f"cut at byte {place}"
    if way == 1:
        return data[:chance.randrange(len(data) + 1)], "cut"
    if way == 2:
        size = chance.choice([0, 1, 2, 2**31 - 1, 2**31, 2**32 - 1, 65536, 70000])
        return data[:4] + struct.pack(">I", size) + data[8:], f"a first size of {size}"
    if way == 3:
        sizes = [chance.choice([0, 1, 28, 2**16, 2**31, 2**32 - 1]) for _ in range(3)]
        return data[:4] + struct.pack(">III", *sizes) + data[16:], f"sizes {sizes}"
    if way == 4:
        byte = chance.randrange(256)
        return data[:place] + bytes([byte]) + data[place + 1:], f"byte {place} is {byte}"
    if way == 5:
        return data + bytes(chance.randrange(1, 50)), "bytes after its end"
    if way == 6:
        return b"", "empty"
    return bytes(chance.randrange(256) for _ in range(chance.randrange(1, 400))), "noise"


def packed(data, chance):
    """A file compressed by gzip, well or badly."""
    data = gzip.compress(data, mtime=0)
    way = chance.randrange(8)
    if way == 0:
        return data[:chance.randrange(len(data))], "a cut archive"
    if way == 1:
        place = chance.randrange(len(data))
        return data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1:], f"a bit of byte {place} of the archive"
    if way == 2:
        return data + data, "two archives in one file"
    return data, "compressed"


def put(folder, chance):
    """Writes a folder; gives what was done to it."""
    shutil.rmtree(folder, ignore_errors=True)
    os.mkdir(folder)
    notes = []
    files = folder_of(chance)
    marked = chance.sample(sorted(files), chance.choice([0, 0, 1, 1, 2]))
    for name, data in files.items():
        if chance.random() < 0.3:
            data, note = packed(data, chance)
            notes.append(f"{name}: {note}")
            name += ".gz"
        elif name in marked:
            data, note = damaged(data, chance)
            notes.append(f"{name}: {note}")
        kind = chance.choice(["file"] * 60 + ["none", "folder", "pipe", "link", "null", "closed"])
        path = os.path.join(folder, name)
        if kind == "folder":
            os.mkdir(path)
        elif kind == "pipe":
            os.mkfifo(path)
        elif kind in ("link", "null"):
            os.symlink(name if kind == "link" else "/dev/zero", path)
        elif kind != "none":
            with open(path, "wb") as file:
                file.write(data)
            if kind == "closed":
                os.chmod(path, 0)
        if kind != "file":
            notes.append(f"{name}: {kind}")
    return "; ".join(notes)


def main():
    with fuzzing.Session(__doc__) as session:
        for case in session.cases():
            data = os.path.join(session.folder, "data")
            note = put(data, case.chance)
            case.run(["experiment"] + case.chance.choice(RUNS) + ["--runs", "1", "--data", data], note)


if __name__ == "__main__":
    main()
