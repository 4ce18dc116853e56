package scorescope.ui.model.listen;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** Where sound goes. */
interface Speaker {
    /** The speaker of the system, as far as Java knows one. */
    Speaker SYSTEM = Speaker::openSystem;

    /**
     * Takes the speaker until it is closed.
     *
     * @throws LineUnavailableException if there is none, or another program has it
     */
    Line open() throws LineUnavailableException;

    /** A speaker in use. */
    interface Line extends AutoCloseable {
        /** Plays samples of 16 bits, left and right in turn; waits until there is room for them. */
        void play(short[] stereo);

        @Override
        void close();
    }

    private static Line openSystem() throws LineUnavailableException {
        var format = new AudioFormat(Sweep.RATE, 16, 2, true, false);
        SourceDataLine line;
        try {
            line = AudioSystem.getSourceDataLine(format);
            // A tenth of a second, so that a change is heard soon.
            line.open(format, format.getFrameSize() * Sweep.RATE / 10);
        } catch (IllegalArgumentException | SecurityException noSpeaker) {
            var unavailable = new LineUnavailableException(noSpeaker.getMessage());
            unavailable.initCause(noSpeaker);
            throw unavailable;
        }
        line.start();
        return new Line() {
            @Override
            public void play(short[] stereo) {
                var bytes = ByteBuffer.allocate(Short.BYTES * stereo.length).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asShortBuffer().put(stereo);
                line.write(bytes.array(), 0, bytes.capacity());
            }

            @Override
            public void close() {
                line.flush();
                line.close();
            }
        };
    }
}
