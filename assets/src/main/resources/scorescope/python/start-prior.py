def start(count, rng):
    return PRIOR_STD * rng.standard_normal((count, 2))
