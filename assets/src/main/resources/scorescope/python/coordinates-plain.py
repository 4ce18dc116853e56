own_alpha = lambda ratio: 1.0  # the signal where the training had this sigma/alpha
