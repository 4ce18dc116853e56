BETAS = np.linspace(PROCESS_BETA_START, PROCESS_BETA_END, PROCESS_STEPS)
LOG_ALPHA_BAR = np.concatenate([[0.0], np.cumsum(np.log1p(-BETAS))])
log_alpha_bar = lambda t: np.interp(t * PROCESS_STEPS, np.arange(PROCESS_STEPS + 1), LOG_ALPHA_BAR)
alpha_of = lambda t: np.exp(0.5 * log_alpha_bar(t))
sigma_of = lambda t: np.sqrt(-np.expm1(log_alpha_bar(t)))
smooth = lambda t: -log_alpha_bar(t)  # the time u in which steps are taken: in t the rates jump
unsmooth = lambda u: np.interp(u, -LOG_ALPHA_BAR, np.arange(PROCESS_STEPS + 1) / PROCESS_STEPS)
rates = lambda t: (-0.5, 1.0)  # f and g^2 of dx = f x du + g dW
step_factor = lambda t: 1 - BETAS[int(np.clip(np.ceil(t * PROCESS_STEPS - 1e-9), 1, PROCESS_STEPS)) - 1]
