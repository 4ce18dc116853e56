def velocity(x, t, noise_share=0.0):
    """f x - (1 + lambda^2)/2 g^2 s: of the flow ODE at lambda = 0, else the drift of the reverse SDE."""
    f, g2 = rates(t)
    return f * x - 0.5 * (1 + noise_share**2) * g2 * score(x, alpha_of(t), sigma_of(t))
