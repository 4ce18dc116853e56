def run(x, rng):
    """Heun's rule in sigma on y = x/alpha, with noise churned in. Yields the positions after every step."""
    t = times(SAMPLER_STEPS)
    raised = min(SAMPLER_CHURN / SAMPLER_STEPS, np.sqrt(2) - 1)
    for now, then in zip(t, t[1:]):
        sigma, low = sigma_of(now) / alpha_of(now), sigma_of(then) / alpha_of(then)
        high = sigma * (1 + raised)
        y = x / alpha_of(now) + sigma * np.sqrt(raised * (2 + raised)) * rng.standard_normal(x.shape)
        slope = -high * score(y, 1.0, high)
        end = y + (low - high) * slope
        if low > 0:
            end = y + 0.5 * (low - high) * (slope - low * score(end, 1.0, low))
        x = alpha_of(then) * end
        yield x
