#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The trainings of the paper's Section 5 by another program, written from the paper's text alone: plain NumPy, seeds of its own.

    python3 training_reference.py mnist > training_reference.csv

The argument is the folder with MNIST's four files. Digits 0 and 1 only, in the files' order; label 0 is -1, label 1 is +1.
Network: f(x) = m^(-1/2) sum_s a_s relu(<w_s, x>), w_s from N(0, I), a_s = +-1 with equal chances and never trained, relu'(0) = 0.

Where the paper is silent:
- Images are made smaller by averaging over areas, with exact fractional overlaps along both edges: A X A^T.
- 'unnormalized': pixels in [0, 1] and a bias, a last input coordinate fixed at 1 whose weight is from N(0, 1) and trained like the others.
  'normalized': each image is scaled to norm 1 after it was made smaller; no bias.
- SGD: one sample a step, rate 0.1, loss log(1 + exp(-y f)), a fresh permutation each pass, at most 3 passes. The network is the last
  iterate with max_s |w_s - w_s0| <= C0 / sqrt m (the bias's coordinate is in the norm); 'steps' is the number of steps that led to
  it, 'leaves' is 1 if the step after it left the ball, 0 if 3 passes ended inside. One path serves every C0.
- Of all 2115 test images: 'step' is the least eta > 0 at which f(x - sign(f(x)) eta grad f(x)) = 0, the gradient in the d pixels alone
  and the bias fixed (exact: f is piecewise linear along the ray); 'gradient' is |grad f(x)|, 'relative' is eta |grad f(x)| / |x|, where
  |x| is the pixels' norm. Means are over finite values, medians over all values. 'errors' counts y f <= 0.
- Adversarial: 256 training images, index floor(i 12665 / 256). Attack: from x itself 100 steps of length 2.5 R / 100 along the unit
  direction of the loss's gradient, back to the ball B(x, R) after each. A round: attack; 197 minibatches of 64 of the 256 attacked images
  (without repetition until all were used, then a fresh permutation; a round starts with a fresh one) with W <- W - 0.01 grad of the
  summed loss; each w_s back to the ball of radius C0 / sqrt m about w_s0. A round's robust training accuracy is the share of the 256 that
  the network before its steps never misclassifies at any of the attack's 101 points. The training ends with the attack of the
  round that is the third in a row without a new highest accuracy, the first round being one with a new highest whatever it is, before
  that round's steps, or after 40 rounds. 'rounds' counts rounds; 'right' clean test images with y f > 0; 'robust' those right at all 101 points of the test's attack.
"""
import gzip
import os
import pathlib
import sys

for name in ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"]:
    os.environ.setdefault(name, "1")
import numpy as np

SEED, WIDTH = 20221, 1000


def load(folder, part):
    """Images in [0, 1] and labels -1, +1 of the digits 0 and 1."""
    pixels = gzip.open(pathlib.Path(folder) / f"{part}-images-idx3-ubyte.gz").read()
    digits = np.frombuffer(gzip.open(pathlib.Path(folder) / f"{part}-labels-idx1-ubyte.gz").read(), np.uint8, offset=8)
    images = np.frombuffer(pixels, np.uint8, offset=16).reshape(-1, 28, 28)
    return images[digits < 2] / 255.0, 2.0 * digits[digits < 2] - 1


def smaller(images, k):
    """k x k means over areas, as vectors."""
    edges = np.arange(k + 1) * 28 / k
    overlap = np.minimum.outer(edges[1:], np.arange(1, 29)) - np.maximum.outer(edges[:-1], np.arange(28))
    a = np.maximum(overlap, 0) * k / 28
    return (a @ images @ a.T).reshape(len(images), k * k)


def inputs(images, d, reading):
    x = smaller(images, round(d**0.5))
    if reading == "normalized":
        return x / np.linalg.norm(x, axis=1, keepdims=True)
    return np.hstack([x, np.ones((len(x), 1))])


def start(rng, columns):
    return rng.standard_normal((WIDTH, columns)), rng.choice([-1.0, 1.0], WIDTH)


def outputs(x, w, a):
    return np.maximum(x @ w.T, 0) @ a / len(a) ** 0.5


def pull(y, f):
    """Minus the derivative of log(1 + exp(-y f)) in f."""
    return y / (1 + np.exp(np.clip(y * f, -500, 500)))


def sgd(x, y, w0, a, radii, rng, rate=0.1, passes=3, block=64):
    """[(W, steps, left)] for each of the rising radii.

    Steps are taken in blocks: inside one, w_s = w_s0 + u_s + sum_j c_js x_j, so that inner products with the block's samples need only
    their Gram matrix. The iterates are those of step-by-step SGD.
    """
    u, steps, found, radii = np.zeros_like(w0), 0, [], list(radii)
    root = len(a) ** 0.5
    for _ in range(passes):
        order = rng.permutation(len(x))
        for first in range(0, len(x), block):
            chosen = order[first:first + block]
            samples, labels = x[chosen], y[chosen]
            gram, initial, drift = samples @ samples.T, samples @ w0.T, samples @ u.T
            squares, c = np.sum(u * u, axis=1), np.zeros((len(chosen), len(a)))
            for j in range(len(chosen)):
                inner = drift[j] + gram[j, :j] @ c[:j]  # <w_s - w_s0, x_j>
                z = initial[j] + inner
                f = a @ np.maximum(z, 0) / root
                change = rate * pull(labels[j], f) / root * a * (z > 0)
                moved = squares + 2 * change * inner + change * change * gram[j, j]
                while radii and moved.max() > radii[0] ** 2:
                    found.append((w0 + u + c[:j].T @ samples[:j], steps, 1))
                    radii.pop(0)
                if not radii:
                    return found
                c[j], squares, steps = change, moved, steps + 1
            u += c.T @ samples
    return found + [(w0 + u, steps, 0) for _ in radii]


def crossing(z, rates, a):
    """Least t > 0 with sum_s a_s relu(z_s + t rates_s) = 0, for each row; infinite if there is none."""
    turns = ((z > 0) & (rates < 0)) | ((z <= 0) & (rates > 0))
    times = np.full_like(z, np.inf)
    times[turns] = -z[turns] / rates[turns]
    order = np.argsort(times, axis=1)
    times = np.take_along_axis(times, order, axis=1)
    jumps = np.take_along_axis(np.where(turns, a * np.abs(rates), 0), order, axis=1)
    slopes = np.sum(a * rates * (z > 0), axis=1, keepdims=True) + np.hstack([np.zeros((len(z), 1)), np.cumsum(jumps, axis=1)])
    begins = np.hstack([np.zeros((len(z), 1)), times])
    known = np.where(np.isfinite(begins), begins, 0)
    lengths = np.where(np.isfinite(times), known[:, 1:] - known[:, :-1], 0)
    f0 = np.maximum(z, 0) @ a
    values = f0[:, None] + np.hstack([np.zeros((len(z), 1)), np.cumsum(slopes[:, :-1] * lengths, axis=1)])
    sign = np.sign(f0)
    result = np.full(len(z), np.inf)
    for i in range(len(z)):
        last = int(np.isfinite(times[i]).sum())  # the last stretch, which has no end
        heights, inclines = sign[i] * values[i, :last + 1], sign[i] * slopes[i, :last + 1]
        below = np.flatnonzero(heights[1:] <= 0)
        k = below[0] if len(below) else last
        if inclines[k] < 0:
            result[i] = begins[i, k] + heights[k] / -inclines[k]
    return result


def one_step(x, w, a, d):
    """eta and |grad f| for each image."""
    z = x @ w.T
    gradients = ((z > 0) * a) @ w[:, :d] / len(a) ** 0.5
    signs = np.sign(np.maximum(z, 0) @ a)[:, None]
    return crossing(z, -signs * gradients @ w[:, :d].T, a), np.linalg.norm(gradients, axis=1)


def attack(x, y, w, a, radius, count=100):
    """The attacked images and which of them were right at every point."""
    points, right = x.copy(), np.ones(len(x), bool)
    for step in range(count + 1):
        z = points @ w.T
        right &= y * (np.maximum(z, 0) @ a) > 0
        if step == count:
            return points, right
        gradients = -y[:, None] * (((z > 0) * a) @ w)
        norms = np.linalg.norm(gradients, axis=1, keepdims=True)
        moves = points - x + 2.5 * radius / count * gradients / np.where(norms > 0, norms, 1)
        points = x + moves * np.minimum(1, radius / np.maximum(np.linalg.norm(moves, axis=1, keepdims=True), 1e-300))


def robust_count(x, y, w, a, radius):
    """How many images are right at every point of the attack, in parts of 256."""
    return sum(int(attack(x[i:i + 256], y[i:i + 256], w, a, radius)[1].sum()) for i in range(0, len(x), 256))


def adversarial(x, y, w0, a, radius, ball, rng, batches=197, size=64, rate=0.01, patience=3, most=40):
    w, best, since = w0.copy(), -1, 0
    for rounds in range(1, most + 1):
        points, right = attack(x, y, w, a, radius)
        best, since = (right.sum(), 0) if right.sum() > best else (best, since + 1)
        if since == patience:
            break
        queue = np.array([], int)
        for _ in range(batches):
            if len(queue) < size:
                queue = np.append(queue, rng.permutation(len(x)))
            chosen, queue = queue[:size], queue[size:]
            z = points[chosen] @ w.T
            strength = pull(y[chosen], np.maximum(z, 0) @ a / len(a) ** 0.5) / len(a) ** 0.5
            w += rate * ((z > 0) * a * strength[:, None]).T @ points[chosen]
        moves = w - w0
        w = w0 + moves * np.minimum(1, ball / np.maximum(np.linalg.norm(moves, axis=1, keepdims=True), 1e-300))
    return w, rounds


def show(kind, reading, d, c0, radius, run, values):
    for quantity, value in values.items():
        print(f"{kind},{reading},{d},{WIDTH},{c0},{radius:.6g},{run},{quantity},{value:.6g}", flush=True)


def sgd_cells(train, train_y, test, test_y):
    for reading in ["unnormalized", "normalized"]:
        for d in [25, 196, 784]:
            x, checks = inputs(train, d, reading), inputs(test, d, reading)
            for run in range(5):
                rng = np.random.default_rng((SEED, 0, len(reading), d, run))
                w0, a = start(rng, x.shape[1])
                networks = sgd(x, train_y, w0, a, [c0 / WIDTH**0.5 for c0 in (10, 20)], rng)
                for c0, (w, steps, left) in zip((10, 20), networks):
                    values = {"steps": steps, "leaves": left, "errors": np.sum(test_y * outputs(checks, w, a) <= 0)}
                    eta, norms = one_step(checks, w, a, d)
                    relative = eta * norms / np.linalg.norm(checks[:, :d], axis=1)
                    for name, column in [("relative", relative), ("gradient", norms), ("step", eta)]:
                        values |= {name + "_mean": np.mean(column[np.isfinite(column)]), name + "_median": np.median(column)}
                    show("sgd", reading, d, c0, 0, run, values)


def adversarial_cells(train, train_y, test, test_y):
    chosen = np.arange(256) * len(train) // 256
    cells = [(d, 10, scaled / d**0.5, 5) for d in (25, 100) for scaled in (1, 3, 5)] + [(784, c0, 0.2, 3) for c0 in (10, 20, 30)]
    for d, c0, radius, runs in cells:
        x, checks = inputs(train[chosen], d, "normalized"), inputs(test, d, "normalized")
        for run in range(runs):
            rng = np.random.default_rng((SEED, 1, d, c0, round(radius * 1000), run))
            w0, a = start(rng, d)
            w, rounds = adversarial(x, train_y[chosen], w0, a, radius, c0 / WIDTH**0.5, rng)
            right = np.sum(test_y * outputs(checks, w, a) > 0)
            values = {"rounds": rounds, "right": right, "robust": robust_count(checks, test_y, w, a, radius)}
            show("adversarial", "normalized", d, c0, radius, run, values)


if __name__ == "__main__":
    data = load(sys.argv[1], "train") + load(sys.argv[1], "t10k")
    print("kind,reading,d,m,c0,radius,run,quantity,value")
    sgd_cells(*data)
    adversarial_cells(*data)
