package scorescope.ui.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scorescope.core.density.Component;
import scorescope.core.parameter.Choice;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.GaussianStart;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.method.Langevin;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.session.DensitySpec;
import scorescope.session.NoiseSpec;
import scorescope.session.SamplerSpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.Shown;
import scorescope.session.codec.SessionJson;
import scorescope.ui.AppContext;
import scorescope.ui.SessionFiles;
import scorescope.ui.dialog.Dialogs;

/**
 * Whatever becomes of the session, the particles shown are those of the session as it is, or there are none: a run that
 * does nothing but the steps of the read-out, from the start, stands at the same places to the last bit.
 */
class ParticlesOfTheSessionTest {
    private static final int STEP = 20;

    @TempDir
    private Path folder;

    private AppContext context;
    private WorkbenchModel model;
    private SamplingPlayer player;
    private SessionFiles files;
    private Path chosen = Path.of("none");

    private static Session opening() {
        var method = Choice.of("langevin");
        return SessionDefaults.opening().withSampler(new SamplerSpec(method, 30, 7, SamplerSpec.naturalStart(method)));
    }

    /** Answers every question with the same file. */
    private final class Answers implements Dialogs {
        @Override
        public Optional<Path> openSession() {
            return Optional.of(chosen);
        }

        @Override
        public Optional<Path> openPoints() {
            return Optional.of(chosen);
        }

        @Override
        public Optional<Path> saveSession(String suggestedName) {
            return Optional.of(chosen);
        }

        @Override
        public Optional<Path> exportFigure(String suggestedName) {
            return Optional.of(chosen);
        }
    }

    @BeforeEach
    void open() {
        context = AppContext.on(opening());
        model = context.model();
        player = context.player();
        files = new SessionFiles(model, new Answers(), folder.resolve("recovery.scorescope.json"));
    }

    @AfterEach
    void close() {
        context.close();
    }

    /** Every way in which what particles depend on can change. */
    private enum Change {
        IMPORT_POINTS {
            @Override
            void make(ParticlesOfTheSessionTest window) throws IOException {
                window.chosen = window.folder.resolve("points.csv");
                Files.writeString(window.chosen, "x,y\n3,1\n4,1.5\n3.5,0\n");
                window.files.importPoints();
            }
        },
        OPEN_SESSION {
            @Override
            void make(ParticlesOfTheSessionTest window) throws IOException {
                window.chosen = window.folder.resolve("other.scorescope.json");
                var other = Choice.of("ddim");
                SessionJson.write(
                        opening()
                                .withDensity(new DensitySpec.Preset("two-moons"))
                                .withSampler(new SamplerSpec(other, 25, 3, SamplerSpec.naturalStart(other))),
                        window.chosen);
                window.files.open();
            }
        },
        PRESET {
            @Override
            void make(ParticlesOfTheSessionTest window) {
                window.model.edit(s -> s.withDensity(new DensitySpec.Preset("eight-gaussians")));
            }
        },
        COMPONENT_MOVED {
            @Override
            void make(ParticlesOfTheSessionTest window) {
                window.model.beginEdit();
                for (double x = 0; x < 2; x += 0.5) {
                    double at = x;
                    window.model.edit(
                            s -> s.withDensity(new DensitySpec.Components(List.of(Component.isotropic(1, at, 0, 1)))));
                }
                window.model.commitEdit();
            }
        },
        UNDO {
            @Override
            void make(ParticlesOfTheSessionTest window) {
                window.model.edit(s -> s.withDensity(new DensitySpec.Preset("eight-gaussians")));
                window.model.undo();
            }
        },
        REDO {
            @Override
            void make(ParticlesOfTheSessionTest window) {
                window.model.edit(s -> s.withDensity(new DensitySpec.Preset("eight-gaussians")));
                window.model.undo();
                window.model.redo();
            }
        },
        NOISE {
            @Override
            void make(ParticlesOfTheSessionTest window) {
                window.model.lookAt(1.5);
            }
        },
        PROCESS {
            @Override
            void make(ParticlesOfTheSessionTest window) {
                window.model.edit(
                        s -> s.withProcess(Choice.of("variance-preserving")).withNoise(new NoiseSpec.Time(0.3)));
            }
        },
        SAMPLER {
            @Override
            void make(ParticlesOfTheSessionTest window) {
                window.model.edit(s -> s.withSampler(s.sampler().ofKind("reverse-sde")));
            }
        },
        STEP_SIZE {
            @Override
            void make(ParticlesOfTheSessionTest window) {
                window.model.edit(s -> s.withSampler(
                        s.sampler().withMethod(s.sampler().method().with(Langevin.STEP_SIZE, 0.03))));
            }
        },
        FEWER_STEPS {
            @Override
            void make(ParticlesOfTheSessionTest window) {
                window.model.edit(s -> s.withSampler(
                        s.sampler().withMethod(s.sampler().method().with(Langevin.STEPS, 8L))));
            }
        },
        PARTICLES {
            @Override
            void make(ParticlesOfTheSessionTest window) {
                window.model.edit(s -> s.withSampler(s.sampler().withParticles(12)));
            }
        },
        SEED {
            @Override
            void make(ParticlesOfTheSessionTest window) {
                window.model.edit(s -> s.withSampler(s.sampler().withSeed(8)));
            }
        },
        START {
            @Override
            void make(ParticlesOfTheSessionTest window) {
                window.model.edit(s -> s.withSampler(s.sampler().withStart(new GaussianStart(1, 1, 0.5))));
            }
        },
        LEARNED_SCORE {
            @Override
            void make(ParticlesOfTheSessionTest window) {
                window.model.trained(Optional.of(wind(1)));
                window.model.look(Shown.LEARNED);
            }
        },
        ANOTHER_NETWORK {
            @Override
            void make(ParticlesOfTheSessionTest window) {
                window.model.trained(Optional.of(wind(1)));
                window.model.look(Shown.LEARNED);
                window.rest();
                window.model.trained(Optional.of(wind(2)));
            }
        },
        NO_NETWORK {
            @Override
            void make(ParticlesOfTheSessionTest window) {
                window.model.trained(Optional.of(wind(1)));
                window.model.look(Shown.SIDE_BY_SIDE);
                window.rest();
                window.model.trained(Optional.empty());
            }
        },
        SIDE_BY_SIDE {
            @Override
            void make(ParticlesOfTheSessionTest window) {
                window.model.trained(Optional.of(wind(1)));
                window.model.look(Shown.SIDE_BY_SIDE);
            }
        };

