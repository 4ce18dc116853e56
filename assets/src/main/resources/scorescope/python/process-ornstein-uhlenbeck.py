alpha_of = lambda t: np.exp(-t)
sigma_of = lambda t: np.sqrt(-np.expm1(-2 * t))
rates = lambda t: (-1.0, 2.0)  # f and g^2 of dx = f x dt + g dW
smooth = unsmooth = lambda t: t  # the time in which steps are taken
