def times(steps):
    return np.linspace(T_FROM, T_TO, steps + 1)
