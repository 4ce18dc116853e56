def noised(clean, rng, alpha=ALPHA, sigma=SIGMA):
    return alpha * clean + sigma * rng.standard_normal(clean.shape)


def denoised(x, alpha=ALPHA, sigma=SIGMA):
    """Tweedie's formula: the mean of the clean points behind x."""
    return (x + sigma**2 * score(x, alpha, sigma)) / alpha
