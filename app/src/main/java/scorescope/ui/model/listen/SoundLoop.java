package scorescope.ui.model.listen;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sound.sampled.LineUnavailableException;

/** Plays the newest melody until it is stopped; the body of the thread of sound. */
final class SoundLoop implements Runnable {
    /** Samples at a time, for both ears: 20 ms. */
    private static final int CHUNK = 2 * Sweep.RATE / 50;

    private final Speaker speaker;
    private final Consumer<LineUnavailableException> silent;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Melody melody = Melody.SILENCE;
    private volatile boolean stopped;

    /** @param silent called on the thread of sound if there is no speaker */
    SoundLoop(Speaker speaker, Consumer<LineUnavailableException> silent) {
        this.speaker = speaker;
        this.silent = silent;
    }

    void play(Melody next) {
        melody = next;
    }

    /** Ends the loop within one chunk. Does not wait for it. */
    void stop() {
        stopped = true;
    }

    /** Whether the loop has ended and the speaker is free again, after at most {@code seconds}. */
    boolean awaitEnd(long seconds) throws InterruptedException {
        return ended.await(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void run() {
        try (var line = speaker.open()) {
            var sweep = new Sweep();
            var chunk = new short[CHUNK];
            while (!stopped) {
                sweep.fill(melody, chunk);
                line.play(chunk);
            }
        } catch (LineUnavailableException noSpeaker) {
            silent.accept(noSpeaker);
        } finally {
            ended.countDown();
        }
    }
}
