package scorescope.ui.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import scorescope.core.parameter.Choice;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.session.SamplerSpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.ui.AppContext;
import scorescope.ui.SessionFiles;
import scorescope.ui.dialog.Dialogs;

/** A window without a stage, whose particles are compared with a run from its start to the shown step. */
abstract class ParticlesFixture {
    static final int STEP = 20;

    @TempDir
    Path folder;

    AppContext context;
    WindowModel model;
    SamplingPlayer player;
    SessionFiles files;
    Path chosen = Path.of("none");

    static Session opening() {
        var method = Choice.of("langevin");
        return SessionDefaults.opening().withSampler(new SamplerSpec(method, 30, 7, SamplerSpec.naturalStart(method)));
    }

    /** File dialogs that all choose the same file. */
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

    static ScoreField wind(double strength) {
        return (x, y, from, to, level, outX, outY) -> {
            for (int i = from; i < to; i++) {
                outX[i] = strength - x[i];
                outY[i] = -y[i];
            }
        };
    }

    final void rest() {
        player.awaitRest();
        context.pulse(System.nanoTime(), false);
    }

    /** Asserts that no particles are shown, or those of a run of the session to the shown step. */
    final void requireOwn() {
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
                .bind(new SamplingMethod.Problem(score, model.process(), model.target()));
        var state = sampler.init(spec.particles(), spec.start(), noise);
        for (int i = 0; i < frame.step(); i++) {
            state = sampler.step(state, noise, sampler.init(spec.particles(), spec.start(), noise));
        }
        assertArrayEquals(state.x(), frame.x());
        assertArrayEquals(state.y(), frame.y());
    }
}
