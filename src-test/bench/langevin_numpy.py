"""The peer of the workload `langevin`: unadjusted Langevin on the exact score of a mixture, the plain vectorised loop.

Reads `case N K ETA SIGMA` and K lines `weight mx my variance` (the noise already in them) from standard input; then on
every line `run STEPS` takes so many steps and prints seconds and the mean and variance of the first coordinate.
"""

import sys
import time

import numpy as np


def score(x, weights, means, variances):
    d = means[None, :, :] - x[:, None, :]
    log = np.log(weights) - np.log(2 * np.pi * variances) - 0.5 * (d**2).sum(axis=2) / variances
    log -= log.max(axis=1, keepdims=True)
    r = np.exp(log)
    r /= r.sum(axis=1, keepdims=True)
    return (r[:, :, None] * d / variances[None, :, None]).sum(axis=1)


def main():
    rng = np.random.default_rng(1)
    for line in sys.stdin:
        words = line.split()
        if words[0] == "case":
            n, k, eta = int(words[1]), int(words[2]), float(words[3])
            rows = np.array([list(map(float, sys.stdin.readline().split())) for _ in range(k)])
            weights, means, variances = rows[:, 0], rows[:, 1:3], rows[:, 3]
            x = 3 * rng.standard_normal((n, 2))
        elif words[0] == "run":
            begun = time.perf_counter()
            for _ in range(int(words[1])):
                x = x + eta * score(x, weights, means, variances) + np.sqrt(2 * eta) * rng.standard_normal(x.shape)
            seconds = time.perf_counter() - begun
            print(seconds, x[:, 0].mean(), x[:, 0].var(), flush=True)


main()
