def run(x, rng):
    """Langevin: follow the score and add noise. Yields the positions after every step."""
    for _ in range(SAMPLER_STEPS):
        z = rng.standard_normal(x.shape)
        x = x + SAMPLER_STEP_SIZE * score(x) + SAMPLER_NOISE_SCALE * np.sqrt(2 * SAMPLER_STEP_SIZE) * z
        yield x
