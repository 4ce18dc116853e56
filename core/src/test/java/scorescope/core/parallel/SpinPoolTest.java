package scorescope.core.parallel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
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
                // Ends only if the other job has begun as well.
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
            var told = assertThrows(
                    ArithmeticException.class,
                    () -> pool.run(4, job -> {
                        times.incrementAndGet(job);
                        if (job == 2) {
                            throw new ArithmeticException("on purpose");
                        }
                    }));
            assertEquals("on purpose", told.getMessage());
            pool.run(4, times::incrementAndGet);
            for (int i = 0; i < 4; i++) {
                assertEquals(2, times.get(i));
            }
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
