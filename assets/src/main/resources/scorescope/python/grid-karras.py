def times(steps):
    """Equal steps in (sigma/alpha)^(1/rho)."""
    ends = [(sigma_of(t) / alpha_of(t)) ** (1 / SAMPLER_RHO) for t in (T_FROM, T_TO)]
    inner = time_at_ratio(np.linspace(*ends, steps + 1)[1:-1] ** SAMPLER_RHO)
    return np.concatenate([[T_FROM], inner, [T_TO]])
