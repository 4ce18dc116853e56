"""The peer of the workload `field`: density and score of a mixture on a grid by the plain broadcast loop in NumPy.

Reads cases from standard input, one line each: `case SIDE x0 x1 y0 y1 K` and then K lines `weight mx my xx xy yy`
(covariances with the noise in them); then on every line `run` computes the case and prints seconds and, for
comparison, the peak density and the mean absolute score.
"""

import sys
import time

import numpy as np


def fields(x, y, components):
    p = np.zeros_like(x)
    nx = np.zeros_like(x)
    ny = np.zeros_like(x)
    for weight, mx, my, xx, xy, yy in components:
        dx = mx - x
        dy = my - y
        if xy == 0 and xx == yy:
            h = weight / (2 * np.pi * xx) * np.exp(-0.5 * (dx * dx + dy * dy) / xx)
            p += h
            nx += h * dx / xx
            ny += h * dy / xx
        else:
            det = xx * yy - xy * xy
            ux = (yy * dx - xy * dy) / det
            uy = (xx * dy - xy * dx) / det
            h = weight / (2 * np.pi * np.sqrt(det)) * np.exp(-0.5 * (dx * ux + dy * uy))
            p += h
            nx += h * ux
            ny += h * uy
    with np.errstate(invalid="ignore", divide="ignore"):
        return p, nx / p, ny / p


def main():
    components = []
    for line in sys.stdin:
        words = line.split()
        if words[0] == "case":
            side = int(words[1])
            x0, x1, y0, y1 = map(float, words[2:6])
            step_x, step_y = (x1 - x0) / side, (y1 - y0) / side
            x, y = np.meshgrid(x0 + (np.arange(side) + 0.5) * step_x, y0 + (np.arange(side) + 0.5) * step_y)
            components = []
            for _ in range(int(words[6])):
                components.append(tuple(map(float, sys.stdin.readline().split())))
        elif words[0] == "run":
            begun = time.perf_counter()
            p, sx, sy = fields(x, y, components)
            seconds = time.perf_counter() - begun
            seen = p > 1e-6 * p.max()
            print(seconds, p.max(), np.abs(sx[seen]).mean(), flush=True)


main()
