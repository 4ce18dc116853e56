def time_at_ratio(ratio):
    """When sigma/alpha is so large, by bisection."""
    low, high = np.full(np.shape(ratio), FIRST_TIME), np.full(np.shape(ratio), LAST_TIME)
    for _ in range(200):
        middle = 0.5 * (low + high)
        below = sigma_of(middle) / alpha_of(middle) < ratio
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return middle
