package scorescope.ui.model.listen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sound.sampled.LineUnavailableException;
import org.junit.jupiter.api.Test;
import scorescope.session.SessionDefaults;
import scorescope.ui.background.Background;
import scorescope.ui.model.Message;
import scorescope.ui.model.SessionReading;
import scorescope.ui.model.WindowModel;
import scorescope.ui.stage.JavaFx;
import scorescope.ui.stage.OnToolkit;
import scorescope.words.Words;

/** The density sounds while a person listens; the thread of sound ends, and a missing speaker is one sentence. */
@OnToolkit
class ListeningTest {
    private static final long SECONDS = 30;

    /** Takes samples as fast as they are looked at, or one chunk each 20 ms. */
    private static final class Ear implements Speaker, Speaker.Line {
        private final BlockingQueue<short[]> heard = new LinkedBlockingQueue<>(1);
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public Line open() {
            return this;
        }

        @Override
        public void play(short[] stereo) {
            try {
                boolean unusedRoom = heard.offer(stereo.clone(), 20, TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private record Window(WindowModel model, Background background, Listening listening) implements AutoCloseable {
        static Window with(Speaker speaker) throws Exception {
            return JavaFx.call(() -> {
                var model = new WindowModel(SessionDefaults.opening(), new SessionReading() {});
                var background = new Background();
                return new Window(model, background, new Listening(model, background, speaker));
            });
        }

        @Override
        public void close() {
            try {
                JavaFx.call(() -> {
                    listening.close();
                    background.close();
                    return true;
                });
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private static boolean loud(short[] stereo) {
        return stereo != null && IntStream.range(0, stereo.length).anyMatch(i -> stereo[i] != 0);
    }

    @Test
    void theDensitySoundsUntilTheWindowCloses() throws Exception {
        var ear = new Ear();
        try (var window = Window.with(ear)) {
            assertFalse(JavaFx.call(window.listening()::on), "off until asked for");
            JavaFx.call(() -> {
                window.listening().toggle();
                return true;
            });
            boolean heard = false;
            for (int i = 0; i < 1000 && !heard; i++) {
                heard = loud(ear.heard.poll(SECONDS, TimeUnit.SECONDS));
            }
            assertTrue(heard, "nothing was heard");
            assertEquals(1, ear.closed.getCount());
        }
        assertTrue(ear.closed.await(SECONDS, TimeUnit.SECONDS), "the speaker was not given back");
    }

    @Test
    void aMissingSpeakerIsOneSentence() throws Exception {
        try (var window = Window.with(() -> {
            throw new LineUnavailableException("all speakers are asleep");
        })) {
            var said = new CountDownLatch(1);
            JavaFx.call(() -> {
                window.listening().toggle();
                window.model().messageProperty().subscribe(message -> {
                    if (message.filter(one -> one.tone() == Message.Tone.PROBLEM)
                            .isPresent()) {
                        said.countDown();
                    }
                });
                return true;
            });
            assertTrue(said.await(SECONDS, TimeUnit.SECONDS));
            String text = JavaFx.call(
                    () -> window.model().messageProperty().get().orElseThrow().text());
            assertEquals(Words.text("ui.listen.no-sound"), text);
            assertFalse(text.contains("asleep"), "Java's words are not for a person");
            assertFalse(text.contains("\n"), text);
            assertFalse(JavaFx.call(window.listening()::on));
        }
    }

    /** Where the machine has a speaker the loop plays; where it has none it says so. Neither throws. */
    @Test
    void theSystemsSpeakerIsTakenAndGivenBack() throws Exception {
        var missing = new CountDownLatch(1);
        var sound = new SoundLoop(Speaker.SYSTEM, _ -> missing.countDown());
        var thrown = new LinkedBlockingQueue<Throwable>();
        var thread = Thread.ofPlatform()
                .uncaughtExceptionHandler((_, failure) -> thrown.add(failure))
                .start(sound);
        sound.stop();
        assertTrue(sound.awaitEnd(SECONDS));
        thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
        assertEquals(0, thrown.size(), () -> String.valueOf(thrown.peek()));
    }
}
