package scorescope.core.measure;

import java.util.List;
import java.util.stream.IntStream;
import scorescope.core.density.NoisedMixture;
import scorescope.core.parameter.Kind;
import scorescope.core.quadrature.Estimate;

/**
 * The share of points farther than {@value #FAR} standard deviations from every component: √((x − m)ᵀC⁻¹(x − m)) &gt; {@value
 * #FAR}. Of a component's own points e^−8 = 3.4e-4 lie so far out.
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
        var off = new double[sample.count()];
        for (int i = 0; i < off.length; i++) {
            double x = sample.x()[i];
            double y = sample.y()[i];
            off[i] = IntStream.range(0, mixture.size()).allMatch(k -> squaredDistance(mixture, k, x, y) > FAR * FAR)
                    ? 1
                    : 0;
        }
        return MixtureMeasure.mean(off);
    }

    /** (x − m)ᵀC⁻¹(x − m). */
    private static double squaredDistance(NoisedMixture mixture, int k, double x, double y) {
        return 2 * (mixture.logFactor(k) - mixture.logTerm(k, x, y));
    }
}
