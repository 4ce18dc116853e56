def start(count, rng):
    drawn = np.array(START_POINTS)
    return drawn[np.arange(count) * len(drawn) // count] + START_STD * rng.standard_normal((count, 2))
