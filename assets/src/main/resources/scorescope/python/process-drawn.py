knots, heights = np.array(PROCESS_CURVE).T
lengths, chords = np.diff(knots), np.diff(heights) / np.diff(knots)
slopes = np.concatenate([chords[:1], 2 / (1 / chords[:-1] + 1 / chords[1:]), chords[-1:]])


def log_snr(t):  # cubic pieces that fall throughout
    i = np.clip(np.searchsorted(knots, t, "right") - 1, 0, len(chords) - 1)
    s, left, right = (t - knots[i]) / lengths[i], slopes[i] - chords[i], slopes[i + 1] - chords[i]
    return heights[i] + lengths[i] * s * (chords[i] + (1 - s) * (left * (1 - s) - right * s))


def slope(t):
    i = np.clip(np.searchsorted(knots, t, "right") - 1, 0, len(chords) - 1)
    s, left, right = (t - knots[i]) / lengths[i], slopes[i] - chords[i], slopes[i + 1] - chords[i]
    return chords[i] + (1 - 2 * s) * (left * (1 - s) - right * s) - s * (1 - s) * (left + right)


alpha_of = lambda t: np.sqrt(1 / (1 + np.exp(-log_snr(t))))
sigma_of = lambda t: np.sqrt(1 / (1 + np.exp(log_snr(t))))
rates = lambda t: (0.5 * slope(t) * sigma_of(t) ** 2, -slope(t) * sigma_of(t) ** 2)  # f and g^2 of dx = f x dt + g dW
smooth = unsmooth = lambda t: t  # the time in which steps are taken
