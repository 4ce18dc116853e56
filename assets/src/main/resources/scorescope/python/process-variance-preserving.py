beta = lambda t: PROCESS_BETA_MIN + t * (PROCESS_BETA_MAX - PROCESS_BETA_MIN)
log_alpha_bar = lambda t: -t * (PROCESS_BETA_MIN + 0.5 * t * (PROCESS_BETA_MAX - PROCESS_BETA_MIN))
alpha_of = lambda t: np.exp(0.5 * log_alpha_bar(t))
sigma_of = lambda t: np.sqrt(-np.expm1(log_alpha_bar(t)))
rates = lambda t: (-0.5 * beta(t), beta(t))  # f and g^2 of dx = f x dt + g dW
smooth = unsmooth = lambda t: t  # the time in which steps are taken
