def run(x, rng):
    """The flow ODE by the Adams-Bashforth rule of four steps, begun by Runge-Kutta. Yields the positions after every step."""
    t = times(SAMPLER_STEPS)
    u = np.array([smooth(at) for at in t])
    slopes = []  # at the last four times, the newest first
    for i in range(SAMPLER_STEPS):
        h = u[i + 1] - u[i]
        slopes = [velocity(x, t[i])] + slopes[:3]
        if i < 3:
            middle = unsmooth(u[i] + h / 2)
            first = velocity(x + h / 2 * slopes[0], middle)
            second = velocity(x + h / 2 * first, middle)
            x = x + h / 6 * (slopes[0] + 2 * first + 2 * second + velocity(x + h * second, t[i + 1]))
        else:  # weights that integrate cubics through the four times exactly
            powers = np.vander((u[i - np.arange(4)] - u[i]) / h, increasing=True).T
            weights = h * np.linalg.solve(powers, 1 / np.arange(1, 5))
            x = x + sum(weight * slope for weight, slope in zip(weights, slopes))
        yield x
