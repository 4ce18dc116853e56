def run(x, rng):
    """DPM-Solver++(2M): the clean point extrapolated over two steps in log(alpha/sigma). Yields the positions after every step."""
    t = times(SAMPLER_STEPS)
    log_ratio = np.log(alpha_of(t) / sigma_of(t))
    before = None
    for i in range(SAMPLER_STEPS):
        h = log_ratio[i + 1] - log_ratio[i]
        clean = denoised(x, alpha_of(t[i]), sigma_of(t[i]))
        ahead = clean
        if 0 < i < SAMPLER_STEPS - 1:
            ahead = clean + 0.5 * h / (log_ratio[i] - log_ratio[i - 1]) * (clean - before)
        x = sigma_of(t[i + 1]) / sigma_of(t[i]) * x - alpha_of(t[i + 1]) * np.expm1(-h) * ahead
        before = clean
        yield x
