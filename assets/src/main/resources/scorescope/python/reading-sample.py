reading = lambda alpha, sigma, ratio: (1.0, alpha / sigma**2, -1 / sigma**2)  # scale, gain, shift: the score is gain * network(scale * x) + shift * x
