alpha_of = lambda t: 1.0 + 0.0 * t
sigma_of = lambda t: t
rates = lambda t: (0.0, 2 * t)  # f and g^2 of dx = f x dt + g dW
smooth = unsmooth = lambda t: t  # the time in which steps are taken
