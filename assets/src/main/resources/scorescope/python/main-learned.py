if __name__ == "__main__":
    gx, gy = np.meshgrid(np.linspace(*VIEW_X, 201), np.linspace(*VIEW_Y, 201))
    grid = np.column_stack([gx.ravel(), gy.ravel()])
    rng = np.random.default_rng(SEED)
    particles = start(PARTICLES, rng)
    for particles in itertools.islice(run(particles, rng), STEP):
        pass
    print("mean of the particles", particles.mean(0), "their variance", particles.var(0))
    np.savez("numbers.npz", grid=grid, score=score(grid), denoised=denoised(grid), particles=particles)
