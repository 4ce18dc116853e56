package scorescope.session;

import java.util.Optional;
import scorescope.core.guidance.Guidance;
import scorescope.core.guidance.Measurement;

/**
 * What samples are conditioned on, in studies that ask for it.
 *
 * @param guidance a class and how strongly it pulls
 * @param measurement something measured of the clean point
 */
public record Conditioning(Optional<Guidance> guidance, Optional<Measurement> measurement) {
    public static final Conditioning NONE = new Conditioning(Optional.empty(), Optional.empty());
}
