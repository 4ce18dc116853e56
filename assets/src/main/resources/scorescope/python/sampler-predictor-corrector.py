def run(x, rng):
    """A step of the reverse SDE, then Langevin steps at the level reached. Yields the positions after every step."""
    t = times(SAMPLER_STEPS)
    for now, then in zip(t, t[1:]):
        h = smooth(then) - smooth(now)
        z = rng.standard_normal(x.shape)
        x = x + h * velocity(x, now, 1.0) + np.sqrt(rates(now)[1] * abs(h)) * z
        for _ in range(SAMPLER_STEPS_PER_LEVEL):
            s, z = score(x, alpha_of(then), sigma_of(then)), rng.standard_normal(x.shape)
            lengths = (np.sqrt((v**2).sum(1)).sum() for v in (z, s))
            eta = 2 * step_factor(now) * (SAMPLER_SNR * next(lengths) / next(lengths)) ** 2
            x = x + eta * s + np.sqrt(2 * eta) * z
        yield x
