package scorescope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import scorescope.core.BadInputException;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.GaussianStart;
import scorescope.core.training.TrainingSettings;
import scorescope.session.DensitySpec;
import scorescope.session.FigureSpec;
import scorescope.session.NoiseSpec;
import scorescope.session.SamplerSpec;
import scorescope.session.ScoreSpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.View;

final class WindowModelTest {
    private long time;
    private final WindowModel model = new WindowModel(oneGaussian(), new ComponentsAtFixedProcess(), () -> time);

    @Test
    void editsAreUndoneAndRedoneOneByOne() {
        model.setSigma(1);
        model.setSigma(2);
        model.undo();
        assertEquals(1, model.level().sigma());
        model.undo();
        assertEquals(0.5, model.level().sigma());
        model.redo();
        assertEquals(1, model.level().sigma());
    }

    @Test
    void oneDragIsOneStepOfUndo() {
        model.beginEdit();
        assertTrue(model.interacting());
        for (double sigma = 0.6; sigma < 2; sigma += 0.1) {
            model.setSigma(sigma);
        }
        model.commitEdit();
        assertFalse(model.interacting());
        model.undo();
        assertEquals(0.5, model.level().sigma());
        assertFalse(model.undoableProperty().get());
    }

    @Test
    void notchesOfOneMovementAreOneStepOfUndoAndThoseOfAnotherAreAnother() {
        notch(1);
        time += 900_000_000L;
        notch(2);
        time += 1_100_000_000L;
        notch(3);
        model.undo();
        assertEquals(2, model.level().sigma());
        model.undo();
        assertEquals(0.5, model.level().sigma());
        assertFalse(model.undoableProperty().get());
    }

    @Test
    void notchesThereAndBackLeaveNothingToUndoAndTheNextOneCounts() {
        notch(1);
        notch(0.5);
        assertFalse(model.undoableProperty().get());
        notch(2);
        model.undo();
        assertEquals(0.5, model.level().sigma());
    }

    @Test
    void aNotchAfterAnotherEditIsAStepOfItsOwn() {
        notch(1);
        model.edit(s -> s.withDensity(new DensitySpec.Components(List.of(Component.isotropic(1, 3, 0, 1)))));
        notch(2);
        model.undo();
        assertEquals(1, model.level().sigma());
    }

    @Test
    void aComplaintGoesWithTheNextChangeAndOneOfSamplingWhenSamplingWorks() {
        model.setSigma(-1);
        model.setSigma(2);
        assertEquals(Optional.empty(), model.messageProperty().get());
        model.show(Message.problem("diverged").because(Cause.Work.SAMPLING));
        model.setSigma(3);
        assertTrue(model.messageProperty().get().isPresent());
        model.resolve(Cause.Work.TRAINING);
        assertTrue(model.messageProperty().get().isPresent());
        model.resolve(Cause.Work.SAMPLING);
        assertEquals(Optional.empty(), model.messageProperty().get());
    }

    private void notch(double sigma) {
        model.adjust("noise", s -> s.withNoise(new NoiseSpec.Sigma(sigma)));
    }

    @Test
    void aDragBackToWhereItBeganLeavesNothingToUndo() {
        model.beginEdit();
        model.setSigma(1);
        model.setSigma(0.5);
        model.commitEdit();
        assertFalse(model.undoableProperty().get());
    }

    @Test
    void badInputIsSaidAndChangesNothing() {
        var before = model.session();
        boolean accepted = model.edit(s -> s.withDensity(new DensitySpec.Preset("nowhere")));
        assertFalse(accepted);
        assertSame(before, model.session());
        assertTrue(model.messageProperty().get().orElseThrow().text().contains("nowhere"));
        assertFalse(model.undoableProperty().get());
    }

    @Test
    void aNegativeNoiseLevelIsSaidAndChangesNothing() {
        var before = model.session();
        model.setSigma(-1);
        assertSame(before, model.session());
        assertTrue(model.messageProperty().get().orElseThrow().text().startsWith("Noise level: "));
    }

    @Test
    void whoListensToTheSessionFindsTheMixtureOfThatSession() {
        var seen = new double[1];
        model.sessionProperty()
                .subscribe(s -> seen[0] = model.mixture().components().get(0).meanX());
        model.edit(s -> s.withDensity(new DensitySpec.Components(List.of(Component.isotropic(1, 3, 0, 1)))));
        assertEquals(3, seen[0]);
    }

    private static Session oneGaussian() {
        return SessionDefaults.opening()
                .withDensity(new DensitySpec.Components(List.of(Component.isotropic(1, 0, 0, 1))))
                .withProcess(Choice.of("variance-exploding"))
                .withNoise(new NoiseSpec.Sigma(0.5))
                .withScore(new ScoreSpec.Analytic())
                .withSampler(new SamplerSpec(Choice.of("langevin"), 10, 1, new GaussianStart(0, 0, 1)))
                .withTraining(new TrainingSettings(Parameters.NONE, List.of(8), new TrainingSettings.Levels(2, 1, 0.1)))
                .withView(new View(-5, 5, -5, 5, List.of("density"), "viridis"))
                .withFigure(new FigureSpec("85mm", List.of()));
    }

    /** Reads components only, with α = 1 and σ = t. */
    private static final class ComponentsAtFixedProcess implements SessionReading {
        @Override
        public GaussianMixture mixture(Session session) {
            return switch (session.density()) {
                case DensitySpec.Components given -> new GaussianMixture(given.components());
                case DensitySpec.Preset preset ->
                    throw new BadInputException(
                            "density.preset", "there is no preset \"" + preset.name() + "\"", "use components");
                default -> throw new IllegalArgumentException("not in this test: " + session.density());
            };
        }

        @Override
        public NoiseProcess process(Session session) {
            return new NoiseProcess() {
                @Override
                public double alpha(double t) {
                    return 1;
                }

                @Override
                public double sigma(double t) {
                    return t;
                }

                @Override
                public double drift(double t) {
                    return 0;
                }

                @Override
                public double diffusionSquared(double t) {
                    return 2 * t;
                }

                @Override
                public double tMin() {
                    return 0.01;
                }

                @Override
                public double tMax() {
                    return 10;
                }

                @Override
                public double priorStd() {
                    return 10;
                }
            };
        }
    }
}
