NET = np.load(WEIGHTS_FILE)
LAYERS = len(NET["hidden"]) + 1


def network(x, log_ratio):
    """The network's output at points x and c = log(sigma/alpha)."""
    e = embed(np.full((len(x), 1), log_ratio) @ NET["E1"].T + NET["e1"])
    h = np.hstack([x, activation(e @ NET["E2"].T + NET["e2"])])
    for i in range(1, LAYERS + 1):
        h = h @ NET[f"W{i}"].T + NET[f"b{i}"]
        h = activation(h) if i < LAYERS else h
    return h


def score(x, alpha=ALPHA, sigma=SIGMA):
    """The network's answer as a score, at the nearest level that it was trained at."""
    ratio = float(np.clip(sigma / alpha, *NET["levels"]))
    own = own_alpha(ratio)
    scale, gain, shift = reading(own, ratio * own, ratio)
    seen = own / alpha * x
    return own / alpha * (gain * network(scale * seen, np.log(ratio)) + shift * seen)
