def run(x, rng):
    """DDPM's chain backwards, a step at a time. Yields the positions after every step."""
    first = int(np.floor(T_FROM * PROCESS_STEPS + 1e-9))
    last = 0 if TARGET_TIME is None else int(round(T_TO * PROCESS_STEPS))
    for i in range(first, last, -1):
        beta, t = BETAS[i - 1], i / PROCESS_STEPS
        variance = beta
        if PROCESS_VARIANCE == "posterior":
            variance = beta * np.expm1(LOG_ALPHA_BAR[i - 1]) / np.expm1(LOG_ALPHA_BAR[i])
        mean = (x + beta * score(x, alpha_of(t), sigma_of(t))) / np.sqrt(1 - beta)
        x = mean if i == 1 else mean + np.sqrt(variance) * rng.standard_normal(x.shape)
        yield x
