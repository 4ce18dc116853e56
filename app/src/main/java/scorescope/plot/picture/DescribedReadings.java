package scorescope.plot.picture;

import static scorescope.plot.picture.DescribedInputs.number;
import static scorescope.plot.picture.DescribedInputs.particles;
import static scorescope.plot.picture.DescribedInputs.plain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scorescope.core.density.NoisedMixture;
import scorescope.core.field.CriticalPoint;
import scorescope.core.field.CriticalPoints;
import scorescope.core.field.DensityPeak;
import scorescope.core.field.Grid;
import scorescope.core.field.VectorField;
import scorescope.core.measure.ModeShares;
import scorescope.core.measure.Sample;
import scorescope.plot.guide.Numbers;
import scorescope.plot.picture.Description.DescribedNumbers;
import scorescope.plot.scene.Scene;
import scorescope.plot.scene.Source;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Shown;
import scorescope.words.Words;

/** The sentences of a {@link Description} that state computed numbers: modes, largest vector, shares of the particles. */
record DescribedReadings(StudyInputs inputs) {
    /** Points along a side of the grid on which the largest vector is searched. */
    static final int GRID = 41;

    /** Error of a mode's position, as a share of the picture's extent. */
    private static final double SEARCHED = 5e-8;

    /**
     * Largest number of Gaussians whose shares of the particles are all listed, and largest number for which the
     * largest share is stated.
     */
    private static final int LISTED_MODES = 4;

    private static final int MOST_MODES = 64;

    /** Largest number of mixture terms that are computed to find the largest vector. */
    private static final long MOST_TERMS = 50_000_000L;

    /** The sentences with numbers, the most important first. */
    List<Optional<DescribedNumbers>> all() {
        if (!inputs.resolved().hasDensity()) {
            return List.of();
        }
        return plain(inputs) ? List.of(modes(), longest(), shares()) : List.of(modes());
    }

    private Optional<DescribedNumbers> modes() {
        var noised = new NoisedMixture(inputs.exact().mixture(), inputs.level());
        var peak = DensityPeak.of(noised);
        if (!peak.certain()) {
            return Optional.empty();
        }
        var found = CriticalPoints.of(noised, CriticalPoints.HASTY);
        var numbers = new LinkedHashMap<String, Double>();
        numbers.put("maximumX", peak.x());
        numbers.put("maximumY", peak.y());
        numbers.put("maximum", Math.exp(peak.logDensity()));
        String highest = Words.text(
                "figure.describe.maximum", placeX(peak.x()), placeY(peak.y()), number(Math.exp(peak.logDensity())));
        if (!found.complete()) {
            return Optional.of(new DescribedNumbers(List.of(highest), numbers));
        }
        int modes = found.count(CriticalPoint.Kind.MAXIMUM);
        numbers.put("modes", (double) modes);
        return Optional.of(new DescribedNumbers(
                List.of(Words.text(
                        modes == 1 ? "figure.describe.mode" : "figure.describe.modes",
                        modes,
                        placeX(peak.x()),
                        placeY(peak.y()),
                        number(Math.exp(peak.logDensity())))),
                numbers));
    }

    private String placeX(double x) {
        var view = inputs.session().view();
        return place(x, view.x1() - view.x0());
    }

    private String placeY(double y) {
        var view = inputs.session().view();
        return place(y, view.y1() - view.y0());
    }

    /** A coordinate of a position found by search; a value within the search's error of 0 is written as 0. */
    private static String place(double value, double extent) {
        return Numbers.coordinate(Math.abs(value) < SEARCHED * extent ? 0 : value, extent);
    }

    private Optional<DescribedNumbers> longest() {
        var mixture = inputs.exact().mixture();
        if ((long) mixture.components().size() * GRID * GRID > MOST_TERMS) {
            return Optional.empty();
        }
        boolean compared =
                inputs.session().shown() != Shown.ANALYTIC && inputs.session().shown() != Shown.LEARNED;
        var source = compared
                ? Source.DIFFERENCE
                : Source.of(inputs.session().shown()).getFirst();
        if (source != Source.ANALYTIC && inputs.learned().isEmpty()) {
            return Optional.empty();
        }
        var scene = Scene.of(inputs.resolved(), source, inputs.level(), inputs.findings(), false);
        var view = inputs.session().view();
        var field = VectorField.zero(new Grid(GRID, GRID, view.x0(), view.x1(), view.y0(), view.y1()));
        field.evaluate(scene.score(), inputs.level());
        double longest = field.longest();
        return Optional.of(new DescribedNumbers(
                List.of(Words.text(
                        compared ? "figure.describe.largest-error" : "figure.describe.largest-score",
                        GRID,
                        number(longest))),
                Map.of(compared ? "largestError" : "largestScore", longest)));
    }

    private Optional<DescribedNumbers> shares() {
        var particles = particles(inputs);
        var mixture = inputs.exact().mixture();
        int count = mixture.components().size();
        if (particles.count() == 0 || count < 2 || count > MOST_MODES) {
            return Optional.empty();
        }
        double alpha = particles.level().orElse(inputs.level()).alpha();
        var shares = ModeShares.of(new Sample(particles.x(), particles.y()), ModeShares.modes(mixture, alpha));
        var numbers = new LinkedHashMap<String, Double>();
        if (count <= LISTED_MODES) {
            var said = new ArrayList<String>();
            for (int k = 0; k < count; k++) {
                numbers.put("share" + (k + 1), shares[k]);
                said.add(percent(shares[k]));
            }
            return Optional.of(new DescribedNumbers(
                    List.of(Words.text("figure.describe.shares", String.join(", ", said), count)), numbers));
        }
        int fullest = 0;
        int emptiest = 0;
        for (int k = 1; k < count; k++) {
            fullest = shares[k] > shares[fullest] ? k : fullest;
            emptiest = shares[k] < shares[emptiest] ? k : emptiest;
        }
        numbers.put("largestShare", shares[fullest]);
        numbers.put("smallestShare", shares[emptiest]);
        return Optional.of(new DescribedNumbers(
                List.of(Words.text(
                        "figure.describe.share-range", count, percent(shares[emptiest]), percent(shares[fullest]))),
                numbers));
    }

    private static String percent(double share) {
        return number(100 * share) + "%";
    }
}
