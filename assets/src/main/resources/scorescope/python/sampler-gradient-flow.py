def run(x, rng):
    """Follow the score without noise. Yields the positions after every step."""
    for _ in range(SAMPLER_STEPS):
        x = x + SAMPLER_STEP_SIZE * score(x)
        yield x
