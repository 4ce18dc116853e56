package scorescope.core.parallel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpinPoolTest {
    @Test
    void everyJobOfManyShortCallsIsDoneOnce() {
        try (var pool = new SpinPool(3, 50)) {
            for (int call = 0; call < 20_000; call++) {
                int count = 1 + call % 7;
                var times = new AtomicIntegerArray(8);
                pool.run(count, times::incrementAndGet);
                for (int i = 0; i < 8; i++) {
                    assertEquals(i < count ? 1 : 0, times.get(i), "job " + i + " of " + count + " in call " + call);
                }
            }
        }
    }

    @Test
    void twoJobsAreDoneAtTheSameTime() {
        try (var pool = new SpinPool(1, 50)) {
            var both = new CountDownLatch(2);
            pool.run(2, job -> {
                both.countDown();
                // Returns only when the other job has started too.
                awaitUninterrupted(both);
            });
            assertEquals(0, both.getCount());
        }
    }

    @Test
    void oneWorkerDoesAllHimself() {
        try (var pool = new SpinPool(1, 50)) {
            var workers = new Thread[4];
            pool.run(4, 1, job -> workers[job] = Thread.currentThread());
            var me = new Thread[4];
            Arrays.fill(me, Thread.currentThread());
            assertArrayEquals(me, workers);
        }
    }

    @Test
    void aCallWithinACallIsDoneAtOnce() {
        try (var pool = new SpinPool(1, 50)) {
            var times = new AtomicIntegerArray(3);
            pool.run(3, job -> pool.run(3, times::incrementAndGet));
            for (int i = 0; i < 3; i++) {
                assertEquals(3, times.get(i));
            }
        }
    }

    @Test
    void aFailureIsToldAfterAllJobsAndTheCrewGoesOn() {
        try (var pool = new SpinPool(1, 50)) {
            var times = new AtomicIntegerArray(4);
            var failure = assertThrows(
                    ArithmeticException.class,
                    () -> pool.run(4, job -> {
                        times.incrementAndGet(job);
                        if (job == 2) {
                            throw new ArithmeticException("on purpose");
                        }
                    }));
            assertEquals("on purpose", failure.getMessage());
            pool.run(4, times::incrementAndGet);
            for (int i = 0; i < 4; i++) {
                assertEquals(2, times.get(i));
            }
        }
    }

    /** The last job but one allows the helper to return, and waits until it takes the last. */
    @Test
    void aHelperLeavesItsCoreInTheMidstOfACallAndComesBack() {
        try (var pool = new SpinPool(1, 50)) {
            var started = new CountDownLatch(2);
            var failure = new CountDownLatch(1);
            var back = new CountDownLatch(1);
            var workers = new Thread[100];
            var caller = Thread.currentThread();
            pool.run(workers.length, job -> {
                workers[job] = Thread.currentThread();
                if (job >= 98) {
                    started.countDown();
                    awaitUninterrupted(started);
                    if (Thread.currentThread() == caller) {
                        pool.leaveCore(true);
                        failure.countDown();
                    }
                    awaitUninterrupted(failure);
                } else if (job == 1) {
                    pool.leaveCore(false);
                    awaitUninterrupted(back);
                } else if (job == 0) {
                    back.countDown();
                }
            });
            for (int job = 1; job < 98; job++) {
                assertEquals(caller, workers[job], "job " + job);
            }
            assertNotEquals(caller, workers[0]);
        }
    }

    @Test
    void workHasThePoolThatIsBoundAroundItAndSoHaveItsJobs() {
        try (var pool = new SpinPool(1, 50)) {
            var both = new CountDownLatch(2);
            var inside = new SpinPool[2];
            pool.during(() -> {
                SpinPool.current().run(2, job -> {
                    both.countDown();
                    awaitUninterrupted(both);
                    inside[job] = SpinPool.current();
                });
                return both;
            });
            assertArrayEquals(new SpinPool[] {pool, pool}, inside);
            assertNotEquals(pool, SpinPool.current());
        }
    }

    /** A helper that has finished its job takes jobs of a call nested in another. */
    @Test
    void aCallWithinAJobIsHelpedToo() {
        try (var pool = new SpinPool(1, 50)) {
            var outer = new CountDownLatch(2);
            var inner = new CountDownLatch(2);
            var caller = Thread.currentThread();
            pool.run(2, job -> {
                outer.countDown();
                awaitUninterrupted(outer);
                if (Thread.currentThread() == caller) {
                    pool.run(2, within -> {
                        inner.countDown();
                        awaitUninterrupted(inner);
                    });
                }
            });
            assertEquals(0, inner.getCount());
        }
    }

    /** More callers than helpers, with nested calls: each job is done once. */
    @Test
    void manyCallersShareTheHelpers() throws InterruptedException {
        try (var pool = new SpinPool(2, 50)) {
            var times = new AtomicIntegerArray(12);
            var callers = new Thread[6];
            for (int c = 0; c < callers.length; c++) {
                int first = 2 * c;
                callers[c] = new Thread(() -> {
                    for (int call = 0; call < 2_000; call++) {
                        pool.run(2, i -> pool.run(3, _ -> times.incrementAndGet(first + i)));
                    }
                });
                callers[c].start();
            }
            for (var caller : callers) {
                caller.join();
            }
            for (int i = 0; i < times.length(); i++) {
                assertEquals(6_000, times.get(i));
            }
        }
    }

    @Test
    void resultsStandInTheOrderOfTheirInputs() {
        var inputs = IntStream.range(0, 1000).boxed().toList();
        try (var pool = new SpinPool(3, 50)) {
            assertEquals(inputs.stream().map(i -> 2 * i).toList(), pool.map(inputs, i -> 2 * i));
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
