alpha_of = lambda t: 1 - t
sigma_of = lambda t: np.sqrt(t * (2 - t))
rates = lambda t: (-1 / (1 - t), 2 / (1 - t))  # f and g^2 of dx = f x dt + g dW
smooth = unsmooth = lambda t: t  # the time in which steps are taken
