"""The peer of the workload `animation-export`: a Langevin run over a density as a GIF, by FuncAnimation and PillowWriter.

Arguments: the GIF, frames, frames a second, pixels of a side. Density, contours and arrows are drawn once, the particles and the
title move, as a person with some experience would write it.
"""

import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.animation import FuncAnimation, PillowWriter

SIGMA, ETA, STEPS, PARTICLES = 0.5, 0.01, 500, 1000
WEIGHTS = np.array([0.3, 0.4, 0.3])
MEANS = np.array([[-2.0, 0.0], [2.0, 1.0], [0.0, -2.0]])
VARIANCE = 0.6**2 + SIGMA**2


def parts(x):
    d = MEANS - x[..., None, :]
    return d, WEIGHTS * np.exp(-0.5 * (d**2).sum(axis=-1) / VARIANCE) / (2 * np.pi * VARIANCE)


def score(x):
    d, p = parts(x)
    return (p[..., None] * d).sum(axis=-2) / VARIANCE / p.sum(axis=-1)[..., None]


def main():
    target, frames, fps, side = sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4])
    rng = np.random.default_rng(7)
    x = 3 * rng.standard_normal((PARTICLES, 2))
    path = [x]
    for _ in range(STEPS):
        x = x + ETA * score(x) + np.sqrt(2 * ETA) * rng.standard_normal(x.shape)
        path.append(x)
    figure, axes = plt.subplots(figsize=(side / 100, side / 100), dpi=100)
    fine = np.stack(np.meshgrid(np.linspace(-5, 5, 400), np.linspace(-5, 5, 400)), axis=-1)
    coarse = np.stack(np.meshgrid(np.linspace(-5, 5, 22), np.linspace(-5, 5, 22)), axis=-1)
    density = parts(fine)[1].sum(axis=-1)
    image = axes.imshow(density, origin="lower", extent=(-5, 5, -5, 5), cmap="Blues")
    axes.contour(fine[..., 0], fine[..., 1], density, levels=density.max() * np.array([0.08, 0.22, 0.4, 0.6, 0.8]),
                 colors="0.4", linewidths=0.6)
    s = score(coarse)
    axes.quiver(coarse[..., 0], coarse[..., 1], s[..., 0], s[..., 1], color="tab:blue")
    axes.set(xlabel="x1", ylabel="x2", xlim=(-5, 5), ylim=(-5, 5))
    figure.colorbar(image, ax=axes)
    particles = axes.scatter(path[0][:, 0], path[0][:, 1], s=3, c="0.15")

    def draw(frame):
        step = round(frame * STEPS / (frames - 1))
        particles.set_offsets(path[step])
        axes.set_title(f"Langevin, step {step} of {STEPS}")
        return (particles,)

    FuncAnimation(figure, draw, frames=frames).save(target, writer=PillowWriter(fps=fps))


main()
