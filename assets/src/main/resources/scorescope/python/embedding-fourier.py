embed = lambda z: np.sin(z)  # of the first layer that reads the noise
