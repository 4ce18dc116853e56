def run(x, rng):
    """Langevin at ever smaller noise, K steps a level. Yields the positions after every step."""
    ratios = [sigma_of(t) / alpha_of(t) for t in (T_FROM, T_TO)]
    count = SAMPLER_LEVELS or max(2, 1 + int(np.ceil(8 * np.log10(ratios[0] / ratios[1]) - 1e-9)))
    levels = [(alpha_of(t), sigma_of(t)) for t in times(count - 1)]
    share = SAMPLER_STEP_SIZE / ratios[1] ** 2 or 0.5
    before = rng.standard_normal(x.shape)
    for step in range(count * SAMPLER_STEPS_PER_LEVEL):
        alpha, sigma = levels[step // SAMPLER_STEPS_PER_LEVEL]
        after = levels[min((step + 1) // SAMPLER_STEPS_PER_LEVEL, count - 1)][0]
        z = rng.standard_normal(x.shape)
        noise = z if SAMPLER_NOISE == "fresh" else 0.5 * (before + z)
        eta, before = share * sigma**2, z
        x = after / alpha * (x + eta * score(x, alpha, sigma) + np.sqrt(2 * eta) * noise)
        yield x
