package scorescope.core.measure;

import java.util.List;
import java.util.stream.IntStream;
import scorescope.core.density.NoisedMixture;
import scorescope.core.parameter.Kind;
import scorescope.core.quadrature.Estimate;

/**
 * The share of points farther than {@value #FAR} standard deviations from every component: √((x − m)ᵀC⁻¹(x − m)) &gt; {@value
 * #FAR}. Of a component's own points e^−8 = 3.4e-4 lie so far out. The error is that of Agresti and Coull.
 *
 * @see <a href="https://doi.org/10.1080/00031305.1998.10480550">Agresti and Coull 1998, Approximate is better than exact</a>
 */
public record OffModes() implements MixtureMeasure {
    private static final double FAR = 4;

    public static final Kind<MixtureMeasure> KIND = new Kind<>(
            "offModes",
            "Off the modes",
            "Share of points farther than 4 standard deviations from every component; 0.0003 at most of exact samples.",
            List.of(),
            _ -> new OffModes());

    @Override
    public Estimate of(Sample sample, NoisedMixture mixture) {
        double n = sample.count();
        double off = IntStream.range(0, sample.count())
                .filter(i -> isOff(mixture, sample.x()[i], sample.y()[i]))
                .count();
        // With two points of either kind more, the error of a share of 0 is not 0.
        double share = (off + 2) / (n + 4);
        return new Estimate(off / n, 2 * Math.sqrt(share * (1 - share) / (n + 4)));
    }

    private static boolean isOff(NoisedMixture mixture, double x, double y) {
        return IntStream.range(0, mixture.size()).allMatch(k -> squaredDistance(mixture, k, x, y) > FAR * FAR);
    }

    /** (x − m)ᵀC⁻¹(x − m). */
    private static double squaredDistance(NoisedMixture mixture, int k, double x, double y) {
        return 2 * (mixture.logFactor(k) - mixture.logTerm(k, x, y));
    }
}
