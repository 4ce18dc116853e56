step_factor = lambda t: 1.0  # of the corrector; a chain has one of its own
