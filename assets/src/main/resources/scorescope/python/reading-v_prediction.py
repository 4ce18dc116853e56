def reading(alpha, sigma, ratio):
    """scale, gain, shift: the score is gain * network(scale * x) + shift * x."""
    variance = alpha**2 + sigma**2
    return 1.0, -alpha / (variance * sigma), -1 / variance
