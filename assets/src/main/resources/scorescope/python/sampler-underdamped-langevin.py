def run(x, rng):
    """Underdamped Langevin by the splitting BAOAB. Yields the positions after every step."""
    h, kept = SAMPLER_STEP_SIZE, np.exp(-SAMPLER_FRICTION * SAMPLER_STEP_SIZE)
    v = rng.standard_normal(x.shape)
    for step in range(SAMPLER_STEPS):
        kicked = v + (0.5 * h if step == 0 else h) * score(x)
        v = kept * kicked + np.sqrt(1 - kept**2) * rng.standard_normal(x.shape)
        x = x + 0.5 * h * (kicked + v)
        yield x
