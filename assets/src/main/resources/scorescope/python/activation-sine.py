activation = lambda z: np.sin(z)
