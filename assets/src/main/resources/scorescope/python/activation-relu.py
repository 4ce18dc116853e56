activation = lambda z: np.maximum(0, z)
