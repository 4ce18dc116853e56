package scorescope.ui.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.parameter.Choice;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.session.SamplerSpec;
import scorescope.ui.background.Background;

class SamplingThreadTest {
    private static final MixtureScore EXACT =
            new MixtureScore(new GaussianMixture(List.of(Component.isotropic(1, -1, 0, 0.5))));
    private static final ScoreField OTHER =
            new MixtureScore(new GaussianMixture(List.of(Component.isotropic(1, 1, 0, 0.5))));
    private static final ScoreField ANOTHER =
            new MixtureScore(new GaussianMixture(List.of(Component.isotropic(1, 2, 0, 0.5))));

    private final LinkedBlockingQueue<SamplingThread.Picture> pictures = new LinkedBlockingQueue<>();
    private final Background background = new Background();
    private final SamplingThread thread = new SamplingThread(background, pictures::add);

    @AfterEach
    void close() {
        thread.close();
        background.close();
    }

    private static SamplingThread.Plan plan(ScoreField learned) {
        return plan(learned, Choice.of("langevin"));
    }

    private static SamplingThread.Plan plan(ScoreField learned, Choice method) {
        return new SamplingThread.Plan(
                Optional.of(EXACT),
                Optional.of(learned),
                true,
                new VarianceExploding(0.01, 10),
                NoiseLevel.plain(0.5),
                new SamplerSpec(method, 20, 7, SamplerSpec.naturalStart(method)));
    }

