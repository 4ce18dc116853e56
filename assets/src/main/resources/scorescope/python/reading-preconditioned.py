def reading(alpha, sigma, ratio):
    """scale, gain, shift: the score is gain * network(scale * x) + shift * x."""
    whole = np.hypot(ratio, float(NET["sigma_data"][0]))
    return 1 / (whole * alpha), float(NET["sigma_data"][0]) / (ratio * alpha * whole), -1 / (whole * alpha) ** 2
