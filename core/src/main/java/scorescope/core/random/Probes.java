package scorescope.core.random;

import scorescope.core.parameter.Option;

/**
 * Random directions v with E[vvᵀ] = I, so that E[vᵀJv] = tr J (Hutchinson).
 *
 * @param count K ≥ 1
 * @see <a href="https://doi.org/10.1080/03610918908812806">Hutchinson 1989, A stochastic estimator of the trace</a>
 */
public record Probes(Law law, int count) {
    /** First stream of the probes, different from the streams of samplers. */
    private static final int STREAM = 101;

    public Probes {
        if (count < 1) {
            throw new IllegalArgumentException("at least one probe is needed: " + count);
        }
    }

    /** Law of one probe. */
    public enum Law implements Option {
        RADEMACHER("rademacher", "Rademacher", "±1", "Each coordinate is ±1."),
        GAUSSIAN("gaussian", "Gaussian", "N(0, I)", "Each coordinate is normal.");

        private final Entry entry;

        Law(String id, String title, String symbol, String help) {
            entry = Option.of(id, title, symbol, help);
        }

        @Override
        public Entry entry() {
            return entry;
        }
    }

    /**
     * Standard error of the mean of the K values vᵀSv, S symmetric: 2|S_xy|/√K for Rademacher's probes, √2 ‖S‖/√K for
     * Gaussian ones. It is exact. The sample variance of the values is no substitute: a Rademacher probe has two outcomes,
     * tr S ± 2 S_xy, so that K of them agree with probability 2^(1−K); their sample variance is then 0 although their mean
     * is wrong.
     */
    public double standardError(double xx, double xy, double yy) {
        double variance =
                switch (law) {
                    case RADEMACHER -> 4 * xy * xy;
                    case GAUSSIAN -> 2 * (xx * xx + 2 * xy * xy + yy * yy);
                };
        return Math.sqrt(variance / count);
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
