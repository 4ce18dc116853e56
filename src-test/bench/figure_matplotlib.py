"""The peer of the workload `figure`: the classic six panels as a PNG of 150 dpi, as a person with some experience would write it.

Argument: the PNG. Density, score, score at a larger noise level, and Langevin dynamics after 10, 50 and 500 steps from N(0, 9).
"""

import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

ETA, STEPS, PARTICLES = 0.01, (10, 50, 500), 2000
WEIGHTS = np.array([0.3, 0.4, 0.3])
MEANS = np.array([[-2.0, 0.0], [2.0, 1.0], [0.0, -2.0]])


def parts(x, sigma):
    variance = 0.6**2 + sigma**2
    d = MEANS - x[..., None, :]
    return d, WEIGHTS * np.exp(-0.5 * (d**2).sum(axis=-1) / variance) / (2 * np.pi * variance), variance


def density(x, sigma):
    return parts(x, sigma)[1].sum(axis=-1)


def score(x, sigma):
    d, p, variance = parts(x, sigma)
    return (p[..., None] * d).sum(axis=-2) / variance / np.maximum(p.sum(axis=-1), 1e-300)[..., None]


def grid(n):
    return np.stack(np.meshgrid(np.linspace(-5, 5, n), np.linspace(-5, 5, n)), axis=-1)


def main():
    figure, axes = plt.subplots(2, 3, figsize=(170 / 25.4, 120 / 25.4), dpi=150, sharex=True, sharey=True, layout="constrained")
    fine, coarse = grid(300), grid(17)
    p = density(fine, 0)
    shown = axes[0, 0].imshow(p, origin="lower", extent=(-5, 5, -5, 5), cmap="Blues")
    figure.colorbar(shown, ax=axes[0, :])
    for ax, sigma, title in ((axes[0, 1], 0, "Score"), (axes[0, 2], 1.5, "Score at σ = 1.5")):
        s = score(coarse, sigma)
        ax.quiver(coarse[..., 0], coarse[..., 1], s[..., 0], s[..., 1])
        ax.set_title(title)
    for ax, sigma in zip(axes.flat, (0, 0, 1.5, 0, 0, 0)):
        q = density(fine, sigma)
        ax.contour(fine[..., 0], fine[..., 1], q, levels=np.array([0.08, 0.22, 0.4, 0.6, 0.8]) * q.max(), linewidths=0.5)
    rng = np.random.default_rng(7)
    x = 3 * rng.standard_normal((PARTICLES, 2))
    for step in range(1, STEPS[-1] + 1):
        x = x + ETA * score(x, 0) + np.sqrt(2 * ETA) * rng.standard_normal(x.shape)
        if step in STEPS:
            ax = axes[1, STEPS.index(step)]
            ax.scatter(x[:, 0], x[:, 1], s=1)
            ax.set_title(f"Langevin after {step} steps from N(0, 9)")
    axes[0, 0].set(title="Density", xlim=(-5, 5), ylim=(-5, 5))
    figure.savefig(sys.argv[1])


main()
