activation = lambda z: z / (1 + np.exp(-z))
