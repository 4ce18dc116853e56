def times(steps):
    """Equal steps in log(sigma/alpha)."""
    ends = [np.log(sigma_of(t) / alpha_of(t)) for t in (T_FROM, T_TO)]
    return np.concatenate([[T_FROM], time_at_ratio(np.exp(np.linspace(*ends, steps + 1)[1:-1])), [T_TO]])
