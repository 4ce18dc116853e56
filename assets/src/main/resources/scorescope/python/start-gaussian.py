def start(count, rng):
    return np.array(START_MEAN) + START_STD * rng.standard_normal((count, 2))
