def run(x, rng):
    """Langevin proposals, accepted or refused by Metropolis' rule. Yields the positions after every step."""
    eta = SAMPLER_STEP_SIZE
    s, log_p = score(x), log_density(x)
    for _ in range(SAMPLER_STEPS):
        new = x + eta * s + np.sqrt(2 * eta) * rng.standard_normal(x.shape)
        new_s, new_log_p = score(new), log_density(new)
        back, forth = (((a - b - eta * at_b) ** 2).sum(1) for a, b, at_b in ((x, new, new_s), (new, x, s)))
        taken = np.log(rng.random(len(x))) < new_log_p - log_p - (back - forth) / (4 * eta)
        x, s = np.where(taken[:, None], new, x), np.where(taken[:, None], new_s, s)
        log_p = np.where(taken, new_log_p, log_p)
        yield x
