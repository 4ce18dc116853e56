def run(x, rng):
    """The process backwards in time with noise on the way. Yields the positions after every step."""
    t = times(SAMPLER_STEPS)
    for now, then in zip(t, t[1:]):
        h = smooth(then) - smooth(now)
        g2, g2_then = rates(now)[1], rates(then)[1]
        slope = velocity(x, now, SAMPLER_LAMBDA)
        z = rng.standard_normal(x.shape)
        if SAMPLER_SOLVER == "euler":
            x = x + h * slope + SAMPLER_LAMBDA * np.sqrt(g2 * abs(h)) * z
        elif SAMPLER_SOLVER == "heun":  # its noise does not depend on x
            noise = SAMPLER_LAMBDA * np.sqrt(0.5 * (g2 + g2_then) * abs(h)) * z
            x = x + 0.5 * h * (slope + velocity(x + h * slope + noise, then, SAMPLER_LAMBDA)) + noise
        yield x
