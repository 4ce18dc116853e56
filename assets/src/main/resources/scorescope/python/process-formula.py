log_snr = PROCESS_FORMULA
alpha_of = lambda t: np.sqrt(1 / (1 + np.exp(-log_snr(t))))
sigma_of = lambda t: np.sqrt(1 / (1 + np.exp(log_snr(t))))
slope = lambda t: np.imag(log_snr(t + 1e-30j)) / 1e-30  # derivative by a complex step, exact to rounding
rates = lambda t: (0.5 * slope(t) * sigma_of(t) ** 2, -slope(t) * sigma_of(t) ** 2)  # f and g^2 of dx = f x dt + g dW
smooth = unsmooth = lambda t: t  # the time in which steps are taken
