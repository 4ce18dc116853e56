package scorescope.core.random;

import java.util.Arrays;
import java.util.List;

/**
 * Random directions v with E[vvᵀ] = I, so that E[vᵀJv] = tr J (Hutchinson).
 *
 * @param count K, of which a standard error needs two
 * @see <a href="https://doi.org/10.1080/03610918908812806">Hutchinson 1989, A stochastic estimator of the trace</a>
 */
public record Probes(Law law, int count) {
    /** Apart from the streams of a sampler. */
    private static final int STREAM = 101;

    public Probes {
        if (count < 1) {
            throw new IllegalArgumentException("at least one probe is needed: " + count);
        }
    }

    /** The law of one probe. In the plane vᵀJv then has the variance 4 S_xy² or 2‖S‖², S the symmetric part of J. */
    public enum Law {
        /** Each coordinate ±1. */
        RADEMACHER("rademacher"),
        /** N(0, I). */
        GAUSSIAN("gaussian");

        private final String id;

        Law(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        public static List<String> ids() {
            return Arrays.stream(values()).map(Law::id).toList();
        }

        public static Law of(String id) {
            return Arrays.stream(values())
                    .filter(law -> law.id.equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no law " + id));
        }
    }

    /** Probe number {@code k} of every point. */
    public void draw(NoiseSource noise, int k, double[] vx, double[] vy) {
        noise.gaussian(STREAM, k, 0, vx.length, vx, vy);
        if (law == Law.RADEMACHER) {
            for (int i = 0; i < vx.length; i++) {
                vx[i] = Math.copySign(1, vx[i]);
                vy[i] = Math.copySign(1, vy[i]);
            }
        }
    }
}
