reading = lambda alpha, sigma, ratio: (1.0, 1.0, 0.0)  # scale, gain, shift: the score is gain * network(scale * x) + shift * x