    private void follow(SamplingThread.Plan plan) {
        thread.follow(Optional.of(plan), OptionalInt.empty());
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

    /** Changes of layers or colours keep the recorded run. */
    @Test
    void theWholeRunCanBeGoneThroughAfterOtherChangesOfTheSession() throws InterruptedException {
        follow(plan(OTHER));
        thread.seek(2);
        var early = until(2).learned().x()[0];
        thread.seek(60);
        until(60);
        follow(plan(OTHER));
        thread.seek(2);
        assertEquals(early, until(2).learned().x()[0]);
    }

    /** After the learned score changed, earlier steps of both runs are computed along the new one. */
    @Test
    void goingBackAfterTheLearnedScoreMovedOnShowsBothRunsAtThatStep() throws InterruptedException {
        follow(plan(OTHER));
        thread.seek(60);
        until(60);
        follow(plan(ANOTHER));
        thread.seek(2);
        var picture = until(2);
        assertEquals(2, picture.learned().step());
        assertArrayEquals(straight(ANOTHER, 2), picture.learned().x());
    }

    /** Runs of two panels are at equal steps: a run that joins computes the missing steps. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRunThatJoinsStandsAtTheStepOfTheOther(boolean learning) throws InterruptedException {
        var alone = plan(OTHER);
        follow(new SamplingThread.Plan(
                alone.analytic(), Optional.empty(), false, alone.process(), alone.target(), alone.spec()));
        thread.seek(169);
        thread.awaitRest();
        pictures.clear();
        follow(new SamplingThread.Plan(
                alone.analytic(), alone.learned(), learning, alone.process(), alone.target(), alone.spec()));
        for (int i = 0; i < 60; i++) {
            thread.advance(1);
            thread.awaitRest();
        }
        SamplingThread.Picture newest = null;
        for (var picture : pictures) {
            assertEquals(picture.analytic().step(), picture.learned().step());
            newest = picture;
        }
        assertNotNull(newest);
        assertEquals(229, newest.analytic().step());
        assertArrayEquals(straight(EXACT, 229), newest.analytic().x());
        assertArrayEquals(straight(OTHER, 229), newest.learned().x());
        assertTrue(newest.settled());
    }

    /** With a slow network both runs are shown at a common step while they advance. */
    @Test
    void aSlowRunCatchesUpInTurnsAndTheOtherStandsWithIt() throws InterruptedException {
        ScoreField slow = (x, y, from, to, level, outX, outY) -> {
            LockSupport.parkNanos(2_000_000);
            OTHER.score(x, y, from, to, level, outX, outY);
        };
        var alone = plan(OTHER);
        follow(new SamplingThread.Plan(
                alone.analytic(), Optional.empty(), false, alone.process(), alone.target(), alone.spec()));
        thread.seek(80);
        thread.awaitRest();
        pictures.clear();
        follow(plan(slow));
        thread.awaitRest();
        assertTrue(pictures.size() > 2, "in one piece");
        int before = -1;
        for (var picture : pictures) {
            assertEquals(picture.analytic().step(), picture.learned().step());
            assertTrue(picture.analytic().step() > before);
            before = picture.analytic().step();
            assertArrayEquals(straight(EXACT, before), picture.analytic().x());
            assertEquals(before == 80, picture.settled());
        }
        assertEquals(80, before);
    }

    /** When the training pauses, the run is computed again along the present network. */
    @Test
    void whenTrainingStandsTheRunIsOfTheNetworkThatIsShown() throws InterruptedException {
        follow(plan(OTHER));
        thread.seek(40);
        thread.awaitRest();
        var standing = plan(ANOTHER);
        follow(standing);
        thread.advance(1);
        thread.awaitRest();
        assertFalse(newest().settled(), "its steps followed two networks");
        pictures.clear();
        follow(new SamplingThread.Plan(
                standing.analytic(),
                standing.learned(),
                false,
                standing.process(),
                standing.target(),
                standing.spec()));
        thread.awaitRest();
        assertTrue(newest().settled());
        assertEquals(41, newest().analytic().step());
        assertArrayEquals(straight(ANOTHER, 41), newest().learned().x());
    }

    /** After a change of density, level or sampler the run is computed from its start to the same step. */
    @Test
    void anotherProblemIsComputedFromItsStart() throws InterruptedException {
        follow(plan(OTHER));
        thread.seek(30);
        thread.awaitRest();
        var elsewhere = plan(OTHER);
        follow(new SamplingThread.Plan(
                Optional.of(ANOTHER),
                Optional.empty(),
                false,
                elsewhere.process(),
                elsewhere.target(),
                elsewhere.spec()));
        thread.awaitRest();
        assertEquals(30, newest().analytic().step());
        assertArrayEquals(straight(ANOTHER, 30), newest().analytic().x());
        assertEquals(0, newest().learned().count());
    }

    private SamplingThread.Picture newest() {
        return pictures.stream().reduce((_, last) -> last).orElseThrow();
    }

    /** First coordinates after some steps of a new run. */
    private static double[] straight(ScoreField score, int steps) {
        var plan = plan(OTHER);
        var noise = new PhiloxNoise(plan.spec().seed());
        var sampler = SamplerCatalog.CATALOG
                .create(plan.spec().method(), "sampler")
                .bind(new SamplingMethod.Problem(score, plan.process(), plan.target()));
        var state = sampler.init(plan.spec().particles(), plan.spec().start(), noise);
        for (int i = 0; i < steps; i++) {
            state = sampler.step(
                    state,
                    noise,
                    sampler.init(plan.spec().particles(), plan.spec().start(), noise));
        }
        return state.x();
    }

    /** Frames may be skipped: every frame must carry the message. */
    @Test
    void aSamplerThatMakesNoSenseIsSaidWithEveryPictureUntilAnotherComes() throws InterruptedException {
        follow(plan(OTHER, Choice.of("ddpm")));
        thread.awaitRest();
        thread.seek(10);
        thread.awaitRest();
        thread.step();
        thread.awaitRest();
        assertEquals(3, pictures.size());
        for (var picture : pictures) {
            assertTrue(picture.problem().orElse("").contains("ancestral sampling"), picture.toString());
        }
        follow(plan(OTHER));
        thread.seek(2);
        assertTrue(until(2).problem().isEmpty());
    }
}
