package scorescope.ui.model;

import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseProcess;
import scorescope.session.Session;

/** Makes the mathematics that a session names. */
public interface SessionReading {
    /** @throws scorescope.core.BadInputException if the density cannot be made */
    GaussianMixture mixture(Session session);

    /** @throws scorescope.core.BadInputException if the process cannot be made */
    NoiseProcess process(Session session);
}
