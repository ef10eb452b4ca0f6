#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ceilings of Sources/Experiments/Records/ceilings.csv by another program: SciPy's matching, NumPy's images and distances.

    python3 ceiling_reference.py FOLDER > ceiling_reference.csv

FOLDER has MNIST's test images and labels. Two images of different label at a distance of at most 2R cannot both be robustly right at
radius R: a maximum matching of such pairs has as many edges as images that every classifier loses.
"""
import gzip
import pathlib
import struct
import sys

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import maximum_bipartite_matching

folder = pathlib.Path(sys.argv[1])
raw = gzip.open(folder / "t10k-images-idx3-ubyte.gz").read()
_, count, height, width = struct.unpack(">4i", raw[:16])
images = np.frombuffer(raw, np.uint8, offset=16).reshape(count, height, width) / 255.0
labels = np.frombuffer(gzip.open(folder / "t10k-labels-idx1-ubyte.gz").read(), np.uint8, offset=8)
images, labels = images[labels < 2], labels[labels < 2]


def area(k, n=28):
    """Means over areas: what of old pixel j lies in new pixel i."""
    edges = np.linspace(0, n, k + 1)
    low, high = np.maximum.outer(edges[:-1], np.arange(n)), np.minimum.outer(edges[1:], np.arange(1, n + 1))
    return np.maximum(0, high - low) / (n / k)


def bilinear(k, n=28):
    """Interpolation at the new pixels' centres."""
    matrix = np.zeros((k, n))
    for i in range(k):
        place = (i + 0.5) * n / k - 0.5
        for j in range(n):
            matrix[i, j] = max(0, 1 - abs(min(max(place, 0), n - 1) - j))
    return matrix


print("filter,d,radius_sqrt_d,images,larger_class,matching,log_norm")
for k in [5, 7, 10, 14, 20, 25, 28]:
    for name, kernel in [("area", area), ("bilinear", bilinear)]:
        a = kernel(k)
        flat = np.einsum("ia,nab,jb->nij", a, images, a).reshape(len(images), -1)
        norms = np.linalg.norm(flat, axis=1)
        unit = flat / norms[:, None]
        zeros, ones = unit[labels == 0], unit[labels == 1]
        distances = np.sqrt(np.maximum(0, 2 - 2 * zeros @ ones.T))
        for scaled in sorted(list(range(1, 11)) + ([5.6] if k == 28 else [])):
            near = csr_matrix(distances <= 2 * scaled / k * (1 - 1e-9))
            matching = int((maximum_bipartite_matching(near, perm_type="column") >= 0).sum())
            larger = max(len(zeros), len(ones))
            print(f"{name},{k * k},{scaled:g},{len(unit)},{larger},{matching},{np.mean(np.log(norms)):.6g}")
