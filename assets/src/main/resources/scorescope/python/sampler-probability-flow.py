def run(x, rng):
    """The flow ODE by a Runge-Kutta rule: slopes at the shares c of a step. Yields the positions after every step."""
    c, b = {
        "euler": ([0], [1]),
        "heun": ([0, 1], [1 / 2, 1 / 2]),
        "rk4": ([0, 1 / 2, 1 / 2, 1], [1 / 6, 1 / 3, 1 / 3, 1 / 6]),
    }[SAMPLER_SOLVER]
    t = times(SAMPLER_STEPS)
    for now, then in zip(t, t[1:]):
        h = smooth(then) - smooth(now)
        slopes = []
        for share in c:
            at = {0: now, 1: then}.get(share, unsmooth(smooth(now) + share * h))
            slopes.append(velocity(x + h * share * slopes[-1] if slopes else x, at))
        x = x + h * sum(weight * slope for weight, slope in zip(b, slopes))
        yield x
