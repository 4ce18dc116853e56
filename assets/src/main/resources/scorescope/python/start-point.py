def start(count, rng):
    return np.tile(np.array(START_AT, float), (count, 1))
