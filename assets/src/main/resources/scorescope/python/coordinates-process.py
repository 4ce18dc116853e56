own_alpha = lambda ratio: alpha_of(float(time_at_ratio(ratio)))  # the signal where the training had this sigma/alpha
