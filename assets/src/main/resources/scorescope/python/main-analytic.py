if __name__ == "__main__":
    gx, gy = np.meshgrid(np.linspace(*VIEW_X, 201), np.linspace(*VIEW_Y, 201))
    grid = np.column_stack([gx.ravel(), gy.ravel()])
    rng = np.random.default_rng(SEED)
    particles = start(PARTICLES, rng)
    for particles in itertools.islice(run(particles, rng), STEP):
        pass
    print("mean of the particles", particles.mean(0), "their variance", particles.var(0))
    log_p = log_density(grid)
    print("largest density", np.exp(log_p.max()), "at", grid[log_p.argmax()])
    np.savez("numbers.npz", grid=grid, log_density=log_p, score=score(grid), denoised=denoised(grid), particles=particles)
