def start(count, rng):
    return rng.uniform([START_X[0], START_Y[0]], [START_X[1], START_Y[1]], (count, 2))
