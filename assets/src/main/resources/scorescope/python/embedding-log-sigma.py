embed = lambda z: activation(z)  # of the first layer that reads the noise