        abstract void make(ParticlesOfTheSessionTest window) throws IOException;
    }

    private static ScoreField wind(double strength) {
        return (x, y, from, to, level, outX, outY) -> {
            for (int i = from; i < to; i++) {
                outX[i] = strength - x[i];
                outY[i] = -y[i];
            }
        };
    }

    private void rest() {
        player.awaitRest();
        context.pulse(System.nanoTime(), false);
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void afterAChangeTheyAreThoseOfARunOfTheSessionAlone(Change change) throws IOException {
        player.seek(STEP);
        rest();
        rest();
        requireOwn();
        assertEquals(STEP, model.analyticParticlesProperty().get().step());
        change.make(this);
        assertEquals(Optional.empty(), model.messageProperty().get().filter(m -> m.tone() == Message.Tone.PROBLEM));
        requireOwn();
        rest();
        requireOwn();
        assertTrue(player.settled());
        int analytic = model.analyticParticlesProperty().get().count();
        int learned = model.learnedParticlesProperty().get().count();
        assertEquals(change != Change.OPEN_SESSION, analytic + learned > 0, "the session opened shows no particles");
        if (Math.min(analytic, learned) > 0) {
            assertEquals(
                    model.analyticParticlesProperty().get().step(),
                    model.learnedParticlesProperty().get().step());
        }
    }

    /** What undo restores is the picture too: the particles of before at the step of before. */
    @ParameterizedTest
    @EnumSource(Change.class)
    void undoRestoresTheParticles(Change change) throws IOException {
        player.seek(STEP);
        rest();
        rest();
        var session = model.session();
        assertEquals(OptionalInt.of(STEP), session.sampler().step());
        var before = model.analyticParticlesProperty().get();
        change.make(this);
        rest();
        player.seek(31);
        rest();
        rest();
        if (model.session().sampler().method().equals(session.sampler().method())) {
            assertEquals(OptionalInt.of(31), model.session().sampler().step());
        }
        while (model.undoableProperty().get()) {
            model.undo();
        }
        rest();
        var after = model.analyticParticlesProperty().get();
        if (!session.equals(model.session())) {
            // Nothing to undo but the step: it is no deed.
            assertEquals(session, model.session().withSampler(session.sampler()));
            player.seek(STEP);
            rest();
            after = model.analyticParticlesProperty().get();
        }
        assertEquals(STEP, after.step());
        assertArrayEquals(before.x(), after.x());
        assertArrayEquals(before.y(), after.y());
        requireOwn();
    }

    @Test
    void playingIsNoStepOfUndoAndTheSessionSaysWhereItStopped() {
        player.play();
        for (int i = 0; i < 12; i++) {
            rest();
        }
        player.pause();
        rest();
        rest();
        assertFalse(model.undoableProperty().get());
        int step = model.analyticParticlesProperty().get().step();
        assertTrue(step > 5);
        assertEquals(OptionalInt.of(step), model.session().sampler().step());
        assertTrue(model.session().view().layers().contains("particles"));
    }

    /** The session says the step at which the change was made, so that undo goes back to it. */
    @Test
    void aChangeWhilePlayingRemembersTheStep() {
        player.play();
        for (int i = 0; i < 12; i++) {
            rest();
        }
        int step = model.analyticParticlesProperty().get().step();
        model.lookAt(1.5);
        assertEquals(OptionalInt.of(step), model.session().sampler().step());
        for (int i = 0; i < 12; i++) {
            rest();
        }
        player.pause();
        rest();
        model.undo();
        assertEquals(OptionalInt.of(step), model.session().sampler().step());
        rest();
        assertEquals(step, model.analyticParticlesProperty().get().step());
        requireOwn();
    }

    /** A session that shows particles and says no step shows the end of its run, in the window as in a figure. */
    @Test
    void withoutAStepTheEndOfTheRunIsShown() {
        model.edit(s -> s.withView(s.view().withLayers(List.of("density", "particles"))));
        rest();
        assertEquals(500, model.analyticParticlesProperty().get().step());
        requireOwn();
        assertEquals(OptionalInt.empty(), model.session().sampler().step());
    }

    /** A run is shorter than the step that the session says: it stands at its end, and the session says so. */
    @Test
    void aRunThatHasBecomeShorterStandsAtItsEnd() {
        player.seek(STEP);
        rest();
        rest();
        model.edit(
                s -> s.withSampler(s.sampler().withMethod(s.sampler().method().with(Langevin.STEPS, 8L))));
        rest();
        rest();
        assertEquals(OptionalInt.of(8), model.session().sampler().step());
        requireOwn();
    }

    /** All of it, one change after the other. */
    @Test
    void afterManyChangesTheyAreThoseOfARunOfTheSessionAlone() throws IOException {
        player.seek(STEP);
        rest();
        rest();
        for (var change : Change.values()) {
            change.make(this);
            requireOwn();
            rest();
            requireOwn();
            while (model.undoableProperty().get()) {
                model.undo();
                requireOwn();
                rest();
                requireOwn();
            }
        }
    }

    /** Played while the person edits. */
    @ParameterizedTest
    @EnumSource(Change.class)
    void whilePlayingTheyAreThoseOfARunOfTheSessionAlone(Change change) throws IOException {
        player.play();
        for (int i = 0; i < 12; i++) {
            rest();
        }
        change.make(this);
        requireOwn();
        for (int i = 0; i < 3; i++) {
            rest();
            requireOwn();
        }
    }

    /** What is shown is none, or where the same steps lead that are taken here. */
    private void requireOwn() {
        requireOwn(model.analyticParticlesProperty().get(), new MixtureScore(model.mixture()));
        var frame = model.learnedParticlesProperty().get();
        if (frame.count() > 0) {
            requireOwn(frame, model.learnedScore().orElseThrow(() -> new AssertionError("along no score")));
        }
    }

    private void requireOwn(ParticleFrame frame, ScoreField score) {
        if (frame.count() == 0) {
            return;
        }
        var spec = model.session().sampler();
        var noise = new PhiloxNoise(spec.seed());
        var sampler = SamplerCatalog.CATALOG
                .create(spec.method(), "sampler")
                .bind(new SamplingMethod.Problem(score, model.process(), model.level()));
        var state = sampler.init(spec.particles(), spec.start(), noise);
        for (int i = 0; i < frame.step(); i++) {
            state = sampler.step(state, noise, sampler.init(spec.particles(), spec.start(), noise));
        }
        assertArrayEquals(state.x(), frame.x());
        assertArrayEquals(state.y(), frame.y());
    }
}
