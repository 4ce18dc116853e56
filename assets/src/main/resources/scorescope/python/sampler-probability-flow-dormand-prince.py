def run(x, rng):
    """The flow ODE of y = x/alpha in log(sigma/alpha) by Dormand and Prince's pair, which chooses its steps. Yields each position."""
    rows = [
        [1 / 5],
        [3 / 40, 9 / 40],
        [44 / 45, -56 / 15, 32 / 9],
        [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
        [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
        [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
    ]
    shares = [1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1]
    off = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40]  # order 5 less order 4
    slope = lambda at, y: -np.exp(2 * at) * score(y, 1.0, np.exp(at))
    at, end = (np.log(max(1e-10, sigma_of(t) / alpha_of(t))) for t in (T_FROM, T_TO))
    y, h = x / alpha_of(T_FROM), (end - at) / 64
    k = [slope(at, y)]
    for _ in range(SAMPLER_STEPS):
        for _ in range(100):
            last = abs(h) >= abs(end - at) * (1 - 1e-12)
            h, k = end - at if last else h, k[:1]
            for row, share in zip(rows, shares):
                z = y + h * sum(weight * one for weight, one in zip(row, k))
                k.append(slope(at + share * h, z))
            allowed = SAMPLER_TOLERANCE * (1 + np.maximum(abs(y), abs(z)))
            error = max(1e-20, np.max(abs(h * sum(weight * one for weight, one in zip(off, k))) / allowed))
            step, h = h, h * np.clip(0.9 * error**-0.2, 0.2, 5 if error <= 1 else 1)
            if error <= 1:
                break
        at, y, k = at + step, z, k[-1:]
        if last:  # the last bit of noise is taken away at once
            yield alpha_of(T_TO) * (y - k[0] if sigma_of(T_TO) / alpha_of(T_TO) < 1e-10 else y)
            return
        yield alpha_of(time_at_ratio(np.exp(at))) * y
