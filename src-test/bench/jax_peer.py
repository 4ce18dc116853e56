"""The peer of the workload `jax`: what JAX compiles of the same computations (package `jax`, CPU).

Reads requests from standard input, one a line, and answers each with the nanoseconds it took:

    train WIDTH DEPTH BATCH LOSS COUNT    steps of training; LOSS is denoising, implicit, sliced or energy
    infer WIDTH DEPTH POINTS COUNT        the network at so many points
    flow WIDTH DEPTH PARTICLES COUNT      Heun steps of the flow ODE along the network, as one scan
    langevin PARTICLES COMPONENTS COUNT   steps of Langevin dynamics on a mixture, noise included, as one scan
    field SIDE COMPONENTS COUNT           density and score of an isotropic mixture on SIDE x SIDE cells

The first request of a kind compiles and is answered like any other: the caller asks once before it measures.
"""

import sys
import time
from functools import partial

import jax
import jax.numpy as jnp

LEVELS = jnp.exp(jnp.linspace(jnp.log(10.0), jnp.log(0.01), 12))
EMBEDDING = 32


def initial(width, depth, outputs):
    sizes = [(1, EMBEDDING), (EMBEDDING, EMBEDDING), (2 + EMBEDDING, width)]
    sizes += [(width, width)] * (depth - 1) + [(width, outputs)]
    keys = jax.random.split(jax.random.key(0), len(sizes))
    return [(jax.random.normal(k, s) * s[0] ** -0.5, jnp.zeros(s[1])) for k, s in zip(keys, sizes)]


def net(p, x, c):
    e = jax.nn.silu(c @ p[0][0] + p[0][1])
    e = jax.nn.silu(e @ p[1][0] + p[1][1])
    h = jnp.concatenate([x, e], 1)
    for w, b in p[2:-1]:
        h = jax.nn.silu(h @ w + b)
    return h @ p[-1][0] + p[-1][1]


def denoising(p, x, s, eps, key):
    return 0.5 * jnp.mean(jnp.sum((s * net(p, x, jnp.log(s)) + eps) ** 2, 1))


def energy(p, x, s, eps, key):
    slope = -jax.grad(lambda at: jnp.sum(net(p, at, jnp.log(s))))(x)
    return 0.5 * jnp.mean(jnp.sum((s * slope + eps) ** 2, 1))


def implicit(p, x, s, eps, key):
    score = lambda at: net(p, at, jnp.log(s))
    trace = 0.0
    for i in range(2):
        along = jnp.zeros_like(x).at[:, i].set(1.0)
        value, slope = jax.jvp(score, (x,), (along,))
        trace = trace + slope[:, i]
    return jnp.mean(s[:, 0] ** 2 * (trace + 0.5 * jnp.sum(value**2, 1)))


def sliced(p, x, s, eps, key):
    along = jax.random.rademacher(key, x.shape, x.dtype)
    value, slope = jax.jvp(lambda at: net(p, at, jnp.log(s)), (x,), (along,))
    return jnp.mean(s[:, 0] ** 2 * (jnp.sum(along * slope, 1) + 0.5 * jnp.sum(value**2, 1)))


class Training:
    def __init__(self, width, depth, batch, loss):
        form = globals()[loss]
        self.p = initial(width, depth, 1 if loss == "energy" else 2)
        self.m = jax.tree.map(jnp.zeros_like, self.p)
        self.v = self.m
        self.t = jnp.float32(1)
        self.key = jax.random.key(2)
        self.data = 3 * jax.random.normal(jax.random.key(1), (60000, 2))

        @jax.jit
        def step(p, m, v, t, key, data):
            k1, k2, k3, k4, key = jax.random.split(key, 5)
            clean = data[jax.random.randint(k1, (batch,), 0, data.shape[0])]
            s = LEVELS[jax.random.randint(k2, (batch, 1), 0, 12)]
            eps = jax.random.normal(k3, (batch, 2))
            g = jax.grad(form)(p, clean + s * eps, s, eps, k4)
            norm = jnp.sqrt(sum(jnp.sum(a * a) for a in jax.tree.leaves(g)))
            g = jax.tree.map(lambda a: a * jnp.minimum(1, 1 / norm), g)
            m = jax.tree.map(lambda a, b: 0.9 * a + 0.1 * b, m, g)
            v = jax.tree.map(lambda a, b: 0.999 * a + 0.001 * b * b, v, g)
            rate, first, second = 1e-3, 1 - 0.9**t, 1 - 0.999**t
            p = jax.tree.map(lambda a, b, c: a - rate * (b / first) / (jnp.sqrt(c / second) + 1e-8), p, m, v)
            return p, m, v, t + 1, key

        self.step = step

    def run(self, count):
        for _ in range(count):
            self.p, self.m, self.v, self.t, self.key = self.step(self.p, self.m, self.v, self.t, self.key, self.data)
        jax.block_until_ready(self.p)


