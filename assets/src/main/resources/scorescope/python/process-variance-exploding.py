alpha_of = lambda t: 1.0 + 0.0 * t
sigma_of = lambda t: PROCESS_SIGMA_MIN * (PROCESS_SIGMA_MAX / PROCESS_SIGMA_MIN) ** t
rates = lambda t: (0.0, 2 * sigma_of(t) ** 2 * np.log(PROCESS_SIGMA_MAX / PROCESS_SIGMA_MIN))  # f and g^2 of dx = f x dt + g dW
smooth = unsmooth = lambda t: t  # the time in which steps are taken
