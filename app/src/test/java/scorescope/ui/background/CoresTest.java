package scorescope.ui.background;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scorescope.core.parallel.SpinPool;
import scorescope.ui.background.Cores.Work;

class CoresTest {
    private final Background background = new Background();
    private final Cores cores = background.cores();

    @AfterEach
    void close() {
        background.close();
    }

    @ParameterizedTest
    @EnumSource(Work.class)
    void everyWorkerIsKnownWhileItWorks(Work kind) throws Exception {
        var started = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var work = background.once(kind, () -> {
            started.countDown();
            return awaitQuietly(mayEnd);
        });
        assertTrue(started.await(10, TimeUnit.SECONDS));
        assertEquals(Set.of(kind), cores.busy());
        mayEnd.countDown();
        assertTrue(work.get(10, TimeUnit.SECONDS));
        assertEquals(Set.of(), cores.busy());
    }

    @ParameterizedTest
    @EnumSource(
            value = Work.class,
            names = {"MEASURES", "ERROR", "THUMBNAILS"})
    void whatNobodyWaitsForIsNotBegunWhileAPersonDrags(Work kind) throws Exception {
        cores.dragging(true);
        var late = background.once(kind, () -> true);
        assertTrue(background.once(Work.STAGE, () -> true).get(10, TimeUnit.SECONDS));
        assertFalse(late.isDone());
        cores.dragging(false);
        assertTrue(late.get(10, TimeUnit.SECONDS));
    }

    @ParameterizedTest
    @EnumSource(
            value = Work.class,
            names = {"FIGURE", "FILES", "MEASURES", "ERROR", "THUMBNAILS"})
    void workThatIsNotDrawnAtOnceGoesOnAloneWhileAPersonDrags(Work kind) throws Exception {
        var threads = ConcurrentHashMap.<Thread>newKeySet();
        var work = background.once(kind, () -> {
            onTwoThreads();
            cores.dragging(true);
            // Long enough for a spinning helper to take part.
            SpinPool.current().run(200_000, job -> threads.add(Thread.currentThread()));
            cores.dragging(false);
            onTwoThreads();
            return Thread.currentThread();
        });
        assertEquals(Set.of(work.get(10, TimeUnit.SECONDS)), threads);
    }

    @ParameterizedTest
    @EnumSource(
            value = Work.class,
            names = {"STAGE", "STUDY", "POINTER", "FILM_STRIP", "SAMPLING"})
    void whatIsDrawnHasAllCoresWhileAPersonDrags(Work kind) throws Exception {
        cores.dragging(true);
        assertTrue(background.once(kind, CoresTest::onTwoThreads).get(10, TimeUnit.SECONDS));
    }

    /** Whether two jobs of the current pool run at once. */
    private static boolean onTwoThreads() {
        var both = new CountDownLatch(2);
        SpinPool.current().run(2, job -> {
            both.countDown();
            awaitQuietly(both);
        });
        return both.getCount() == 0;
    }

    @Test
    void trainingLeavesACoreToADragAndHearsOfLatePicturesOnlyThen() {
        var calls = new ArrayList<String>();
        var training = new Cores.Training() {
            @Override
            public void yieldCore(boolean yield) {
                calls.add("yield " + yield);
            }

            @Override
            public void frameTook(long nanos) {
                calls.add("frame " + nanos);
            }
        };
        cores.training(Optional.of(training));
        cores.frameTook(1);
        cores.dragging(true);
        cores.frameTook(2);
        cores.dragging(false);
        cores.frameTook(3);
        assertEquals(List.of("yield false", "yield true", "frame 2", "yield false"), calls);
    }

    /** A training that begins during a drag yields a core from its first step. */
    @Test
    void aTrainingThatBeginsDuringADragGivesWayToIt() {
        var calls = new ArrayList<Boolean>();
        cores.dragging(true);
        cores.training(Optional.of(new Cores.Training() {
            @Override
            public void yieldCore(boolean yield) {
                calls.add(yield);
            }

            @Override
            public void frameTook(long nanos) {}
        }));
        assertEquals(List.of(true), calls);
    }

    @Test
    void closingLetsNobodyWaitForAnEndOfTheDrag() throws Exception {
        cores.dragging(true);
        var ended = new CountDownLatch(1);
        background.thread(Work.MEASURES, () -> {
            cores.run(Work.MEASURES, () -> true);
            ended.countDown();
        });
        background.close();
        assertTrue(ended.await(10, TimeUnit.SECONDS));
    }

    private static boolean awaitQuietly(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