class Inference:
    def __init__(self, width, depth, points):
        self.p = initial(width, depth, 2)
        self.x = 3 * jax.random.normal(jax.random.key(1), (points, 2))
        self.call = jax.jit(lambda p, x, s: net(p, x, jnp.full((x.shape[0], 1), jnp.log(s))))

    def run(self, count):
        for i in range(count):
            self.call(self.p, self.x, jnp.float32(0.1 + 0.01 * i)).block_until_ready()


class Flow:
    def __init__(self, width, depth, particles):
        self.p = initial(width, depth, 2)
        self.x = 10 * jax.random.normal(jax.random.key(1), (particles, 2))

        @partial(jax.jit, static_argnums=2)
        def run(p, x, count):
            s = jnp.exp(jnp.linspace(jnp.log(10.0), jnp.log(0.01), count + 1))
            slope = lambda x, s: -s * net(p, x, jnp.full((x.shape[0], 1), jnp.log(s)))

            def heun(x, pair):
                here, there = pair
                first = slope(x, here)
                second = slope(x + (there - here) * first, there)
                return x + 0.5 * (there - here) * (first + second), None

            return jax.lax.scan(heun, x, (s[:-1], s[1:]))[0]

        self.call = run

    def run(self, count):
        self.call(self.p, self.x, count).block_until_ready()


def mixture(components):
    angle = 2 * jnp.pi * jnp.arange(components) / components
    weights = 1 + 0.1 * jnp.arange(components)
    means = 3 * jnp.stack([jnp.cos(angle), jnp.sin(angle)], 1)
    return weights / weights.sum(), means, jnp.full((components,), 0.4 + 0.25)


def log_terms(x, weights, means, variances):
    d = means[None, :, :] - x[:, None, :]
    return d, jnp.log(weights) - jnp.log(2 * jnp.pi * variances) - 0.5 * (d**2).sum(2) / variances


def score(x, weights, means, variances):
    d, logs = log_terms(x, weights, means, variances)
    return (jax.nn.softmax(logs, 1)[:, :, None] * d / variances[None, :, None]).sum(1)


class Langevin:
    def __init__(self, particles, components):
        self.x = 3 * jax.random.normal(jax.random.key(1), (particles, 2))
        self.key = jax.random.key(2)
        of = mixture(components)

        @partial(jax.jit, static_argnums=2)
        def run(x, key, count):
            def step(x, key):
                return x + 0.01 * score(x, *of) + 0.02**0.5 * jax.random.normal(key, x.shape), None

            return jax.lax.scan(step, x, jax.random.split(key, count))[0]

        self.call = run

    def run(self, count):
        self.key, key = jax.random.split(self.key)
        self.x = self.call(self.x, key, count).block_until_ready()


class Field:
    def __init__(self, side, components):
        axis = -6 + 12 * (jnp.arange(side) + 0.5) / side
        x, y = jnp.meshgrid(axis, axis)
        self.x = jnp.stack([x.ravel(), y.ravel()], 1)
        weights, means, variances = mixture(components)

        @jax.jit
        def fields(x):
            def add(sums, component):
                w, m, v = component
                d = m - x
                h = w / (2 * jnp.pi * v) * jnp.exp(-0.5 * (d * d).sum(1) / v)
                return (sums[0] + h, sums[1] + (h / v)[:, None] * d), None

            start = jnp.zeros(x.shape[0]), jnp.zeros_like(x)
            density, slope = jax.lax.scan(add, start, (weights, means, variances))[0]
            return density, slope / density[:, None]

        self.call = fields

    def run(self, count):
        for _ in range(count):
            jax.block_until_ready(self.call(self.x))


KINDS = {"train": Training, "infer": Inference, "flow": Flow, "langevin": Langevin, "field": Field}


def main():
    made = {}
    print("ready", jax.__version__, flush=True)
    for line in sys.stdin:
        *request, count = line.split()
        key = " ".join(request)
        if key not in made:
            made[key] = KINDS[request[0]](*(int(w) if w.isdigit() else w for w in request[1:]))
            made[key].run(int(count))
        begun = time.perf_counter_ns()
        made[key].run(int(count))
        print(time.perf_counter_ns() - begun, flush=True)


main()
