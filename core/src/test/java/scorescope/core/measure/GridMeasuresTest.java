package scorescope.core.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.field.Grid;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.parameter.Choice;
import scorescope.core.quadrature.NormalMass;
import scorescope.core.score.MixtureScore;

class GridMeasuresTest {
    private static final Grid GRID = new Grid(240, 240, -12, 12, 12, -12);

    static Stream<GridMeasure> measures() {
        return MeasureCatalog.GRIDS.ids().stream().map(id -> MeasureCatalog.GRIDS.create(Choice.of(id), "measure"));
    }

    @ParameterizedTest
    @MethodSource("measures")
    void areZeroForEqualDensitiesAndPositiveOtherwise(GridMeasure measure) {
        assertEquals(0, measure.between(gaussian(0, 1), gaussian(0, 1)), 0);
        assertEquals(true, measure.between(gaussian(0, 1), gaussian(0.1, 1)) > 1e-4);
    }

    /** KL of N(a, s²I) to N(b, r²I): 2 log(r/s) + (2s² + |a − b|²)/(2r²) − 1. */
    @Test
    void klOfGaussiansIsTheClosedForm() {
        var p = gaussian(0, 1);
        var q = gaussian(1, 1.5);
        assertEquals(2 * Math.log(1.5) + 3 / 4.5 - 1, KullbackLeibler.FORWARD.between(p, q), 1e-6);
        assertEquals(-2 * Math.log(1.5) + 5.5 / 2 - 1, KullbackLeibler.REVERSE.between(p, q), 1e-6);
    }

    @Test
    void jensenShannonIsTheMeanDivergenceToTheMixture() {
        var p = gaussian(-0.7, 1);
        var q = gaussian(0.9, 0.5);
        var m = density(List.of(Component.isotropic(1, -0.7, 0, 1), Component.isotropic(1, 0.9, 0, 0.5)));
        double expected = 0.5 * (KullbackLeibler.FORWARD.between(p, m) + KullbackLeibler.FORWARD.between(q, m));
        assertEquals(expected, new JensenShannon().between(p, q), 1e-12);
    }

    /** A narrow component between the centres of cells keeps its mass beside a wide one. */
    @Test
    void cellsHoldTheMassOfNarrowComponentsWhereverTheyLie() {
        for (double std : new double[] {1e-3, 0.03, 0.1, 0.14}) {
            for (double at : new double[] {0.01, 0.05, 0.0999}) {
                var narrow = new Component(0.25, at, at, std * std, 0.3 * std * std, std * std);
                var wide = Component.isotropic(0.75, 1, 2, 2);
                var density = GridDensity.ofMasses(
                        GRID, new MixtureScore(new GaussianMixture(List.of(narrow, wide))), NoiseLevel.plain(0));
                double mass = 0;
                for (int row = 0; row < GRID.rows(); row++) {
                    for (int column = 0; column < GRID.columns(); column++) {
                        if (Math.abs(GRID.x(column)) < 1 && Math.abs(GRID.y(row)) < 1) {
                            mass += Math.exp(density.logMass()[GRID.index(column, row)]);
                        }
                    }
                }
                double ofWide = 0.75 * NormalMass.between(-2 / 2.0, 0 / 2.0) * NormalMass.between(-3 / 2.0, -1 / 2.0);
                assertEquals(0.25 + ofWide, mass, 1e-4, std + " at " + at);
            }
        }
    }

    /** Two unit Gaussians 2 apart differ by erf(1/√2) in total variation. */
    @Test
    void totalVariationOfGaussiansIsTheClosedForm() {
        assertEquals(0.6826894921, new TotalVariation().between(gaussian(-1, 1), gaussian(1, 1)), 1e-3);
    }

    @Test
    void farApartTheBoundsAreReachedAndKlStaysFinite() {
        var p = gaussian(-11, 0.1);
        var q = gaussian(11, 0.1);
        assertEquals(Math.log(2), new JensenShannon().between(p, q), 1e-12);
        assertEquals(1, new TotalVariation().between(p, q), 1e-12);
        assertEquals(22 * 22 / 0.02, KullbackLeibler.FORWARD.between(p, q), 1e-6 * 24200);
    }

    @Test
    void aHistogramOfTheDensityIsNearIt() {
        var mixture = new GaussianMixture(List.of(Component.isotropic(1, 0, 0, 1)));
        var x = new double[200_000];
        var y = new double[x.length];
        mixture.draw(5, x, y);
        var coarse = new Grid(16, 16, -4, 4, -4, 4);
        var histogram = GridDensity.of(coarse, new Sample(x, y));
        var exact = GridDensity.of(coarse, new MixtureScore(mixture), NoiseLevel.plain(0));
        double divergence = KullbackLeibler.FORWARD.between(histogram, exact);
        assertEquals(0, divergence, 5e-3);
        assertEquals(Double.POSITIVE_INFINITY, KullbackLeibler.REVERSE.between(gaps(coarse), exact));
    }

    private static GridDensity gaps(Grid grid) {
        var masses = new double[grid.cells()];
        masses[0] = 1;
        return GridDensity.of(grid, masses);
    }

    private static GridDensity gaussian(double x, double std) {
        return density(List.of(Component.isotropic(1, x, 0, std)));
    }

    private static GridDensity density(List<Component> components) {
        return GridDensity.of(GRID, new MixtureScore(new GaussianMixture(components)), NoiseLevel.plain(0));
    }
}
