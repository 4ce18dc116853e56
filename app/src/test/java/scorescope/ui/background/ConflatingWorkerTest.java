package scorescope.ui.background;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scorescope.core.Watcher;

class ConflatingWorkerTest {
    private final SynchronousQueue<Integer> startedRequests = new SynchronousQueue<>();
    private final Semaphore mayFinish = new Semaphore(0);
    private final Semaphore finished = new Semaphore(0);
    private final List<RuntimeException> failures = Collections.synchronizedList(new ArrayList<>());
    private final List<ConflatingWorker<?, ?>> open = new ArrayList<>();

    private ConflatingWorker<Integer, int[]> worker(BiConsumer<Integer, int[]> work) {
        var made = new ConflatingWorker<>("test", () -> new int[1], work, finished::release, failures::add);
        open.add(made);
        return made;
    }

    @AfterEach
    void close() {
        open.forEach(ConflatingWorker::close);
    }

    private static void await(Semaphore semaphore) throws InterruptedException {
        assertTrue(semaphore.tryAcquire(10, TimeUnit.SECONDS));
    }

    private void slowly(Integer request, int[] target) {
        try {
            startedRequests.put(request);
            mayFinish.acquire();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        target[0] = request;
    }

    @Test
    void overtakenRequestsAreDropped() throws Exception {
        var worker = worker(this::slowly);
        worker.request(1);
        assertEquals(1, startedRequests.poll(10, TimeUnit.SECONDS));
        worker.request(2);
        worker.request(3);
        worker.request(4);
        mayFinish.release(2);
        await(finished);
        var shown = new ArrayList<Integer>();
        assertTrue(worker.take(b -> shown.add(b[0])));
        assertEquals(4, startedRequests.poll(10, TimeUnit.SECONDS));
        await(finished);
        assertTrue(worker.take(b -> shown.add(b[0])));
        assertEquals(List.of(1, 4), shown);
        assertFalse(worker.take(b -> shown.add(b[0])));
        assertFalse(worker.pending());
    }

    @Test
    void shownAndPreviousBuffersAreLeftAlone() throws Exception {
        var worker = worker((request, target) -> target[0] = request);
        var all = Collections.newSetFromMap(new IdentityHashMap<int[], Boolean>());
        var recent = new ArrayList<int[]>();
        for (int i = 1; i <= 20; i++) {
            worker.request(i);
            await(finished);
            worker.take(recent::add);
            all.add(recent.getLast());
            assertEquals(i, recent.getLast()[0]);
            if (i > 1) {
                assertEquals(i - 1, recent.get(i - 2)[0]);
            }
        }
        assertTrue(all.size() <= 4, () -> all.size() + " buffers");
    }

    @Test
    void failureIsToldAndTheNextRequestIsWorkedOn() throws Exception {
        var worker = worker((request, target) -> {
            if (request == 1) {
                throw new IllegalStateException("no density");
            }
            target[0] = request;
        });
        worker.request(1);
        while (failures.isEmpty()) {
            Thread.onSpinWait();
        }
        worker.request(2);
        await(finished);
        assertTrue(worker.take(b -> assertEquals(2, b[0])));
        assertEquals("no density", failures.getFirst().getMessage());
    }

    @Test
    void closingEndsTheThread() throws Exception {
        var worker = worker((request, target) -> {});
        worker.close();
        worker.thread().join(10_000);
        assertFalse(worker.thread().isAlive());
    }

    /** Work that continues until it is cancelled. */
    private void endlessly(Integer request, int[] target) {
        var watcher = Watcher.current();
        try {
            if (request == 1) {
                startedRequests.put(request);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        while (request == 1) {
            watcher.step(Watcher.Work.TRANSPORT, 0.25);
            Thread.onSpinWait();
        }
        target[0] = request;
    }

    @Test
    void workThatIsGivenUpLeavesNoResult() throws Exception {
        var worker = worker(this::endlessly);
        worker.request(1);
        assertEquals(1, startedRequests.poll(10, TimeUnit.SECONDS));
        assertEquals(Optional.empty(), worker.progress());
        worker.cancel();
        while (worker.pending()) {
            Thread.onSpinWait();
        }
        assertFalse(worker.take(b -> {}));
        assertEquals(List.of(), failures);
        worker.request(2);
        await(finished);
        assertTrue(worker.take(b -> assertEquals(2, b[0])));
    }

    @Test
    void longWorkSaysHowFarItIsAndGivesWayToANewerRequest() throws Exception {
        var worker = worker(this::endlessly);
        worker.request(1);
        assertEquals(1, startedRequests.poll(10, TimeUnit.SECONDS));
        while (worker.progress().isEmpty()) {
            Thread.onSpinWait();
        }
        assertEquals(Optional.of(new WorkWatch.Progress(Optional.of(Watcher.Work.TRANSPORT), 0.25)), worker.progress());
        worker.request(2);
        await(finished);
        assertTrue(worker.take(b -> assertEquals(2, b[0])));
        assertEquals(Optional.empty(), worker.progress());
    }
}
