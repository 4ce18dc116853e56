def run(x, rng):
    """From level to level along the predicted clean point and noise. Yields the positions after every step."""
    t = times(SAMPLER_STEPS)
    for now, then in zip(t, t[1:]):
        s = score(x, alpha_of(now), sigma_of(now))
        clean, noise = (x + sigma_of(now) ** 2 * s) / alpha_of(now), -sigma_of(now) * s
        kept = (sigma_of(then) / alpha_of(then)) / (sigma_of(now) / alpha_of(now))
        fresh = SAMPLER_ETA * sigma_of(then) * np.sqrt(max(0.0, 1 - kept**2))
        x = alpha_of(then) * clean + np.sqrt(sigma_of(then) ** 2 - fresh**2) * noise
        x = x + fresh * rng.standard_normal(x.shape)
        yield x
