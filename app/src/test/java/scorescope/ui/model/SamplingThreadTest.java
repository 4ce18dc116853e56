package scorescope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.parameter.Choice;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.session.SamplerSpec;

class SamplingThreadTest {
    private static final MixtureScore EXACT =
            new MixtureScore(new GaussianMixture(List.of(Component.isotropic(1, -1, 0, 0.5))));
    private static final ScoreField OTHER =
            new MixtureScore(new GaussianMixture(List.of(Component.isotropic(1, 1, 0, 0.5))));
    private static final ScoreField ANOTHER =
            new MixtureScore(new GaussianMixture(List.of(Component.isotropic(1, 2, 0, 0.5))));

    private final LinkedBlockingQueue<SamplingThread.Picture> pictures = new LinkedBlockingQueue<>();
    private final SamplingThread thread = new SamplingThread(pictures::add);

    @AfterEach
    void close() {
        thread.close();
    }

    private static SamplingThread.Plan plan(ScoreField learned) {
        return plan(learned, Choice.of("langevin"));
    }

    private static SamplingThread.Plan plan(ScoreField learned, Choice method) {
        return new SamplingThread.Plan(
                Optional.of(EXACT),
                Optional.of(learned),
                new VarianceExploding(0.01, 10),
                NoiseLevel.plain(0.5),
                new SamplerSpec(method, 20, 7, SamplerSpec.naturalStart(method)));
    }

    private SamplingThread.Picture until(int step) throws InterruptedException {
        while (true) {
            var picture = pictures.poll(20, TimeUnit.SECONDS);
            assertNotNull(picture, "step " + step + " never came");
            if (picture.analytic().step() == step) {
                return picture;
            }
        }
    }

    /** A layer switched on or a colour changed is no reason to forget the run. */
    @Test
    void theWholeRunCanBeGoneThroughAfterOtherChangesOfTheSession() throws InterruptedException {
        thread.follow(plan(OTHER));
        thread.seek(2);
        var early = until(2).learned().x()[0];
        thread.seek(60);
        until(60);
        thread.follow(plan(OTHER));
        thread.seek(2);
        assertEquals(early, until(2).learned().x()[0]);
    }

    /** While a network learns on, only its own run cannot be computed again. */
    @Test
    void theExactRunStaysWhenTheLearnedScoreMovesOn() throws InterruptedException {
        thread.follow(plan(OTHER));
        thread.seek(60);
        until(60);
        thread.follow(plan(ANOTHER));
        thread.seek(2);
        assertEquals(60, until(2).learned().step());
    }

    /** Pictures come faster than they are looked at: the newest of them must say it too. */
    @Test
    void aSamplerThatMakesNoSenseIsSaidWithEveryPictureUntilAnotherComes() throws InterruptedException {
        thread.follow(plan(OTHER, Choice.of("ddpm")));
        thread.awaitRest();
        thread.seek(10);
        thread.awaitRest();
        thread.step();
        thread.awaitRest();
        assertEquals(3, pictures.size());
        for (var picture : pictures) {
            assertTrue(picture.problem().orElse("").contains("ancestral sampling"), picture.toString());
        }
        thread.follow(plan(OTHER));
        thread.seek(2);
        assertTrue(until(2).problem().isEmpty());
    }
}
