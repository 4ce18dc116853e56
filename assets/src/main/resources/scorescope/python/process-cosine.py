angle = lambda t: (t + PROCESS_OFFSET) / (1 + PROCESS_OFFSET) * np.pi / 2
alpha_of = lambda t: np.cos(angle(t)) / np.cos(angle(0))
sigma_of = lambda t: np.sqrt(np.sin(angle(t) - angle(0)) * np.sin(angle(t) + angle(0))) / np.cos(angle(0))
drift = lambda t: -np.tan(angle(t)) * (np.pi / 2) / (1 + PROCESS_OFFSET)
rates = lambda t: (drift(t), -2 * drift(t))  # f and g^2 of dx = f x dt + g dW
smooth = unsmooth = lambda t: t  # the time in which steps are taken
