def times(steps):
    return np.geomspace(T_FROM, T_TO, steps + 1)
